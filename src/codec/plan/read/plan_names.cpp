#include "codec/plan/read/plan_names.hpp"

#include <charconv>

namespace kilter::codec {

PlanNames::PlanNames(const model::Plant& plant_of_plan, const kilter::plan::Plan& plan)
    : plant(plant_of_plan),
      ids(plant_of_plan),
      items(index_names(plant.items)),
      sites(index_names(plant.sites)),
      orders(index_names(plant.orders)),
      units(index_names(plant.work_units)),
      people(index_names(plant.people)),
      tools(index_names(plant.tools)),
      skills(index_names(plant.skills)),
      work_centres(index_names(plant.work_centres)),
      calendars(index_names(plant.calendars)),
      open_orders(index_names(plant.production_orders)),
      open_purchases(index_names(plant.purchase_orders)),
      clearances(index_names(plant.clearances)),
      plan_(&plan) {}

void PlanNames::index_open_orders() {
  for (const kilter::plan::ProductionOrderId id : base::ids_of(plan_->production_orders)) {
    const model::OpenProductionOrderId open = plan_->production_orders[id].open;
    if (open.valid()) carried_.emplace(plant.production_orders[open].id, id.index());
  }
}

std::optional<std::uint32_t> PlanNames::find(const NameIndex& index, std::string_view name) const {
  const auto found = index.find(name);
  if (found == index.end()) return std::nullopt;
  return found->second;
}

std::optional<std::uint32_t> PlanNames::numbered(std::string_view prefix, std::string_view name) const {
  if (!name.starts_with(prefix)) return std::nullopt;
  const std::string_view digits = name.substr(prefix.size());
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  if (!whole || number == 0 || digits.front() == '0') return std::nullopt;
  return number - 1;
}

std::optional<std::uint32_t> PlanNames::production_order(std::string_view name) const {
  const std::optional<std::uint32_t> index = numbered(ids.order_prefix(), name);
  if (!index) return find(carried_, name);
  const bool known = *index < plan_->production_orders.size();
  if (!known || plan_->production_orders[kilter::plan::ProductionOrderId(*index)].open.valid()) return std::nullopt;
  return index;
}

std::optional<std::uint32_t> PlanNames::purchase(std::string_view name) const {
  const std::optional<std::uint32_t> index = numbered(ids.purchase_prefix(), name);
  return index && *index < plan_->purchases.size() ? index : std::nullopt;
}

std::optional<std::uint32_t> PlanNames::placement(std::uint32_t order, std::string_view operation) const {
  const kilter::plan::ProductionOrder& owner = plan_->production_orders[kilter::plan::ProductionOrderId(order)];
  for (const kilter::plan::PlacementId id : owner.placements) {
    const model::OperationId at = plan_->placements[id].operation;
    const std::string_view name = at.valid() ? std::string_view(plant.operations[at].id) : std::string_view();
    if (name == operation) return id.index();
  }
  return std::nullopt;
}

std::optional<std::uint32_t> PlanNames::placement(std::string_view name) const {
  for (std::size_t slash = name.find('/'); slash != std::string_view::npos; slash = name.find('/', slash + 1)) {
    const std::optional<std::uint32_t> order = production_order(name.substr(0, slash));
    if (!order) continue;
    if (const auto found = placement(*order, name.substr(slash + 1))) return found;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> PlanNames::target(Target target, std::string_view name) const {
  const auto within = [](std::optional<std::uint32_t> index, std::size_t size) {
    return index && *index < size ? index : std::nullopt;
  };
  switch (target) {
    case Target::nothing:
      return std::nullopt;
    case Target::stock:
      return within(numbered("S-", name), plant.stock.size());
    case Target::budget:
      return within(numbered("G-", name), plant.budgets.size());
    case Target::purchase:
      return purchase(name);
    case Target::open_purchase:
      return find(open_purchases, name);
    case Target::production:
      return production_order(name);
    case Target::person:
      return find(people, name);
    case Target::unit:
      return find(units, name);
    case Target::tool:
      return find(tools, name);
    case Target::clearance:
      return find(clearances, name);
    case Target::operation:
      return placement(name);
  }
  return std::nullopt;
}

}  // namespace kilter::codec
