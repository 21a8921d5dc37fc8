#include "codec/report/today.hpp"

#include <fmt/format.h>

#include "codec/text/human.hpp"
#include "coordinate/brief/agenda.hpp"
#include "plan/words.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::ActionMessage;
using kilter::plan::SupplyKind;

std::string action_name(const PlanView& view, const ActionMessage& action) {
  if (action.supply == SupplyKind::production) {
    return view.plant.production_orders[model::OpenProductionOrderId(action.index)].id;
  }
  return view.ids.supply(view.plan, action.supply, action.index).str();
}

// " (300 TB-28 from TUBEWORKS)": what an open order is about.
std::string action_subject(const PlanView& view, const ActionMessage& action) {
  if (action.supply == SupplyKind::open_purchase) {
    const auto& purchase = view.plant.purchase_orders[model::OpenPurchaseOrderId(action.index)];
    return fmt::format(" ({} {} from {})", human_quantity(purchase.quantity), view.plant.items[purchase.item].id,
                       view.plant.vendors[purchase.vendor].id);
  }
  if (action.supply != SupplyKind::production) return {};
  const auto& order = view.plant.production_orders[model::OpenProductionOrderId(action.index)];
  return fmt::format(" ({} {})", human_quantity(order.quantity), view.plant.items[order.item].id);
}

std::string action_line(const PlanView& view, const ActionMessage& action) {
  std::string line =
      fmt::format("{} {}{}", kilter::plan::word(action.kind), action_name(view, action), action_subject(view, action));
  const bool resized =
      action.kind == kilter::plan::ActionKind::increase || action.kind == kilter::plan::ActionKind::decrease;
  if (resized) line += fmt::format(" to {}", human_quantity(action.quantity));
  if (action.to != action.from && action.to != kilter::plan::kNever) {
    const std::string wanted = human_deadline_day(view.civil, action.to);
    const std::string now = human_deadline_day(view.civil, action.from);
    const bool same_day = wanted == now;
    const bool overdue = action.kind == kilter::plan::ActionKind::expedite && action.from < 0;
    if (overdue) return line + fmt::format(", wanted {}, overdue since {}", wanted, now);
    line += fmt::format(", wanted {}, now {}", same_day ? human_deadline(view.civil, action.to) : wanted,
                        same_day ? human_deadline(view.civil, action.from) : now);
  }
  return line;
}

std::string purchase_line(const PlanView& view, kilter::plan::PurchaseId id) {
  const kilter::plan::Purchase& purchase = view.plan.purchases[id];
  const model::Vendor& vendor = view.plant.vendors[view.plant.offers[purchase.offer].vendor];
  std::string line = fmt::format("{}: {} {} from {}, {} {}", view.ids.purchase(id).str(),
                                 human_quantity(purchase.quantity), view.plant.items[purchase.item].id, vendor.id,
                                 human_money(purchase.goods), view.plant.policy.currency);
  if (!purchase.freight.is_zero()) line += fmt::format(" and {} freight", human_money(purchase.freight));
  return line;
}

// "06:00 W-3: Weld 3 FR-TREK for SO-118 (P-380/10)".
std::string start_line(const PlanView& view, kilter::plan::PlacementId id) {
  const kilter::plan::Placement& placement = view.plan.placements[id];
  const kilter::plan::ProductionOrder& order = view.plan.production_orders[placement.order];
  const model::Operation& operation = view.plant.operations[placement.operation];
  const time::Civil at = view.civil.civil(placement.start);
  return fmt::format("{:02}:{:02} {}{} {} {}{} ({})", at.second_of_day / 3600, at.second_of_day / 60 % 60,
                     placement.unit.valid() ? view.plant.work_units[placement.unit].id + ": " : std::string(),
                     operation.name.empty() ? operation.id : operation.name, human_quantity(order.quantity),
                     view.plant.items[order.item].id,
                     order.for_order.valid() ? " for " + view.plant.orders[order.for_order].id : std::string(),
                     view.ids.operation(view.plan, id).str());
}

}  // namespace

std::vector<std::string> action_lines(const PlanView& view, const std::vector<ActionMessage>& messages) {
  std::vector<std::string> lines;
  for (const ActionMessage& message : messages) lines.push_back(action_line(view, message));
  return lines;
}

Today today_of(const PlanView& view) {
  const coordinate::Agenda agenda = coordinate::agenda(view.plant, view.plan);
  Today today;
  today.actions = action_lines(view, agenda.messages);
  for (const kilter::plan::PurchaseId id : agenda.purchases) today.purchases.push_back(purchase_line(view, id));
  for (const kilter::plan::PlacementId id : agenda.starts) today.starts.push_back(start_line(view, id));
  return today;
}

}  // namespace kilter::codec
