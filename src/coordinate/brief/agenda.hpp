// What people do on a day: chase and release, order, start, receive.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// The first tick after the local day that holds `now`.
time::Tick end_of_day(const model::Plant& plant, time::Tick now = 0);

struct Agenda {
  std::vector<plan::ActionMessage> messages;        // about open orders
  std::vector<plan::PurchaseId> purchases;          // to order by the end of the day
  std::vector<plan::PlacementId> starts;            // operations that are to have started by then, by their start
  std::vector<model::OpenPurchaseOrderId> inbound;  // expected by then, by their date
};
Agenda agenda(const model::Plant& plant, const plan::Plan& plan, time::Tick now = 0);

}  // namespace kilter::coordinate
