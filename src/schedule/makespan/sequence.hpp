// A schedule without its times: a topological order and an alternative per operation. What pools keep.
#pragma once

#include <vector>

#include "schedule/graph/shop_graph.hpp"

namespace kilter::schedule {

struct Sequence {
  std::vector<Index> order;
  std::vector<Index> alternatives;
  Tick makespan = kNever;
};

// What the graph stands at; `makespan` as given.
inline void copy_sequence(const ShopGraph& graph, Tick makespan, Sequence& into) {
  into.order.assign(graph.order().begin(), graph.order().end());
  into.alternatives.resize(into.order.size());
  for (Index op = 0; op < into.order.size(); ++op) into.alternatives[op] = graph.node(op).alternative;
  into.makespan = makespan;
}

}  // namespace kilter::schedule
