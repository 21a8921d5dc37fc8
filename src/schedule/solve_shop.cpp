// The anytime ladder for problems of lanes: each rung starts from the best of the rungs before it.
//
//   construct   the best of a grid of dispatch policies
//   bound       what no schedule can beat: when it is met, the search is over
//   search      from there on, for what is left of the budget
#include <algorithm>

#include "schedule/bounds/lower_bound.hpp"
#include "schedule/makespan/search_makespan.hpp"
#include "schedule/search.hpp"
#include "schedule/search/stopwatch.hpp"
#include "schedule/solve.hpp"

namespace kilter::schedule {
namespace {

constexpr std::uint64_t kStepsPerEpoch = 2'000;

// Keeps the account while the ladder climbs.
class Ladder {
 public:
  Ladder(const Problem& problem, const SolveOptions& options)
      : problem_(problem), options_(options), clock_({.seconds = options.seconds}), watch_(clock_) {}

  ShopAnswer climb() {
    take(construct(problem_));
    bound();
    search();
    answer_.account.seconds = watch_.seconds();
    return std::move(answer_);
  }

 private:
  void take(Solution solution) {
    answer_.solution = std::move(solution);
    note(answer_.solution.score);
  }

  void bound() {
    answer_.bound = lower_bound(problem_, {});
    answer_.account.lower_bound = answer_.bound.value;
  }

  // A best so far; the time of the first one that good is kept.
  void note(const Score& score) {
    if (noted_ && !score.better_than(best_)) return;
    noted_ = true;
    best_ = score;
    answer_.account.objective = score.total();
    answer_.account.seconds_to_best = watch_.seconds();
    if (options_.progress) options_.progress(score.total(), answer_.account.seconds_to_best);
  }

  void search() {
    const double left = options_.seconds - watch_.seconds();
    if (proved() || (options_.epochs == 0 && left <= 0)) return;
    if (Shop::fits(problem_) && counts_makespan_only(problem_) && best_.unplaced == 0) return search_shop(left);
    const SearchOptions search{.seconds = left,
                               .steps = options_.epochs * kStepsPerEpoch,
                               .seed = options_.seed,
                               .threads = options_.threads,
                               .cancel = options_.cancel,
                               .progress = [this](const Score& score, double) { note(score); }};
    take(improve(problem_, answer_.solution, search));
    answer_.account.epochs = options_.epochs;
  }

  void search_shop(double seconds) {
    SolveOptions search = options_;
    search.seconds = seconds;
    search.progress = [this](std::int64_t makespan, double) { note({.tardiness = makespan}); };
    Account account = answer_.account;
    take(search_makespan(problem_, answer_.solution, search, account));
    answer_.account.epochs = account.epochs;
  }

  [[nodiscard]] bool proved() const {
    return best_.unplaced == 0 && answer_.account.objective <= answer_.account.lower_bound;
  }

  const Problem& problem_;
  const SolveOptions& options_;
  SearchOptions clock_;
  Stopwatch watch_;
  ShopAnswer answer_;
  bool noted_ = false;
  Score best_;
};

}  // namespace

ShopAnswer solve(const Problem& problem, const SolveOptions& options) { return Ladder(problem, options).climb(); }

}  // namespace kilter::schedule
