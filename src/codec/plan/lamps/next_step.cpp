#include "codec/plan/lamps/next_step.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "codec/plan/references.hpp"
#include "codec/text/human.hpp"
#include "coordinate/brief/owners.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::LampCause;
using kilter::plan::LampReading;
using kilter::plan::LampState;

std::string name_of(const PlanView& view, const LampReading& lamp) {
  return target_name(view, target_of(lamp.cause), lamp.index);
}

// " by Mon 23 Nov 08:00"; nothing when it never comes.
std::string by(const PlanView& view, const LampReading& lamp) {
  return lamp.at == kilter::plan::kNever ? std::string() : " by " + human_moment(view.civil, lamp.at);
}

std::string of_purchase(const PlanView& view, const LampReading& lamp) {
  const auto& purchase = view.plan.purchases[kilter::plan::PurchaseId(lamp.index)];
  const model::Offer& offer = view.plant.offers[purchase.offer];
  return fmt::format("Order {} {} from {} by {} ({})", human_quantity(purchase.quantity),
                     view.plant.items[purchase.item].id, view.plant.vendors[offer.vendor].id,
                     human_moment(view.civil, purchase.order_at), name_of(view, lamp));
}

std::string of_open_purchase(const PlanView& view, const LampReading& lamp) {
  const model::OpenPurchaseOrder& order = view.plant.purchase_orders[model::OpenPurchaseOrderId(lamp.index)];
  return fmt::format("Chase {} at {}, expected {}", order.id, view.plant.vendors[order.vendor].id,
                     human_deadline_day(view.civil, view.plant.frame.tick(order.current)));
}

std::string of_production(const PlanView& view, const LampReading& lamp) {
  const auto& order = view.plan.production_orders[kilter::plan::ProductionOrderId(lamp.index)];
  return fmt::format("Finish {} ({} {}){}", name_of(view, lamp), human_quantity(order.quantity),
                     view.plant.items[order.item].id, by(view, lamp));
}

std::string of_held_lot(const PlanView& view, const LampReading& lamp) {
  const model::Stock& stock = view.plant.stock[model::StockId(lamp.index)];
  const std::string lot = stock.lot.empty() ? "stock " + name_of(view, lamp) : "lot " + stock.lot;
  return fmt::format("Release or replace {} of {}{}", lot, view.plant.items[stock.item].id,
                     stock.hold_reason.empty() ? std::string() : ": " + stock.hold_reason);
}

std::string of_clearance(const PlanView& view, const LampReading& lamp) {
  const model::Clearance& clearance = view.plant.clearances[lamp.index];
  return fmt::format("Get {}{}{}", clearance.id, by(view, lamp), clearance.note.empty() ? "" : ": " + clearance.note);
}

std::string of_budget(const PlanView& view, const LampReading& lamp) {
  const model::Budget& budget = view.plant.budgets[model::BudgetId(lamp.index)];
  return fmt::format("Decide by {} on going over the soft cap of {} ({})", human_moment(view.civil, lamp.at),
                     view.plant.accounts[budget.account].id, name_of(view, lamp));
}

std::string step_text(const PlanView& view, const LampReading& lamp) {
  switch (lamp.cause) {
    case LampCause::none:
      return {};
    case LampCause::purchase:
      return of_purchase(view, lamp);
    case LampCause::open_purchase:
      return of_open_purchase(view, lamp);
    case LampCause::production:
      return of_production(view, lamp);
    case LampCause::held_lot:
      return of_held_lot(view, lamp);
    case LampCause::person:
      return fmt::format("Find a stand-in for {}, away until {}", name_of(view, lamp),
                         human_moment(view.civil, lamp.at));
    case LampCause::unit:
      return fmt::format("Bring {} back{}", name_of(view, lamp), by(view, lamp));
    case LampCause::clearance:
      return of_clearance(view, lamp);
    case LampCause::inspection:
      return fmt::format("Inspect {}{}", name_of(view, lamp), by(view, lamp));
    case LampCause::budget:
      return of_budget(view, lamp);
  }
  return {};
}

std::string owner_text(const coordinate::Owner& owner) {
  if (!owner.named.empty()) return std::string(owner.named);
  static constexpr std::array<std::string_view, 6> kRoles{"", "buyer", "supervisor", "quality", "finance", "planner"};
  return std::string(kRoles[static_cast<std::size_t>(owner.role)]);
}

}  // namespace

NextStep next_step(const PlanView& view, const LampReading& lamp) {
  if (lamp.state == LampState::ready || lamp.cause == LampCause::none || name_of(view, lamp).empty()) return {};
  return {.owner = owner_text(coordinate::owner_of(view.plant, lamp)), .text = step_text(view, lamp)};
}

}  // namespace kilter::codec
