#include "cli/text/supply_tree.hpp"

#include <fmt/format.h>

#include <set>

#include "codec/text/human.hpp"

namespace kilter::cli {
namespace {

using codec::human_quantity;
using plan::Peg;
using plan::PegId;
using plan::Placement;
using plan::PlacementId;
using plan::ProductionOrderId;

class Tree {
 public:
  Tree(const codec::PlanView& view, std::size_t most) : view_(view), pegs_(view.plant, view.plan), most_(most) {
    ready_.assign(view.plan.placements.size(), nullptr);
    for (const plan::Readiness& ready : view.plan.readiness) ready_[ready.placement.index()] = &ready;
  }

  std::vector<SupplyNode> of(model::OrderId order) {
    for (const PegId peg : pegs_.into(order)) add(view_.plan.pegs[peg], 0);
    return std::move(nodes_);
  }

 private:
  [[nodiscard]] bool full() const { return nodes_.size() >= most_; }

  void add(const Peg& peg, int depth) {
    if (full()) return;
    switch (peg.supply) {
      case plan::SupplyKind::stock:
        return add_stock(model::StockId(peg.supply_index), peg, depth);
      case plan::SupplyKind::open_purchase:
        return add_open(model::OpenPurchaseOrderId(peg.supply_index), peg, depth);
      case plan::SupplyKind::production:
        return add_production(ProductionOrderId(peg.supply_index), peg, depth);
      case plan::SupplyKind::purchase:
        return add_purchase(plan::PurchaseId(peg.supply_index), peg, depth);
    }
  }

  void add_stock(model::StockId id, const Peg& peg, int depth) {
    const model::Stock& stock = view_.plant.stock[id];
    const std::string lot = stock.lot.empty() ? std::string() : ", lot " + stock.lot;
    nodes_.push_back({.kind = NodeKind::stock,
                      .depth = depth,
                      .id = plan::IdTexts::stock(id).str(),
                      .text = fmt::format("stock: {} {}{}", human_quantity(peg.quantity), item(stock.item), lot),
                      .until = 0});
  }

  void add_open(model::OpenPurchaseOrderId id, const Peg& peg, int depth) {
    const model::OpenPurchaseOrder& order = view_.plant.purchase_orders[id];
    nodes_.push_back({.kind = NodeKind::open_purchase,
                      .depth = depth,
                      .id = order.id,
                      .text = fmt::format("purchase order under way: {} {} from {}", human_quantity(peg.quantity),
                                          item(order.item), view_.plant.vendors[order.vendor].id),
                      .from = view_.plant.frame.tick(order.ordered),
                      .until = view_.plant.frame.tick(order.current)});
  }

  void add_purchase(plan::PurchaseId id, const Peg& peg, int depth) {
    const plan::Purchase& purchase = view_.plan.purchases[id];
    const model::VendorId vendor = view_.plant.offers[purchase.offer].vendor;
    nodes_.push_back({.kind = NodeKind::purchase,
                      .depth = depth,
                      .id = view_.ids.purchase(id).str(),
                      .text = fmt::format("buy: {} {} from {}", human_quantity(peg.quantity), item(purchase.item),
                                          view_.plant.vendors[vendor].id),
                      .from = purchase.order_at,
                      .until = purchase.receipt_at});
  }

  void add_production(ProductionOrderId id, const Peg& peg, int depth) {
    const plan::ProductionOrder& order = view_.plan.production_orders[id];
    const bool repeated = !told_.insert(id).second;
    nodes_.push_back({.kind = NodeKind::production,
                      .depth = depth,
                      .id = view_.ids.production_order(view_.plan, id).str(),
                      .text = fmt::format("make: {} of {} {}", human_quantity(peg.quantity), human_quantity(order.good),
                                          item(order.item)),
                      .from = order.start,
                      .until = order.end,
                      .repeated = repeated});
    if (repeated) return;
    for (const PlacementId placement : order.placements) add_operation(placement, depth + 1);
  }

  void add_operation(PlacementId id, int depth) {
    if (full()) return;
    const Placement& placement = view_.plan.placements[id];
    const model::Operation& operation = view_.plant.operations[placement.operation];
    nodes_.push_back({.kind = NodeKind::operation,
                      .depth = depth,
                      .id = operation.id,
                      .text = (operation.name.empty() ? operation.id : operation.name) + where(placement),
                      .from = placement.start,
                      .until = placement.end,
                      .ready = ready_[id.index()]});
    for (const PegId peg : pegs_.into(id)) add(view_.plan.pegs[peg], depth + 1);
  }

  [[nodiscard]] std::string where(const Placement& placement) const {
    std::string text;
    if (placement.unit.valid()) text += " on " + view_.plant.work_units[placement.unit].id;
    const model::VendorId vendor = view_.plant.operations[placement.operation].vendor;
    if (vendor.valid()) text += " at " + view_.plant.vendors[vendor].id;
    for (const plan::AssignmentId at : placement.assignments) {
      const plan::Assignment& assignment = view_.plan.assignments[at];
      const bool person = assignment.kind == plan::AssigneeKind::person;
      text += ", " + (person ? view_.plant.people[model::PersonId(assignment.index)].id
                             : view_.plant.tools[model::ToolId(assignment.index)].id);
    }
    return text;
  }

  [[nodiscard]] const std::string& item(model::ItemId id) const { return view_.plant.items[id].id; }

  const codec::PlanView& view_;
  plan::PegIndex pegs_;
  std::size_t most_;
  std::vector<const plan::Readiness*> ready_;
  std::set<ProductionOrderId> told_;
  std::vector<SupplyNode> nodes_;
};

}  // namespace

std::vector<SupplyNode> supply_tree(const codec::PlanView& view, model::OrderId order, std::size_t most) {
  return Tree(view, most).of(order);
}

}  // namespace kilter::cli
