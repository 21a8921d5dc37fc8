// The conductor: from a plant to a checked, costed, explained plan.
//
//   explode -> source -> build problem -> construct -> improve -> read back -> shift right -> cost -> ready? late?
//   load? -> verify
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "check/verify.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

struct Progress {
  std::string phase;     // "material", "sourcing", "schedule", "search", "money", "check"
  double seconds = 0;    // since the start
  double late_cost = 0;  // best so far, major units
};

struct PlanOptions {
  double seconds = 1.0;     // wall time for the search after construction; 0 = construction only
  std::uint64_t steps = 0;  // > 0: step budget instead of time
  std::uint64_t seed = 1;
  unsigned threads = 1;
  const std::atomic<bool>* cancel = nullptr;
  std::function<void(const Progress&)> progress;
};

struct Outcome {
  plan::Plan plan;
  std::vector<check::Violation> violations;  // empty, or the plan must not be used
  double plan_cpu_seconds = 0;               // everything before the check
  double check_cpu_seconds = 0;
};

// Always answers: what cannot be planned is listed in the plan with its reason.
Outcome make_plan(const model::Plant& plant, const PlanOptions& options);

}  // namespace kilter::coordinate
