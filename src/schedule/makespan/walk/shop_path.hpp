// One critical path of a timed shop graph, chosen at random where it branches, and its blocks: maximal runs of
// operations that follow each other directly on one lane.
#pragma once

#include <span>
#include <vector>

#include "base/random.hpp"
#include "schedule/graph/shop_graph.hpp"

namespace kilter::schedule {

class ShopPath {
 public:
  struct Block {
    Index begin = 0;  // into operations()
    Index end = 0;
  };

  // O(length x predecessors).
  void find(const ShopGraph& graph, base::Random& random);
  [[nodiscard]] std::span<const Index> operations() const { return operations_; }
  [[nodiscard]] std::span<const Block> blocks() const { return blocks_; }

 private:
  std::vector<Index> operations_;
  std::vector<Block> blocks_;
};

}  // namespace kilter::schedule
