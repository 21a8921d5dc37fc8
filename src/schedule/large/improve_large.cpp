#include "schedule/large/improve_large.hpp"

#include <algorithm>

#include "schedule/large/rollouts.hpp"
#include "schedule/large/window_search.hpp"
#include "schedule/search/stopwatch.hpp"
#include "schedule/timing/objective.hpp"

namespace kilter::schedule {
namespace {

constexpr Index kLarge = 30'000;  // operations
constexpr std::uint64_t kStepsPerEpoch = 20'000;
constexpr double kProgressEvery = 0.2;  // seconds
constexpr double kRolloutShare = 0.4;   // of the budget, at most

class LargeSearch {
 public:
  LargeSearch(const Problem& problem, const Solution& start, const SearchOptions& options)
      : network_(problem),
        options_(options),
        watch_(options),
        threads_(std::max(1U, options.threads)),
        epochs_(options.steps == 0 ? 0 : std::max<std::uint64_t>(1, options.steps / kStepsPerEpoch)),
        best_(start) {}

  Solution run() {
    roll_out();
    if (!network_.has_batches()) search_windows();  // windows do not know batches
    if (!network_.has_timed_costs()) return std::move(best_);
    // Windows begin everything as early as they can.
    Solution later = right_shift(network_.problem(), best_, 0);
    return later.score.better_than(best_.score) ? later : std::move(best_);
  }

 private:
  void roll_out() {
    Rollouts rollouts(network_, options_.seed, threads_);
    std::uint64_t most = rollouts.epochs();
    const bool replays = epochs_ > 0;
    if (replays) most = std::min(most, static_cast<std::uint64_t>(kRolloutShare * static_cast<double>(epochs_)));
    if (most == 0) return;
    run_epochs(
        threads_,
        {.seconds = kRolloutShare * options_.seconds, .epochs = replays ? most : 0, .cancel = options_.cancel},
        [&](unsigned thread, std::uint64_t epoch, const Halt& halt) { rollouts.work(thread, epoch, halt); },
        [&](std::uint64_t epoch, double) {
          if (rollouts.merge(epoch)) take(rollouts.best());
          report(best_.score);
          ++epochs_made_;
          return epoch + 1 < most;
        });
  }

  void search_windows() {
    const double left = options_.seconds - watch_.seconds();
    if (epochs_ > 0 ? epochs_made_ >= epochs_ : left <= 0) return;
    WindowSearch windows(network_, best_, options_.seed, threads_);
    run_epochs(
        threads_, {.seconds = left, .epochs = epochs_ > 0 ? epochs_ - epochs_made_ : 0, .cancel = options_.cancel},
        [&](unsigned thread, std::uint64_t epoch, const Halt& halt) { windows.work(thread, epoch, halt); },
        [&](std::uint64_t, double) {
          windows.merge();
          if (is_time_to_report()) report(score_of(network_, windows.whole().state()));
          return true;
        });
    Solution found = to_solution(network_, windows.whole().state());
    found.score = score_of(network_, windows.whole().state());
    take(found);
  }

  void take(const Solution& solution) {
    if (solution.score.better_than(best_.score)) best_ = solution;
  }

  [[nodiscard]] bool is_time_to_report() const { return options_.progress && watch_.seconds() >= next_report_; }
  void report(const Score& score) {
    if (!is_time_to_report()) return;
    next_report_ = watch_.seconds() + kProgressEvery;
    options_.progress(score.better_than(best_.score) ? score : best_.score, watch_.seconds());
  }

  Network network_;
  const SearchOptions& options_;
  Stopwatch watch_;
  unsigned threads_;
  std::uint64_t epochs_;  // 0: by time
  std::uint64_t epochs_made_ = 0;
  Solution best_;
  double next_report_ = 0;
};

}  // namespace

bool is_large(const Problem& problem) { return problem.operation_count >= kLarge; }

Solution improve_large(const Problem& problem, const Solution& start, const SearchOptions& options) {
  return LargeSearch(problem, start, options).run();
}

}  // namespace kilter::schedule
