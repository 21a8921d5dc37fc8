#include "schedule/flow/solve_flow.hpp"

#include <algorithm>

#include "schedule/epochs/epochs.hpp"
#include "schedule/flow/flow_value.hpp"
#include "schedule/flow/iterated_greedy.hpp"
#include "schedule/flow/machine_bound.hpp"
#include "schedule/flow/neh.hpp"
#include "schedule/search/stopwatch.hpp"

namespace kilter::schedule {
namespace {

constexpr std::uint64_t kMostWork = 10'000'000;  // of an epoch, in elementary steps: 10 to 25 milliseconds
constexpr int kPartsOfAnEpoch = 10;              // between which the halt is looked at
constexpr std::uint64_t kEpochsAlone = 64;       // before a walk that is behind goes on from the best

// A few hundred insertions into a whole sequence, but not too long.
std::uint64_t work_of_an_epoch(const PermutationShop& shop) {
  return std::min(kMostWork, 2'000 * std::uint64_t{shop.job_count} * shop.job_count * shop.machine_count);
}

// A walk of its own for every thread.
class FlowSearch {
 public:
  FlowSearch(const PermutationShop& shop, const SolveOptions& options, const Permutation& start, std::int64_t bound)
      : options_(options), work_(work_of_an_epoch(shop)), best_(start), bound_(bound) {
    for (unsigned thread = 0; thread < options.threads; ++thread) {
      walks_.emplace_back(shop, start);
      randoms_.emplace_back(options.seed * 0x9E3779B97F4A7C15ULL + thread);
    }
  }

  void work(unsigned thread, const Halt& halt) {
    for (int part = 0; part < kPartsOfAnEpoch && !halt.asked(); ++part) {
      walks_[thread].run(work_ / kPartsOfAnEpoch, randoms_[thread]);
    }
  }

  // The better of all walks; now and then the next walk that is behind starts again from there.
  bool merge(std::uint64_t epoch, double seconds) {
    for (const IteratedGreedy& walk : walks_) {
      if (walk.best().value >= best_.value) continue;
      best_ = walk.best();
      seconds_to_best_ = seconds;
      if (options_.progress) options_.progress(best_.value, seconds);
    }
    if ((epoch + 1) % kEpochsAlone == 0) {
      IteratedGreedy& walk = walks_[(epoch + 1) / kEpochsAlone % walks_.size()];
      if (walk.best().value > best_.value) walk.restart(best_);
    }
    return best_.value > bound_;
  }

  [[nodiscard]] const Permutation& best() const { return best_; }
  [[nodiscard]] double seconds_to_best() const { return seconds_to_best_; }

 private:
  const SolveOptions& options_;
  std::uint64_t work_;  // of an epoch
  Permutation best_;
  std::int64_t bound_;
  double seconds_to_best_ = 0;
  std::vector<IteratedGreedy> walks_;
  std::vector<base::Random> randoms_;
};

}  // namespace

FlowAnswer solve(const PermutationShop& shop, const SolveOptions& options) {
  const SearchOptions clock{.seconds = options.seconds};
  const Stopwatch watch(clock);
  FlowAnswer answer;
  answer.account.lower_bound = machine_bound(shop);
  const Permutation start = neh(shop);
  const double before = watch.seconds();
  answer.account.seconds_to_best = before;
  if (options.progress) options.progress(start.value, before);
  FlowSearch search(shop, options, start, answer.account.lower_bound);
  if (shop.job_count > 1 && start.value > answer.account.lower_bound) {
    const EpochBudget budget{.seconds = options.seconds - before, .epochs = options.epochs, .cancel = options.cancel};
    const auto work = [&](unsigned thread, std::uint64_t, const Halt& halt) { search.work(thread, halt); };
    const auto merge = [&](std::uint64_t epoch, double seconds) { return search.merge(epoch, before + seconds); };
    answer.account.epochs = run_epochs(options.threads, budget, work, merge).epochs;
    if (search.seconds_to_best() > 0) answer.account.seconds_to_best = search.seconds_to_best();
  }
  answer.permutation = search.best().jobs;
  answer.account.objective = flow_value(shop, answer.permutation);
  answer.account.seconds = watch.seconds();
  return answer;
}

}  // namespace kilter::schedule
