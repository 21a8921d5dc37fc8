// Ways that are weighed against each other before any is explained and checked, which takes most of the time.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "coordinate/live/repairs.hpp"

namespace kilter::coordinate {

// Orders left out, operations touched, lateness and cost: what ways are compared by, the less the better.
using Measures = std::array<std::int64_t, 4>;
Measures measures(const RepairPlan& way);

// A way whose plan is costed and no more; and what to offer when the checker refuses it.
struct Candidate {
  RepairPlan way;
  std::optional<RepairPlan> instead;
};

// Explains and checks those that none of the others beats, until all of them are found right: no violations. Back come
// they, in order of operations touched; the rules that others broke are added to `refused`, each once. A way as good as
// another one in everything goes when it comes later.
std::vector<RepairPlan> best_of(const model::Plant& now, std::vector<Candidate> candidates,
                                std::vector<std::string>& refused);

// Explains and checks them one after another until one is found right; none: all break a rule.
std::optional<RepairPlan> first_right(const model::Plant& now, std::vector<RepairPlan> ways,
                                      std::vector<std::string>& refused);

}  // namespace kilter::coordinate
