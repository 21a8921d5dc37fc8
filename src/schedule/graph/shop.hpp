// A shop: a Problem whose operations need one lane each, at any hour. Job shops, flexible and assembly shops, with
// release times, minimum lags and sequence-dependent setups. Laid out for the inner loops of graph searches: 32-bit
// indices, half a cache line per operation. Immutable, shared by threads.
//
// Operation numbers are the problem's. Number `count()` is nobody: it stands where there is no predecessor, no
// successor, nothing before on a lane; its times are 0, so that no loop has to ask.
#pragma once

#include <span>
#include <vector>

#include "schedule/problem.hpp"

namespace kilter::schedule {

// One way to do an operation on one lane.
struct Alternative {
  Index lane = 0;
  Tick work = 0;
  Index mode = 0;  // index into Problem::modes
};

// Arcs of an operation: the first of either direction inline, others in lists.
struct Links {
  Index before = 0;  // a predecessor
  Tick before_lag = 0;
  Index after = 0;  // a successor
  Tick after_lag = 0;
  Tick release = 0;
  Index family = 0;       // of the setup; Shop's own numbers
  Index more_before = 0;  // further arcs: until the next operation's
  Index more_after = 0;
};

struct LaggedArc {
  Index operation = 0;  // at the other end
  Tick lag = 0;
};

class Shop {
 public:
  // Whether the problem is a shop: no slots, fixed or held operations, maximum lags, overlapping batches or closed
  // hours, no release before the origin, and times whose sum stays below 2^30. The horizon is not looked at: an end
  // beyond it is for the exact score to judge.
  [[nodiscard]] static bool fits(const Problem& problem);

  // Borrows the problem, which must fit and outlive the shop.
  explicit Shop(const Problem& problem);

  [[nodiscard]] const Problem& problem() const { return *problem_; }
  [[nodiscard]] Index count() const { return problem_->operation_count; }
  // The problem's lanes, then one for every operation that has a mode without a machine.
  [[nodiscard]] Index lane_count() const { return static_cast<Index>(lanes_.size()); }

  [[nodiscard]] const Links& links(Index op) const { return links_[op]; }
  [[nodiscard]] std::span<const LaggedArc> more_before(Index op) const {
    return {more_before_.data() + links_[op].more_before, more_before_.data() + links_[op + 1].more_before};
  }
  [[nodiscard]] std::span<const LaggedArc> more_after(Index op) const {
    return {more_after_.data() + links_[op].more_after, more_after_.data() + links_[op + 1].more_after};
  }
  // Alternatives have one numbering for all operations.
  [[nodiscard]] Index first_alternative(Index op) const { return alternative_begin_[op]; }
  [[nodiscard]] Index end_of_alternatives(Index op) const { return alternative_begin_[op + 1]; }
  [[nodiscard]] const Alternative& alternative(Index number) const { return alternatives_[number]; }
  // The alternative of `op` with this mode on this lane (kNone: without machine); the operation's first when none.
  [[nodiscard]] Index find_alternative(Index op, Index mode, Index lane) const;

  // Operations without successors.
  [[nodiscard]] std::span<const Index> last_operations() const { return last_; }

  [[nodiscard]] bool has_setups() const { return has_setups_; }
  // Setups run before the operation's predecessors are done: time on the lane only.
  [[nodiscard]] bool setups_run_ahead() const { return problem_->setup_overlaps_waiting; }
  // Sequence-dependent setup on `lane` from one operation (nobody: the lane's beginning) to another.
  [[nodiscard]] Tick setup(Index lane, Index from, Index to) const {
    const Row& row = lanes_[lane];
    const Index family = from == count() ? row.initial_family : links_[from].family;
    return setups_[row.matrix + std::size_t{family} * stride_ + links_[to].family];
  }

 private:
  struct Row {
    std::size_t matrix = 0;  // begin in `setups_`
    Index initial_family = 0;
  };
  void copy_alternatives();
  void copy_arcs();
  void copy_setups();

  const Problem* problem_;
  std::vector<Links> links_;  // count + 2
  std::vector<LaggedArc> more_before_;
  std::vector<LaggedArc> more_after_;
  std::vector<Index> alternative_begin_;
  std::vector<Alternative> alternatives_;
  std::vector<Index> last_;
  std::vector<Row> lanes_;
  std::vector<Tick> setups_;  // one block without setups, then one per matrix, each stride x stride
  Index stride_ = 1;          // families of the largest matrix, and one for "no family"
  bool has_setups_ = false;
};

}  // namespace kilter::schedule
