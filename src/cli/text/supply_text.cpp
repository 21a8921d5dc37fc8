#include "cli/text/supply_text.hpp"

#include <fmt/format.h>

#include "codec/text/human.hpp"

namespace kilter::cli {
namespace {

using codec::human_quantity;
using coordinate::NodeKind;
using coordinate::SupplyNode;

const std::string& item(const codec::PlanView& view, model::ItemId id) { return view.plant.items[id].id; }

SupplyText stock_text(const codec::PlanView& view, const SupplyNode& node) {
  const model::StockId id(node.index);
  const model::Stock& stock = view.plant.stock[id];
  const std::string lot = stock.lot.empty() ? std::string() : ", lot " + stock.lot;
  return {.id = plan::IdTexts::stock(id).str(),
          .text = fmt::format("stock: {} {}{}", human_quantity(node.quantity), item(view, stock.item), lot)};
}

SupplyText open_purchase_text(const codec::PlanView& view, const SupplyNode& node) {
  const model::OpenPurchaseOrder& order = view.plant.purchase_orders[model::OpenPurchaseOrderId(node.index)];
  return {.id = order.id,
          .text = fmt::format("purchase order under way: {} {} from {}", human_quantity(node.quantity),
                              item(view, order.item), view.plant.vendors[order.vendor].id)};
}

SupplyText purchase_text(const codec::PlanView& view, const SupplyNode& node) {
  const plan::PurchaseId id(node.index);
  const plan::Purchase& purchase = view.plan.purchases[id];
  const model::VendorId vendor = view.plant.offers[purchase.offer].vendor;
  return {.id = view.ids.purchase(id).str(),
          .text = fmt::format("buy: {} {} from {}", human_quantity(node.quantity), item(view, purchase.item),
                              view.plant.vendors[vendor].id)};
}

SupplyText production_text(const codec::PlanView& view, const SupplyNode& node) {
  const plan::ProductionOrderId id(node.index);
  const plan::ProductionOrder& order = view.plan.production_orders[id];
  return {.id = view.ids.production_order(view.plan, id).str(),
          .text = fmt::format("make: {} of {} {}", human_quantity(node.quantity), human_quantity(order.good),
                              item(view, order.item))};
}

// " on SAW-1, ANNA": unit or vendor, people and tools.
std::string where(const codec::PlanView& view, const plan::Placement& placement) {
  std::string text;
  if (placement.unit.valid()) text += " on " + view.plant.work_units[placement.unit].id;
  const model::VendorId vendor = view.plant.operations[placement.operation].vendor;
  if (vendor.valid()) text += " at " + view.plant.vendors[vendor].id;
  for (const plan::AssignmentId at : placement.assignments) {
    const plan::Assignment& assignment = view.plan.assignments[at];
    const bool person = assignment.kind == plan::AssigneeKind::person;
    text += ", " + (person ? view.plant.people[model::PersonId(assignment.index)].id
                           : view.plant.tools[model::ToolId(assignment.index)].id);
  }
  return text;
}

SupplyText operation_text(const codec::PlanView& view, const SupplyNode& node) {
  const plan::Placement& placement = view.plan.placements[plan::PlacementId(node.index)];
  const model::Operation& operation = view.plant.operations[placement.operation];
  return {.id = operation.id,
          .text = (operation.name.empty() ? operation.id : operation.name) + where(view, placement)};
}

}  // namespace

SupplyText text_of(const codec::PlanView& view, const SupplyNode& node) {
  switch (node.kind) {
    case NodeKind::stock:
      return stock_text(view, node);
    case NodeKind::open_purchase:
      return open_purchase_text(view, node);
    case NodeKind::purchase:
      return purchase_text(view, node);
    case NodeKind::production:
      return production_text(view, node);
    case NodeKind::operation:
      return operation_text(view, node);
  }
  return {};
}

}  // namespace kilter::cli
