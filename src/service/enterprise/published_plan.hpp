// What is worked out of a publication once and read by many: the plan with its plant, and its tables.
#pragma once

#include <memory>
#include <mutex>

#include "service/planning/live_plan.hpp"

namespace kilter::service {

class PublishedPlan {
 public:
  // Null when nothing is published, or it cannot be read back. From any thread; slow the first time after a
  // publication.
  std::shared_ptr<const LivePlan> plan(const PlantState& state);
  // Tables of the plan folder; null when nothing is published.
  std::shared_ptr<const PlantTables> tables(const PlantState& state);

 private:
  std::mutex mutex_;  // of what follows
  std::uint64_t sequence_ = 0;
  std::shared_ptr<const LivePlan> plan_;
  std::uint64_t tables_sequence_ = 0;
  std::shared_ptr<const PlantTables> tables_;
};

// The tables of a plan folder.
std::shared_ptr<const PlantTables> plan_tables(const std::vector<codec::plant::TargetFile>& plan);

}  // namespace kilter::service
