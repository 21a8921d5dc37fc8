// One answer for every kind of scheduling problem: what was found, what is proved about it, and how it was reached.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

#include "schedule/bounds/lower_bound.hpp"
#include "schedule/problem.hpp"
#include "schedule/solution.hpp"

namespace kilter::schedule {

struct SolveOptions {
  double seconds = 1.0;
  std::uint64_t epochs =
      0;  // > 0: exactly so many instead of by time; the answer then depends on seed and threads only
  std::uint64_t seed = 1;
  unsigned threads = 1;
  const std::atomic<bool>* cancel = nullptr;  // set by another thread: return the best so far
  // Now and then: the objective so far, seconds spent.
  std::function<void(std::int64_t objective, double seconds)> progress;
};

// How an answer was reached. `objective` is in the units of the problem: ticks of makespan, weighted ticks of
// tardiness.
struct Account {
  std::int64_t objective = 0;
  std::int64_t lower_bound = 0;  // proved; objective == lower_bound: optimal
  double seconds = 0;
  double seconds_to_best = 0;
  std::uint64_t epochs = 0;
};

struct ShopAnswer {
  Solution solution;
  // `objective` is the solution's Score::total(): of its placed operations alone, if some have no place.
  Account account;
  Bound bound;  // what `account.lower_bound` rests on, and the bottleneck
};

// The anytime ladder: a first schedule at once, then whatever search suits the problem's objective and size, until the
// budget is used, somebody cancels, or the lower bound is met. `seconds` hold construction and search together; the
// first schedule is always finished.
ShopAnswer solve(const Problem& problem, const SolveOptions& options);

}  // namespace kilter::schedule
