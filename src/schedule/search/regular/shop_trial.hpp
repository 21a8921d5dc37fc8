// A shop graph whose cost is known exactly, before and after a move: the move is applied, ends are swept from the first
// place that it changed, and all is put back. O(N) with one or two nanoseconds per operation.
#pragma once

#include <array>
#include <limits>
#include <span>
#include <vector>

#include "schedule/search/regular/regular_cost.hpp"

namespace kilter::schedule {

// One operation to another place: behind `after` (Shop::count(): first) on the lane of the alternative.
struct Insertion {
  Index operation = 0;
  Index alternative = 0;
  Index after = 0;
};

// A schedule without its times.
struct ShopSequence {
  std::vector<Index> order;
  std::vector<Index> alternatives;
  Cost cost = std::numeric_limits<Cost>::max();
};

class ShopTrial {
 public:
  static constexpr Cost kImpossible = std::numeric_limits<Cost>::max();

  // Borrows both.
  ShopTrial(const Shop& shop, const RegularCost& objective);

  void load(const ShopSequence& sequence);
  void load(const Solution& solution);
  void store(ShopSequence& into) const;

  [[nodiscard]] const Shop& shop() const { return *shop_; }
  [[nodiscard]] const RegularCost& objective() const { return *objective_; }
  [[nodiscard]] const ShopGraph& graph() const { return graph_; }
  // Of the graph as it stands; kImpossible beyond the problem's horizon.
  [[nodiscard]] Cost cost() const { return cost_; }
  // Ends by operation.
  [[nodiscard]] std::span<const Tick> ends() const { return ends_; }

  static constexpr std::size_t kMostInsertions = 2;  // of one move

  // The cost after a move; kImpossible when it closes a cycle or leads beyond the horizon.
  [[nodiscard]] Cost evaluate(const Insertion& move) { return evaluate({&move, 1}); }
  // After several one after another, 1 to kMostInsertions.
  [[nodiscard]] Cost evaluate(std::span<const Insertion> moves);
  // False, and nothing changed, when it closes a cycle.
  bool make(const Insertion& move) { return make({&move, 1}); }
  bool make(std::span<const Insertion> moves);
  // What the move changes in prices of setups and modes.
  [[nodiscard]] Cost price_change(const Insertion& move) const;

 private:
  bool apply(std::span<const Insertion> moves);
  void take_back(std::size_t count);
  void time_all();
  void sweep(Index low);
  [[nodiscard]] Cost cost_of_ends() const;

  const Shop* shop_;
  const RegularCost* objective_;
  ShopGraph graph_;
  std::array<ShopGraph::Step, kMostInsertions> steps_;
  Index low_ = 0;           // first place in the order that the applied move changed
  Cost price_change_ = 0;   // of the applied move
  std::vector<Tick> ends_;  // count + 1; nobody's is 0
  Tick latest_ = 0;         // end seen by the last sweep
  Cost prices_ = 0;
  Cost cost_ = 0;
};

}  // namespace kilter::schedule
