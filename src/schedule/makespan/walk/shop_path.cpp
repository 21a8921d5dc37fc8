#include "schedule/makespan/walk/shop_path.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

// Picks one of the candidates that it is shown, each with the same chance.
class Pick {
 public:
  explicit Pick(base::Random& random) : random_(random) {}
  void show(Index candidate) {
    ++seen_;
    if (seen_ == 1 || random_.below(seen_) == 0) picked_ = candidate;
  }
  [[nodiscard]] Index picked() const { return picked_; }

 private:
  base::Random& random_;
  std::uint32_t seen_ = 0;
  Index picked_ = kNone;
};

Index last_critical(const ShopGraph& graph, base::Random& random) {
  const Tick makespan = graph.makespan();
  Pick pick(random);
  for (const Index op : graph.shop().last_operations()) {
    if (graph.node(op).end == makespan) pick.show(op);
  }
  return pick.picked();
}

// What `op` waits for; kNone when it is its release.
Index waits_for(const ShopGraph& graph, Index op, base::Random& random) {
  const Shop& shop = graph.shop();
  const ShopGraph::Node& node = graph.node(op);
  const Links& links = shop.links(op);
  const Index nobody = shop.count();
  const Tick head = node.head();
  Pick pick(random);
  if (node.prev != nobody && graph.node(node.prev).end + node.gap == head) pick.show(node.prev);
  if (links.before != nobody && graph.node(links.before).end + links.before_lag == head) pick.show(links.before);
  for (const LaggedArc& arc : shop.more_before(op)) {
    if (graph.node(arc.operation).end + arc.lag == head) pick.show(arc.operation);
  }
  return pick.picked();
}

}  // namespace

void ShopPath::find(const ShopGraph& graph, base::Random& random) {
  operations_.clear();
  blocks_.clear();
  for (Index op = last_critical(graph, random); op != kNone; op = waits_for(graph, op, random))
    operations_.push_back(op);
  std::reverse(operations_.begin(), operations_.end());
  for (Index at = 0; at < operations_.size(); ++at) {
    const bool joins = at > 0 && graph.node(operations_[at]).prev == operations_[at - 1];
    if (!joins) blocks_.push_back({.begin = at, .end = at});
    ++blocks_.back().end;
  }
}

}  // namespace kilter::schedule
