#include "coordinate/brief/agenda.hpp"

#include <algorithm>

namespace kilter::coordinate {

time::Tick end_of_day(const model::Plant& plant, time::Tick now) {
  constexpr time::Tick kDay = 86'400;
  if (plant.days.count() == 0) return now + kDay;
  const std::size_t today = plant.days.day_of(now);
  return today + 1 < plant.days.count() ? plant.days.start_of(today + 1) : plant.days.start_of(today) + kDay;
}

Agenda agenda(const model::Plant& plant, const plan::Plan& plan, time::Tick now) {
  const time::Tick end = end_of_day(plant, now);
  Agenda today;
  for (const plan::ActionMessage& message : plan.actions) {
    if (message.kind != plan::ActionKind::order_now) today.messages.push_back(message);
  }
  for (const plan::PurchaseId id : base::ids_of(plan.purchases)) {
    if (plan.purchases[id].order_at < end) today.purchases.push_back(id);
  }
  for (const plan::PlacementId id : base::ids_of(plan.placements)) {
    const plan::Placement& placement = plan.placements[id];
    const bool open = placement.status == model::WorkStatus::waiting || placement.status == model::WorkStatus::pinned;
    if (open && placement.start < end) today.starts.push_back(id);
  }
  std::stable_sort(today.starts.begin(), today.starts.end(), [&](plan::PlacementId a, plan::PlacementId b) {
    return plan.placements[a].start < plan.placements[b].start;
  });
  const auto arrives = [&](model::OpenPurchaseOrderId id) {
    return plant.frame.tick(plant.purchase_orders[id].current);
  };
  for (const model::OpenPurchaseOrderId id : base::ids_of(plant.purchase_orders)) {
    if (arrives(id) <= end) today.inbound.push_back(id);
  }
  std::stable_sort(today.inbound.begin(), today.inbound.end(), [&](auto a, auto b) { return arrives(a) < arrives(b); });
  return today;
}

}  // namespace kilter::coordinate
