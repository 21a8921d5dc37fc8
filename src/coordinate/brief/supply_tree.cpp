#include "coordinate/brief/supply_tree.hpp"

#include <set>

#include "plan/peg_index.hpp"

namespace kilter::coordinate {
namespace {

using plan::Peg;
using plan::PegId;
using plan::PlacementId;
using plan::ProductionOrderId;

class Tree {
 public:
  Tree(const model::Plant& plant, const plan::Plan& plan, std::size_t most)
      : plant_(plant), plan_(plan), pegs_(plant, plan), most_(most) {
    ready_.assign(plan.placements.size(), nullptr);
    for (const plan::Readiness& ready : plan.readiness) ready_[ready.placement.index()] = &ready;
  }

  std::vector<SupplyNode> of(model::OrderId order) {
    for (const PegId peg : pegs_.into(order)) add(plan_.pegs[peg], 0);
    return std::move(nodes_);
  }

 private:
  [[nodiscard]] bool full() const { return nodes_.size() >= most_; }

  void add(const Peg& peg, int depth) {
    if (full()) return;
    SupplyNode node{.depth = depth, .index = peg.supply_index, .quantity = peg.quantity};
    switch (peg.supply) {
      case plan::SupplyKind::stock:
        node.until = 0;
        break;
      case plan::SupplyKind::open_purchase:
        open_purchase(node);
        break;
      case plan::SupplyKind::purchase:
        purchase(node);
        break;
      case plan::SupplyKind::production:
        return add_production(node);
    }
    nodes_.push_back(node);
  }

  void open_purchase(SupplyNode& node) const {
    const model::OpenPurchaseOrder& order = plant_.purchase_orders[model::OpenPurchaseOrderId(node.index)];
    node.kind = NodeKind::open_purchase;
    node.from = plant_.frame.tick(order.ordered);
    node.until = plant_.frame.tick(order.current);
  }

  void purchase(SupplyNode& node) const {
    const plan::Purchase& purchase = plan_.purchases[plan::PurchaseId(node.index)];
    node.kind = NodeKind::purchase;
    node.from = purchase.order_at;
    node.until = purchase.receipt_at;
  }

  void add_production(SupplyNode node) {
    const plan::ProductionOrder& order = plan_.production_orders[ProductionOrderId(node.index)];
    node.kind = NodeKind::production;
    node.from = order.start;
    node.until = order.end;
    node.repeated = !told_.insert(ProductionOrderId(node.index)).second;
    nodes_.push_back(node);
    if (node.repeated) return;
    for (const PlacementId placement : order.placements) add_operation(placement, node.depth + 1);
  }

  void add_operation(PlacementId id, int depth) {
    if (full()) return;
    const plan::Placement& placement = plan_.placements[id];
    nodes_.push_back({.kind = NodeKind::operation,
                      .depth = depth,
                      .index = id.index(),
                      .quantity = {},
                      .from = placement.start,
                      .until = placement.end,
                      .ready = ready_[id.index()]});
    for (const PegId peg : pegs_.into(id)) add(plan_.pegs[peg], depth + 1);
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  plan::PegIndex pegs_;
  std::size_t most_;
  std::vector<const plan::Readiness*> ready_;
  std::set<ProductionOrderId> told_;
  std::vector<SupplyNode> nodes_;
};

}  // namespace

std::vector<SupplyNode> supply_tree(const model::Plant& plant, const plan::Plan& plan, model::OrderId order,
                                    std::size_t most) {
  return Tree(plant, plan, most).of(order);
}

}  // namespace kilter::coordinate
