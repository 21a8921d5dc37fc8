// An operation whose successor must not wait long should not begin before the successor's other predecessors are
// decided:
//
//   p --(at most 2 h)--> o <-- q        q gates p: p is released only when q has its times
//
// Gates are transitive along maximum lags. Of two predecessors that must both not wait, the one deeper in the network
// gates the other. A gate that would contradict the precedence arcs is left out.
#pragma once

#include <span>
#include <vector>

#include "schedule/timing/network.hpp"

namespace kilter::schedule {

class Gates {
 public:
  // O(N + arcs) without maximum lags; with them, what each limited successor waits for beside.
  explicit Gates(const Network& network);

  // Operations that wait for `op` to be decided although no arc says so.
  [[nodiscard]] std::span<const Index> gated_by(Index op) const {
    if (begin_.empty()) return {};
    return {gated_.data() + begin_[op], gated_.data() + begin_[op + 1]};
  }
  // How many operations `op` waits for in that way.
  [[nodiscard]] Index gates_of(Index op) const { return begin_.empty() ? 0 : count_[op]; }

 private:
  struct Gate {
    Index keeper = 0;  // must be decided first
    Index gated = 0;
  };
  [[nodiscard]] std::vector<Index> topological_order(const std::vector<Gate>& gates) const;
  std::vector<Gate> find();
  void add_keepers(Index op, std::vector<Index>& keepers) const;
  [[nodiscard]] bool descends(Index op, Index from);
  void store(const std::vector<Gate>& gates);

  const Network& network_;
  std::vector<Index> place_;  // in a topological order of the arcs
  std::vector<Index> seen_;   // operation -> search that saw it last
  Index search_ = 0;
  std::vector<Index> begin_;
  std::vector<Index> gated_;
  std::vector<Index> count_;
};

}  // namespace kilter::schedule
