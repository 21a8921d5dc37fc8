// One way to break a valid plan, and the rule that must notice.
#pragma once

#include <cstddef>
#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::properties {

struct Mutation {
  const char* rule;
  // Breaks the plan (or what the plant allows); false when it holds nothing to break in this way.
  bool (*apply)(model::Plant& plant, plan::Plan& plan);
};

std::vector<Mutation> schedule_mutations();
std::vector<Mutation> floor_mutations();
std::vector<Mutation> people_mutations();
std::vector<Mutation> tool_mutations();
std::vector<Mutation> material_mutations();
std::vector<Mutation> derived_mutations();
std::vector<Mutation> purchase_mutations();
std::vector<Mutation> money_mutations();
std::vector<Mutation> explanation_mutations();

// The first id of `range` that `test` accepts; none() when there is none.
template <class Range, class Test>
auto first_where(const Range& range, Test test) {
  for (const auto id : range) {
    if (test(id)) return id;
  }
  return decltype(*range.begin())::none();
}

// Free to be placed by the plan: not a fact of the floor.
inline bool is_free(const plan::Placement& placement) { return placement.status == model::WorkStatus::waiting; }

// Free and on a machine that queues.
inline bool on_lane(const model::Plant& plant, const plan::Placement& placement) {
  return is_free(placement) && placement.unit.valid() && !plant.work_units[placement.unit].unlimited;
}

// Runs `change` on the first free placement that `test` accepts.
template <class Test, class Change>
bool change_placement(plan::Plan& plan, Test test, Change change) {
  for (plan::Placement& placement : plan.placements) {
    if (!is_free(placement) || !test(placement)) continue;
    change(placement);
    return true;
  }
  return false;
}

}  // namespace kilter::properties
