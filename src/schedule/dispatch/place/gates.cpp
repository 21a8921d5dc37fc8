#include "schedule/dispatch/place/gates.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

constexpr std::size_t kLongestSearch = 1'000;  // operations looked at to prove that there is no path

}  // namespace

Gates::Gates(const Network& network) : network_(network) {
  if (!network.has_maximum_lags()) return;
  std::vector<Gate> gates = find();
  // Whatever stands on a cycle, or behind one, does without gates.
  const std::vector<Index> sorted = topological_order(gates);
  std::vector<bool> is_sorted(network.operation_count(), false);
  for (const Index op : sorted) is_sorted[op] = true;
  std::erase_if(gates, [&](const Gate& gate) { return !is_sorted[gate.gated]; });
  store(gates);
}

// Kahn 1962; operations on cycles are missing.
std::vector<Index> Gates::topological_order(const std::vector<Gate>& gates) const {
  const Index count = network_.operation_count();
  std::vector<std::vector<Index>> gated(gates.empty() ? 0 : count);
  std::vector<Index> open(count, 0);
  for (Index op = 0; op < count; ++op) {
    for (const Successor& successor : network_.successors_of(op)) ++open[successor.operation];
  }
  for (const Gate& gate : gates) {
    gated[gate.keeper].push_back(gate.gated);
    ++open[gate.gated];
  }
  std::vector<Index> order;
  for (Index op = 0; op < count; ++op) {
    if (open[op] == 0) order.push_back(op);
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Index op = order[i];
    for (const Successor& successor : network_.successors_of(op)) {
      if (--open[successor.operation] == 0) order.push_back(successor.operation);
    }
    if (gated.empty()) continue;
    for (const Index next : gated[op]) {
      if (--open[next] == 0) order.push_back(next);
    }
  }
  return order;
}

// Successors before predecessors, so that gates pass along chains of limited waits.
std::vector<Gates::Gate> Gates::find() {
  const Problem& problem = network_.problem();
  const std::vector<Index> order = topological_order({});
  place_.assign(network_.operation_count(), 0);
  seen_.assign(network_.operation_count(), 0);
  for (Index i = 0; i < order.size(); ++i) place_[order[i]] = i;
  std::vector<std::vector<Index>> keepers(network_.operation_count());
  std::vector<Gate> gates;
  for (auto op = order.rbegin(); op != order.rend(); ++op) {
    if (network_.row(*op).fixed != Fixed::free) continue;
    std::vector<Index>& mine = keepers[*op];
    add_keepers(*op, mine);
    for (const Successor& successor : network_.successors_of(*op)) {
      if (problem.predecessors[successor.arc].maximum_lag == kNever) continue;
      const std::vector<Index>& passed = keepers[successor.operation];
      mine.insert(mine.end(), passed.begin(), passed.end());
    }
    std::sort(mine.begin(), mine.end());
    mine.erase(std::unique(mine.begin(), mine.end()), mine.end());
    std::erase_if(mine, [&](Index keeper) { return descends(keeper, *op); });
    for (const Index keeper : mine) gates.push_back({.keeper = keeper, .gated = *op});
  }
  return gates;
}

// What the limited successors of `op` wait for beside it.
void Gates::add_keepers(Index op, std::vector<Index>& keepers) const {
  for (const Successor& successor : network_.successors_of(op)) {
    if (network_.problem().predecessors[successor.arc].maximum_lag == kNever) continue;
    for (const Arc& arc : network_.predecessors_of(successor.operation)) {
      const bool is_deeper = arc.maximum_lag == kNever || place_[arc.operation] > place_[op];
      if (arc.operation != op && is_deeper && network_.row(arc.operation).fixed == Fixed::free)
        keepers.push_back(arc.operation);
    }
  }
}

// Is there a path of arcs from `from` to `op`? True as well when that is too long to tell.
bool Gates::descends(Index op, Index from) {
  if (place_[op] <= place_[from]) return op == from;
  ++search_;
  std::vector<Index> open{op};
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (i > kLongestSearch) return true;
    for (const Arc& arc : network_.predecessors_of(open[i])) {
      if (arc.operation == from) return true;
      if (place_[arc.operation] < place_[from] || seen_[arc.operation] == search_) continue;
      seen_[arc.operation] = search_;
      open.push_back(arc.operation);
    }
  }
  return false;
}

void Gates::store(const std::vector<Gate>& gates) {
  begin_.assign(network_.operation_count() + 1, 0);
  count_.assign(network_.operation_count(), 0);
  for (const Gate& gate : gates) {
    ++begin_[gate.keeper + 1];
    ++count_[gate.gated];
  }
  for (Index op = 0; op < network_.operation_count(); ++op) begin_[op + 1] += begin_[op];
  gated_.resize(gates.size());
  std::vector<Index> next(begin_.begin(), begin_.end() - 1);
  for (const Gate& gate : gates) gated_[next[gate.keeper]++] = gate.gated;
}

}  // namespace kilter::schedule
