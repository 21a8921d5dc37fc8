#include "schedule/graph/shop_graph_twin.hpp"

namespace kilter::schedule {

std::vector<std::string> differences_to_twin(const ShopGraph& graph, Timed timed) {
  const Index count = graph.shop().count();
  std::vector<Index> alternatives(count);
  for (Index op = 0; op < count; ++op) alternatives[op] = graph.node(op).alternative;
  ShopGraph twin(graph.shop());
  twin.load(graph.order(), alternatives);
  twin.sweep();
  std::vector<std::string> found;
  const auto compare = [&found](Index op, const char* what, std::int64_t fast, std::int64_t slow) {
    if (fast == slow) return;
    found.push_back("operation " + std::to_string(op) + ": " + what + " " + std::to_string(fast) + ", by its twin " +
                    std::to_string(slow));
  };
  for (Index op = 0; op < count; ++op) {
    const ShopGraph::Node& node = graph.node(op);
    compare(op, "position", graph.position(op), twin.position(op));
    compare(op, "before it", node.prev, twin.node(op).prev);
    compare(op, "behind it", node.next, twin.node(op).next);
    compare(op, "duration", node.duration, twin.node(op).duration);
    compare(op, "gap", node.gap, twin.node(op).gap);
    compare(op, "end", node.end, twin.node(op).end);
    if (timed == Timed::ends_and_tails) compare(op, "tail", node.tail, twin.node(op).tail);
  }
  return found;
}

}  // namespace kilter::schedule
