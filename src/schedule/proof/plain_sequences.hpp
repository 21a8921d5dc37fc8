// What the order of a solution says about its lanes, the obvious way: what stands before what, and who is in a batch
// with whom. For the slow twin only.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "schedule/problem.hpp"
#include "schedule/solution.hpp"

namespace kilter::schedule {

class PlainSequences {
 public:
  // What stands directly before an operation on one of its lanes.
  struct Before {
    bool machine = false;  // the lane is the machine of the later one
    Index op = kNone;
    Index slot = kNone;  // slot of the earlier one; kNone: its machine
  };

  // Borrows the problem; copies what it needs of the solution.
  PlainSequences(const Problem& problem, const Solution& given);

  // Before the first of the batch that `op` is in.
  [[nodiscard]] const std::vector<Before>& before_batch(Index op) const { return before_[batch_[op].front()]; }
  // All that are in a batch with `op`, itself too, in their order.
  [[nodiscard]] const std::vector<Index>& batch(Index op) const { return batch_[op]; }
  // Is it in a batch, and not the first?
  [[nodiscard]] bool is_joined(Index op) const { return batch_[op].front() != op; }
  // Working seconds of the longest in its batch, setup aside.
  [[nodiscard]] Tick longest_work(Index op) const;
  // The family that the machine of `op` is set up for before it.
  [[nodiscard]] Index family_before(Index op) const;
  // The setups that count for `op`; nullptr: none.
  [[nodiscard]] const SetupMatrix* setups(Index op) const;

 private:
  // Lane -> operation and slot (kNone: machine) at its end.
  using Ends = std::map<Index, std::pair<Index, Index>>;
  void put_behind(Index op, Index slot, Index lane, Ends& last);
  void join(Index op, bool joins);

  const Problem& problem_;
  std::vector<Index> lane_;                  // operation
  std::vector<Index> mode_;                  // operation
  std::vector<std::vector<Before>> before_;  // operation
  std::vector<std::vector<Index>> batch_;    // operation
};

}  // namespace kilter::schedule
