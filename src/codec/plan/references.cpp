#include "codec/plan/references.hpp"

#include "plan/words.hpp"

namespace kilter::codec {

using kilter::plan::LampCause;
using kilter::plan::LateCause;

Target target_of(LampCause cause) {
  switch (cause) {
    case LampCause::none:
      return Target::nothing;
    case LampCause::held_lot:
      return Target::stock;
    case LampCause::purchase:
      return Target::purchase;
    case LampCause::open_purchase:
      return Target::open_purchase;
    case LampCause::production:
      return Target::production;
    case LampCause::person:
      return Target::person;
    case LampCause::unit:
      return Target::unit;
    case LampCause::clearance:
      return Target::clearance;
    case LampCause::inspection:
      return Target::operation;
    case LampCause::budget:
      return Target::budget;
  }
  return Target::nothing;
}

Target target_of(LateCause cause) {
  switch (cause) {
    case LateCause::queue:
      return Target::operation;
    case LateCause::person:
      return Target::person;
    case LateCause::tool:
      return Target::tool;
    case LateCause::purchase:
      return Target::purchase;
    case LateCause::open_purchase:
      return Target::open_purchase;
    case LateCause::stock:
      return Target::stock;
    case LateCause::clearance:
      return Target::clearance;
    case LateCause::budget:
      return Target::budget;
    default:
      return Target::nothing;
  }
}

namespace {

template <class Id, class Vector>
std::string id_in(const Vector& vector, std::uint32_t index) {
  return index < vector.size() ? vector[Id(index)].id : std::string();
}

std::string plan_name(const PlanView& view, Target target, std::uint32_t index) {
  if (target == Target::purchase) {
    return index < view.plan.purchases.size() ? view.ids.purchase(kilter::plan::PurchaseId(index)).str() : "";
  }
  if (target == Target::production) {
    const bool known = index < view.plan.production_orders.size();
    return known ? view.ids.production_order(view.plan, kilter::plan::ProductionOrderId(index)).str() : "";
  }
  if (target == Target::operation) {
    const bool known = index < view.plan.placements.size();
    return known ? view.ids.operation(view.plan, kilter::plan::PlacementId(index)).str() : "";
  }
  return {};
}

}  // namespace

std::string target_name(const PlanView& view, Target target, std::uint32_t index) {
  switch (target) {
    case Target::nothing:
      return {};
    case Target::stock:
      return index < view.plant.stock.size() ? view.ids.stock(model::StockId(index)).str() : "";
    case Target::budget:
      return index < view.plant.budgets.size() ? view.ids.budget(model::BudgetId(index)).str() : "";
    case Target::open_purchase:
      return id_in<model::OpenPurchaseOrderId>(view.plant.purchase_orders, index);
    case Target::person:
      return id_in<model::PersonId>(view.plant.people, index);
    case Target::unit:
      return id_in<model::WorkUnitId>(view.plant.work_units, index);
    case Target::tool:
      return id_in<model::ToolId>(view.plant.tools, index);
    case Target::clearance:
      return index < view.plant.clearances.size() ? view.plant.clearances[index].id : "";
    case Target::purchase:
    case Target::production:
    case Target::operation:
      return plan_name(view, target, index);
  }
  return {};
}

std::string lamp_text(const PlanView& view, const kilter::plan::LampReading& lamp) {
  std::string text(kilter::plan::word(lamp.state));
  if (lamp.at == kilter::plan::kNever) text += " never";
  if (lamp.at != kilter::plan::kLongAgo && lamp.at != kilter::plan::kNever) text += " " + view.civil.str(lamp.at);
  if (lamp.cause == LampCause::none) return text;
  text.append(" ").append(kilter::plan::word(lamp.cause));
  const std::string name = target_name(view, target_of(lamp.cause), lamp.index);
  return name.empty() ? text : text.append(" ").append(name);
}

}  // namespace kilter::codec
