// What people do on the day of planning: chase and release, order, start.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// The first tick after the local day of planning.
time::Tick end_of_today(const model::Plant& plant);

struct Agenda {
  std::vector<plan::ActionMessage> messages;  // about open orders
  std::vector<plan::PurchaseId> purchases;    // to order today
  std::vector<plan::PlacementId> starts;      // operations that start today, in the order of their start
};
Agenda agenda(const model::Plant& plant, const plan::Plan& plan);

}  // namespace kilter::coordinate
