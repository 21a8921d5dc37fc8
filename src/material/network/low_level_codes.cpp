#include "material/network/low_level_codes.hpp"

#include <algorithm>

namespace kilter::material {
namespace {

using model::ItemId;

struct Edge {
  std::uint32_t above = 0;
  std::uint32_t below = 0;
};

std::vector<Edge> edges_of(const model::Plant& plant, const std::vector<bool>& sourceless, bool switches) {
  std::vector<Edge> edges;
  edges.reserve(plant.bom_lines.size());
  for (const model::BomLine& line : plant.bom_lines) {
    edges.push_back({.above = line.parent.index(), .below = line.component.index()});
    if (!switches || !sourceless[line.component.index()]) continue;
    for (const model::Substitute& substitute : line.substitutes) {
      edges.push_back({.above = line.component.index(), .below = substitute.item.index()});
    }
  }
  return edges;
}

// Longest paths by Kahn's topological order. False when there is a cycle.
bool assign_codes(const std::vector<Edge>& edges, std::vector<std::uint32_t>& code) {
  const std::size_t items = code.size();
  std::vector<std::uint32_t> begin(items + 1, 0);
  std::vector<std::uint32_t> waiting(items, 0);
  for (const Edge& edge : edges) {
    ++begin[edge.above + 1];
    ++waiting[edge.below];
  }
  for (std::size_t i = 0; i < items; ++i) begin[i + 1] += begin[i];
  std::vector<std::uint32_t> below(edges.size());
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  for (const Edge& edge : edges) below[next[edge.above]++] = edge.below;

  std::vector<std::uint32_t> ready;
  for (std::uint32_t item = 0; item < items; ++item) {
    if (waiting[item] == 0) ready.push_back(item);
  }
  for (std::size_t done = 0; done < ready.size(); ++done) {
    const std::uint32_t above = ready[done];
    for (std::uint32_t k = begin[above]; k < begin[above + 1]; ++k) {
      code[below[k]] = std::max(code[below[k]], code[above] + 1);
      if (--waiting[below[k]] == 0) ready.push_back(below[k]);
    }
  }
  return ready.size() == items;
}

}  // namespace

LowLevelCodes low_level_codes(const model::Plant& plant, const std::vector<bool>& sourceless) {
  LowLevelCodes result;
  result.code.assign(plant.items.size(), 0);
  if (!assign_codes(edges_of(plant, sourceless, true), result.code)) {
    result.code.assign(plant.items.size(), 0);
    assign_codes(edges_of(plant, sourceless, false), result.code);
  }
  result.order.reserve(plant.items.size());
  for (const ItemId item : base::ids_of(plant.items)) result.order.push_back(item);
  std::stable_sort(result.order.begin(), result.order.end(),
                   [&](ItemId a, ItemId b) { return result.code[a.index()] < result.code[b.index()]; });
  return result;
}

}  // namespace kilter::material
