// Facts that overtake a published plan, one of each kind, for property tests and measurements.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/random.hpp"
#include "model/draft.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::support {

enum class Fact : std::uint8_t {
  unit_down,
  person_away,
  purchase_late,
  rush_order,
  scrap,
  order_moved,
  order_cancelled,
  quantity_changed,
  not_begun
};
inline constexpr std::array<std::string_view, 9> kFactNames = {
    "unit down",   "person away",     "purchase late",    "rush order", "scrap",
    "order moved", "order cancelled", "quantity changed", "not begun"};

// Adds such a fact to the draft of a plant as it is now (floor_time.hpp); `plant` and `plan` are what was published,
// with the draft's origin in them. Where the draft has nothing for it to happen to, a unit is down. Origin is now.
void add_fact(base::Random& random, Fact fact, const model::Plant& plant, const plan::Plan& plan,
              model::PlantDraft& draft);

}  // namespace kilter::support
