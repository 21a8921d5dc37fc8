#include "service/enterprise/published_plan.hpp"

#include <utility>

namespace kilter::service {

std::shared_ptr<const LivePlan> PublishedPlan::plan(const PlantState& state) {
  const auto& published = state.published();
  if (!published) return nullptr;
  const std::lock_guard lock(mutex_);
  if (sequence_ != published->sequence) {
    auto read = live_plan(*published);
    plan_ = read ? std::move(read).value() : nullptr;
    sequence_ = published->sequence;
  }
  return plan_;
}

std::shared_ptr<const PlantTables> PublishedPlan::tables(const PlantState& state) {
  const auto& published = state.published();
  if (!published) return nullptr;
  const std::lock_guard lock(mutex_);
  if (tables_sequence_ != published->sequence) {
    tables_ = plan_tables(published->plan);
    tables_sequence_ = published->sequence;
  }
  return tables_;
}

std::shared_ptr<const PlantTables> plan_tables(const std::vector<codec::plant::TargetFile>& plan) {
  std::vector<codec::plant::SourceFile> files;
  for (const codec::plant::TargetFile& file : plan) {
    if (file.name.ends_with(".csv")) files.push_back({file.name, file.bytes});
  }
  auto tables = PlantTables::from(files);
  return tables ? std::make_shared<const PlantTables>(std::move(tables).value()) : nullptr;
}

}  // namespace kilter::service
