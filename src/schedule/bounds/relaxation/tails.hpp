// What must still follow an operation until a given job is complete: the longest path from its end to the job's
// completion, in elapsed time, in best modes and without waiting for hours. O(arcs + modes) of what the job needs.
#pragma once

#include <span>
#include <vector>

#include "schedule/bounds/relaxation/heads.hpp"

namespace kilter::schedule {

class Tails {
 public:
  // Borrows the relaxation. O(N).
  explicit Tails(const Relaxation& relaxation);

  // Looks at `job` from now on.
  void aim_at(Index job);
  // Everything the job waits for, in topological order.
  [[nodiscard]] std::span<const Index> needed() const { return needed_; }
  // Elapsed time from the end of `op`, which is needed, to the job's completion, at least.
  [[nodiscard]] std::int64_t of(Index op) const { return tail_[op]; }
  [[nodiscard]] bool is_needed(Index op) const { return job_[op] == aim_; }
  // The shortest span from start to end of `op` in any mode.
  [[nodiscard]] Tick least_span(Index op) const { return span_[op]; }

 private:
  void reach(Index op, std::int64_t tail);
  void collect();
  [[nodiscard]] std::int64_t before_arc(Index op, const Arc& arc) const;

  const Relaxation& relaxation_;
  const Problem& problem_;
  std::vector<Index> place_;  // in the topological order
  std::vector<Tick> span_;
  std::vector<std::int64_t> tail_;
  std::vector<Index> job_;  // operation -> the last aim that needed it
  Index aim_ = kNone;
  std::vector<Index> needed_;
};

}  // namespace kilter::schedule
