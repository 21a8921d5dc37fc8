#include "schedule/search/regular/shop_trial.hpp"

#include <algorithm>

#include "base/assertions.hpp"
#include "base/require.hpp"
#include "schedule/graph/shop_graph_twin.hpp"

namespace kilter::schedule {

ShopTrial::ShopTrial(const Shop& shop, const RegularCost& objective)
    : shop_(&shop), objective_(&objective), graph_(shop), ends_(std::size_t{shop.count()} + 1, 0) {
  time_all();
}

void ShopTrial::load(const ShopSequence& sequence) {
  graph_.load(sequence.order, sequence.alternatives);
  time_all();
}

void ShopTrial::load(const Solution& solution) {
  graph_.load(solution);
  time_all();
}

void ShopTrial::time_all() {
  graph_.sweep_ends(0);
  sweep(0);
  prices_ = objective_->has_prices() ? objective_->prices(graph_) : 0;
  cost_ = cost_of_ends();
  if (cost_ != kImpossible) cost_ += prices_;
}

void ShopTrial::store(ShopSequence& into) const {
  into.order.assign(graph_.order().begin(), graph_.order().end());
  into.alternatives.resize(into.order.size());
  for (Index op = 0; op < into.order.size(); ++op) into.alternatives[op] = graph_.node(op).alternative;
  into.cost = cost_;
}

// Ends from place `low` on, those before being right.
void ShopTrial::sweep(Index low) {
  const auto order = graph_.order();
  Tick* const ends = ends_.data();
  Tick latest = 0;
  for (Index at = low; at < order.size(); ++at) {
    const Index op = order[at];
    const Links& links = shop_->links(op);
    const ShopGraph::Node& node = graph_.node(op);
    Tick begin = std::max(links.release, ends[links.before] + links.before_lag);
    begin = std::max(begin, ends[node.prev] + node.gap);
    for (const LaggedArc& arc : shop_->more_before(op)) begin = std::max(begin, ends[arc.operation] + arc.lag);
    const Tick end = begin + node.duration;
    ends[op] = end;
    latest = std::max(latest, end);
  }
  latest_ = latest;
}

Cost ShopTrial::cost_of_ends() const {
  return latest_ > shop_->problem().horizon ? kImpossible : objective_->tardiness(ends_);
}

Cost ShopTrial::price_change(const Insertion& move) const {
  const Index nobody = shop_->count();
  const auto [op, alternative, after] = move;
  const ShopGraph::Node& node = graph_.node(op);
  if (after == node.prev && shop_->alternative(alternative).lane == node.lane) {
    return objective_->price_at(op, alternative, after) - objective_->price(graph_, op);
  }
  const Index behind =
      after == nobody ? graph_.first_on(shop_->alternative(alternative).lane) : graph_.node(after).next;
  Cost change = objective_->price_at(op, alternative, after) - objective_->price(graph_, op);
  if (node.next != nobody) {
    change += objective_->price_at(node.next, graph_.node(node.next).alternative, node.prev) -
              objective_->price(graph_, node.next);
  }
  if (behind != nobody) {
    change += objective_->price_at(behind, graph_.node(behind).alternative, op) - objective_->price(graph_, behind);
  }
  return change;
}

// False, and nothing changed, when it closes a cycle.
bool ShopTrial::apply(std::span<const Insertion> moves) {
  low_ = shop_->count();
  price_change_ = 0;
  for (std::size_t i = 0; i < moves.size(); ++i) {
    const auto [op, alternative, after] = moves[i];
    if (objective_->has_prices()) price_change_ += price_change(moves[i]);
    if (!graph_.move(op, alternative, after, steps_[i])) {
      take_back(i);
      return false;
    }
    low_ = std::min(low_, steps_[i].low);
  }
  return true;
}

void ShopTrial::take_back(std::size_t count) {
  while (count-- > 0) graph_.undo(steps_[count]);
}

Cost ShopTrial::evaluate(std::span<const Insertion> moves) {
  if (!apply(moves)) return kImpossible;
  sweep(low_);
  const Cost cost = cost_of_ends();
  take_back(moves.size());
  const auto order = graph_.order();
  for (Index at = low_; at < order.size(); ++at) ends_[order[at]] = graph_.node(order[at]).end;
  return cost == kImpossible ? cost : cost + prices_ + price_change_;
}

bool ShopTrial::make(std::span<const Insertion> moves) {
  if (!apply(moves)) return false;
  graph_.sweep_ends(low_);
  const auto order = graph_.order();
  for (Index at = low_; at < order.size(); ++at) ends_[order[at]] = graph_.node(order[at]).end;
  prices_ += price_change_;
  cost_ = objective_->tardiness(ends_) + prices_;
  if (base::asserts(base::Assertions::twins)) {
    base::require_none(differences_to_twin(graph_, Timed::ends), "shop trial");
    KILTER_REQUIRE(!objective_->has_prices() || prices_ == objective_->prices(graph_));
  }
  return true;
}

}  // namespace kilter::schedule
