#include "schedule/graph/shop_graph.hpp"

#include <numeric>

namespace kilter::schedule {

ShopGraph::ShopGraph(const Shop& shop)
    : shop_(&shop),
      nodes_(std::size_t{shop.count()} + 1),
      position_(std::size_t{shop.count()} + 1, 0),
      mark_(std::size_t{shop.count()} + 1, 0) {
  std::vector<Index> waits(shop.count());
  std::vector<Index> order;
  for (Index op = 0; op < shop.count(); ++op) {
    waits[op] = static_cast<Index>(shop.problem().predecessors_of(op).size());
    if (waits[op] == 0) order.push_back(op);
  }
  for (std::size_t at = 0; at < order.size(); ++at) {
    const Index op = order[at];
    if (shop.links(op).after == shop.count()) continue;
    if (--waits[shop.links(op).after] == 0) order.push_back(shop.links(op).after);
    for (const LaggedArc& arc : shop.more_after(op)) {
      if (--waits[arc.operation] == 0) order.push_back(arc.operation);
    }
  }
  std::vector<Index> alternatives(shop.count());
  for (Index op = 0; op < shop.count(); ++op) alternatives[op] = shop.first_alternative(op);
  load(order, alternatives);
}

void ShopGraph::load(std::span<const Index> order, std::span<const Index> alternatives) {
  const Index nobody = shop_->count();
  order_.assign(order.begin(), order.end());
  first_.assign(shop_->lane_count(), nobody);
  last_.assign(shop_->lane_count(), nobody);
  nodes_[nobody] = {.prev = nobody, .next = nobody};
  for (Index at = 0; at < order_.size(); ++at) {
    const Index op = order_[at];
    position_[op] = at;
    link(op, alternatives[op], last_[shop_->alternative(alternatives[op]).lane]);
  }
}

void ShopGraph::load(const Solution& solution) {
  std::vector<Index> alternatives(shop_->count());
  for (Index op = 0; op < shop_->count(); ++op)
    alternatives[op] = shop_->find_alternative(op, solution.mode[op], solution.lane[op]);
  load(solution.order, alternatives);
}

Solution ShopGraph::to_solution() const {
  const Problem& problem = shop_->problem();
  Solution solution;
  solution.order = order_;
  for (Index op = 0; op < shop_->count(); ++op) {
    const Node& node = nodes_[op];
    const Alternative& way = shop_->alternative(node.alternative);
    const bool on_machine = problem.modes[way.mode].group != kNone;
    const Tick setup = on_machine ? shop_->setup(node.lane, node.prev, op) : 0;
    solution.mode.push_back(way.mode);
    solution.lane.push_back(on_machine ? way.lane : kNone);
    solution.end.push_back(node.end);
    solution.setup.push_back(setup);
    solution.start.push_back(node.end - way.work - setup);
  }
  return solution;
}

bool ShopGraph::move(Index op, Index alternative, Index after, Step& step) {
  const Index nobody = shop_->count();
  const Node& node = nodes_[op];
  step.operation = op;
  step.alternative = node.alternative;
  step.after = node.prev;
  step.low = step.high = position_[op];
  const Index old_next = node.next;
  const Index lane = shop_->alternative(alternative).lane;
  Index behind = after == nobody ? first_[lane] : nodes_[after].next;
  if (behind == op) behind = node.next;
  if (after != nobody && position_[after] > position_[op]) {
    step.high = position_[after];
    step.order.assign(order_.begin() + step.low, order_.begin() + step.high + 1);
    if (!shift_right(op, after)) return false;
  } else if (behind != nobody && position_[behind] < position_[op]) {
    step.low = position_[behind];
    step.order.assign(order_.begin() + step.low, order_.begin() + step.high + 1);
    if (!shift_left(op, behind)) return false;
  } else {
    step.order.assign(1, op);
  }
  unlink(op);
  link(op, alternative, after);
  if (shop_->has_setups()) {  // what stood behind and what stands behind now have another duration
    step.high = std::max({step.high, position_[behind], position_[old_next]});
  }
  return true;
}

void ShopGraph::undo(const Step& step) {
  unlink(step.operation);
  link(step.operation, step.alternative, step.after);
  for (Index i = 0; i < step.order.size(); ++i) {
    order_[step.low + i] = step.order[i];
    position_[step.order[i]] = step.low + i;
  }
}

// Whether a predecessor of x, by an arc or on its lane, is marked; arcs from `op` count, its lane does not: it leaves.
bool ShopGraph::follows_marked(Index x, Index op) const {
  const Links& links = shop_->links(x);
  if (links.before == op || mark_[links.before] == stamp_ || mark_[nodes_[x].prev] == stamp_) return true;
  for (const LaggedArc& arc : shop_->more_before(x)) {
    if (arc.operation == op || mark_[arc.operation] == stamp_) return true;
  }
  return false;
}

bool ShopGraph::precedes_marked(Index x, Index op) const {
  const Links& links = shop_->links(x);
  if (links.after == op || mark_[links.after] == stamp_ || mark_[nodes_[x].next] == stamp_) return true;
  for (const LaggedArc& arc : shop_->more_after(x)) {
    if (arc.operation == op || mark_[arc.operation] == stamp_) return true;
  }
  return false;
}

// Makes `op` stand behind `target` in the order: what depends on it goes along. False: target does, nothing changed.
//
//   op a B c D target      capital: depends on op       ->      a c target op B D
bool ShopGraph::shift_right(Index op, Index target) {
  const Index low = position_[op];
  const Index high = position_[target];
  ++stamp_;
  kept_.clear();
  marked_.clear();
  for (Index at = low + 1; at <= high; ++at) {
    const Index x = order_[at];
    const bool follows = follows_marked(x, op);
    if (follows) mark_[x] = stamp_;
    (follows ? marked_ : kept_).push_back(x);
  }
  if (mark_[target] == stamp_) return false;
  write_order(low, kept_, op, marked_);
  return true;
}

// The mirror image: `op` before `target`.
bool ShopGraph::shift_left(Index op, Index target) {
  const Index low = position_[target];
  const Index high = position_[op];
  ++stamp_;
  kept_.clear();
  marked_.clear();
  for (Index at = high; at-- > low;) {
    const Index x = order_[at];
    const bool precedes = precedes_marked(x, op);
    if (precedes) mark_[x] = stamp_;
    (precedes ? marked_ : kept_).push_back(x);
  }
  if (mark_[target] == stamp_) return false;
  std::reverse(kept_.begin(), kept_.end());
  std::reverse(marked_.begin(), marked_.end());
  write_order(low, marked_, op, kept_);
  return true;
}

void ShopGraph::write_order(Index low, std::span<const Index> first, Index op, std::span<const Index> second) {
  const auto put = [this, &low](Index x) {
    order_[low] = x;
    position_[x] = low++;
  };
  for (const Index x : first) put(x);
  put(op);
  for (const Index x : second) put(x);
}

void ShopGraph::unlink(Index op) {
  const Index nobody = shop_->count();
  const Node& node = nodes_[op];
  (node.prev == nobody ? first_[node.lane] : nodes_[node.prev].next) = node.next;
  (node.next == nobody ? last_[node.lane] : nodes_[node.next].prev) = node.prev;
  if (node.next != nobody) time_setup(node.next);
}

void ShopGraph::link(Index op, Index alternative, Index after) {
  const Index nobody = shop_->count();
  Node& node = nodes_[op];
  const Index lane = shop_->alternative(alternative).lane;
  node.alternative = alternative;
  node.lane = lane;
  node.prev = after;
  node.next = after == nobody ? first_[lane] : nodes_[after].next;
  (after == nobody ? first_[lane] : nodes_[after].next) = op;
  (node.next == nobody ? last_[lane] : nodes_[node.next].prev) = op;
  time_setup(op);
  if (node.next != nobody) time_setup(node.next);
}

void ShopGraph::time_setup(Index op) {
  Node& node = nodes_[op];
  node.duration = shop_->alternative(node.alternative).work;
  node.gap = 0;
  if (!shop_->has_setups()) return;
  const Tick setup = shop_->setup(node.lane, node.prev, op);
  (shop_->setups_run_ahead() ? node.gap : node.duration) += setup;
}

}  // namespace kilter::schedule
