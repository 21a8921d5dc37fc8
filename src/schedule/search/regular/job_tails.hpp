// For every operation and every one of a few jobs: the longest path from the operation's end to the job's completion.
// With it the effect of a move on each of these jobs is estimated from the moved segment alone (Mati, Dauzere-Peres and
// Lahlou 2011, "A general approach for optimizing regular criteria in the job-shop scheduling problem").
//
//   estimate of a job's completion = max over the segment in its new order of (new end + new tail to that job)
//                                    and, for a job that was not critical through the segment, its present completion
//
// Floating point: estimates only choose which moves are evaluated exactly.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "schedule/search/regular/shop_trial.hpp"

namespace kilter::schedule {

class JobTails {
 public:
  static constexpr Index kMostJobs = 32;

  // Borrows the trial.
  explicit JobTails(const ShopTrial& trial);

  // The jobs to look at, at most kMostJobs; the others count as unchanged by any move.
  void track(std::span<const Index> jobs);
  // From the trial's present graph. O(N x jobs).
  void sweep();
  // The cost of the tracked jobs as they are.
  [[nodiscard]] float present() const { return present_; }
  // The cost of the tracked jobs and the change of prices after the move. O(segment x jobs).
  [[nodiscard]] float estimate(const Insertion& move);

 private:
  static constexpr Index kWidth = 4;                  // jobs that fit a vector register
  static constexpr std::size_t kLongestSegment = 64;  // what lies behind is not looked at

  // Of as many jobs as fit a vector register (an extension that g++ and clang share).
  using Block = float __attribute__((vector_size(kWidth * sizeof(float))));
  struct Deadline {
    Block due{};
    Block weight{};
    Block now{};  // present completions
  };
  // Paths by way of the operation's own arcs, and whichever way.
  struct Tails {
    Block by_arcs{};
    Block all{};
  };
  // One of the segment in its new place.
  struct Stay {
    Index operation = 0;
    float gap = 0;
    float duration = 0;
    float end = 0;
  };

  [[nodiscard]] Tails* row(Index op) { return tails_.data() + std::size_t{op} * blocks_; }
  void sweep_arcs(Index op);
  void collect_segment(const Insertion& move);
  void add(Index op, Index alternative);
  void time_segment();
  [[nodiscard]] float block_cost(Index block, const Stay& next, std::array<Index, 2> outer);
  [[nodiscard]] Stay stay(Index op, Index alternative, Index before) const;

  const ShopTrial& trial_;
  const Shop& shop_;
  std::vector<Index> jobs_;
  std::vector<Index> column_;  // job -> column, kNone
  Index blocks_ = 0;
  std::vector<Tails> tails_;  // (count + 1) rows of blocks; nobody's is minus infinity
  std::vector<Deadline> deadlines_;
  float present_ = 0;
  std::vector<Tick> ready_;    // operation: by release and arcs
  std::vector<Stay> segment_;  // in the new order
  Index before_ = 0;           // on the lane, before and behind the segment
  Index behind_ = 0;
};

}  // namespace kilter::schedule
