// The batches of a solution the obvious way: read off its order, every rule of batch machines looked at one by one. For
// the judge only.
#pragma once

#include <string>
#include <vector>

#include "schedule/problem.hpp"
#include "schedule/solution.hpp"

namespace kilter::schedule {

class PlainBatches {
 public:
  // Borrows both; the arrays of the solution have the problem's sizes.
  PlainBatches(const Problem& problem, const Solution& solution) : problem_(problem), solution_(solution) {}

  // Gathers the batches and returns what is wrong with them, each with its operation. Before all that follows.
  std::vector<std::string> read();

  // Is `op` in the batch of the one before it?
  [[nodiscard]] bool is_joined(Index op) const { return !solution_.joins.empty() && solution_.joins[op] != 0; }
  // Working seconds of the longest in the batch of `op`, setup aside.
  [[nodiscard]] Tick longest_work(Index op) const;

 private:
  void report(Index op, const std::string& text) { found_.push_back("operation " + std::to_string(op) + ": " + text); }
  void check_membership(Index op, Index before);
  void check_capacities();
  void check_fixed();
  [[nodiscard]] bool is_alike_fixed(Index a, Index b) const;

  const Problem& problem_;
  const Solution& solution_;
  std::vector<Index> batch_;  // operation -> the first of its batch in the order
  std::vector<std::string> found_;
};

}  // namespace kilter::schedule
