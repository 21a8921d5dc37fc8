// The independent checker: recomputes everything the slow and obvious way from the plant and the plan alone, shares no
// arithmetic with the planner, and names each violation.
#pragma once

#include <string>
#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::check {

// `rule` is stable and documented (kebab-case, e.g. "unit-overlap"); `message` names orders, units, people, times and
// amounts.
struct Violation {
  std::string rule;
  std::string message;
  friend bool operator==(const Violation&, const Violation&) = default;
};

// Empty = the plan is feasible and its figures are right.
std::vector<Violation> verify(const model::Plant& plant, const plan::Plan& plan);

}  // namespace kilter::check
