#include "plan/id_texts.hpp"

#include <algorithm>

namespace kilter::plan {
namespace {

// letter + "-", or letter + n + "-" with the smallest n >= 2 that no id begins with.
template <class Orders>
std::string free_prefix(char letter, const Orders& orders) {
  for (std::uint32_t n = 1;; ++n) {
    std::string prefix = std::string(1, letter) + (n == 1 ? "" : std::to_string(n)) + "-";
    const auto begins = [&](const auto& order) { return std::string_view(order.id).starts_with(prefix); };
    if (std::none_of(orders.begin(), orders.end(), begins)) return prefix;
  }
}

}  // namespace

std::string IdText::str() const {
  std::string result(text);
  if (number != 0) result += std::to_string(number);
  return result;
}

std::string OperationText::str() const { return order.str().append("/").append(operation); }

IdTexts::IdTexts(const model::Plant& plant)
    : plant_(&plant),
      order_prefix_(free_prefix('P', plant.production_orders)),
      purchase_prefix_(free_prefix('B', plant.purchase_orders)) {}

IdText IdTexts::production_order(const Plan& plan, ProductionOrderId id) const {
  const ProductionOrder& order = plan.production_orders[id];
  if (order.open.valid()) return {plant_->production_orders[order.open].id, 0};
  return {order_prefix_, id.index() + 1};
}

OperationText IdTexts::operation(const Plan& plan, PlacementId id) const {
  const Placement& placement = plan.placements[id];
  const IdText order = production_order(plan, placement.order);
  if (!placement.operation.valid()) return {order, {}};
  return {order, plant_->operations[placement.operation].id};
}

IdText IdTexts::supply(const Plan& plan, SupplyKind kind, std::uint32_t index) const {
  switch (kind) {
    case SupplyKind::stock:
      return stock(model::StockId(index));
    case SupplyKind::open_purchase:
      return {plant_->purchase_orders[model::OpenPurchaseOrderId(index)].id, 0};
    case SupplyKind::production:
      return production_order(plan, ProductionOrderId(index));
    case SupplyKind::purchase:
      return purchase(PurchaseId(index));
  }
  return {};
}

}  // namespace kilter::plan
