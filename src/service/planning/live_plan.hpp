// The published plan with the plant that it is of, read back from a publication.
#pragma once

#include <cstdint>
#include <memory>

#include "base/result.hpp"
#include "plan/plan.hpp"
#include "service/planning/plant_now.hpp"
#include "service/plant/plant_state.hpp"

namespace kilter::service {

struct LivePlan {
  std::uint64_t sequence = 0;     // of the publication
  std::unique_ptr<PlantNow> now;  // its production orders firm; the origin is when it was made
  plan::Plan plan;                // for now->plant
};

// Faults only where the journal was written by a version that planned otherwise.
base::Result<std::shared_ptr<const LivePlan>> live_plan(const Publication& publication);

}  // namespace kilter::service
