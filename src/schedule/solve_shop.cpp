// The anytime ladder for problems of lanes: each rung starts from the best of the rungs before it.
//
//   construct   the best of a grid of dispatch policies
//   bound       what no schedule can beat: when it is met, the search is over
//   search      from there on, for what is left of the budget
#include <algorithm>

#include "base/assertions.hpp"
#include "base/require.hpp"
#include "schedule/bounds/lower_bound.hpp"
#include "schedule/large/improve_large.hpp"
#include "schedule/makespan/search_makespan.hpp"
#include "schedule/search.hpp"
#include "schedule/search/regular/search_cost.hpp"
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
    if (base::asserts(base::Assertions::thorough)) judge();
    return std::move(answer_);
  }

 private:
  // The answer keeps every rule, costs what the account says, and beats no bound.
  void judge() const {
    base::require_none(violations(problem_, answer_.solution), "solve");
    KILTER_REQUIRE(answer_.account.objective == answer_.solution.score.total());
    KILTER_REQUIRE(answer_.solution.score.unplaced > 0 || answer_.account.lower_bound <= answer_.account.objective);
  }

  void take(Solution solution) {
    answer_.solution = std::move(solution);
    note(answer_.solution.score.unplaced, answer_.solution.score.total());
  }

  void bound() {
    answer_.bound = lower_bound(problem_, {});
    answer_.account.lower_bound = answer_.bound.value;
  }

  // A best so far; the time of the first one that good is kept.
  void note(std::int64_t unplaced, Cost cost) {
    if (noted_ && (unplaced > unplaced_ || (unplaced == unplaced_ && cost >= answer_.account.objective))) return;
    noted_ = true;
    unplaced_ = unplaced;
    answer_.account.objective = cost;
    answer_.account.seconds_to_best = watch_.seconds();
    if (options_.progress) options_.progress(cost, answer_.account.seconds_to_best);
  }

  void search() {
    const double left = options_.seconds - watch_.seconds();
    if (proved() || (options_.epochs == 0 && left <= 0)) return;
    const bool makespan = counts_makespan_only(problem_);
    if (!search_cost_fits(problem_, answer_.solution) || (!makespan && is_large(problem_))) return search_any(left);
    SolveOptions search = options_;
    search.seconds = left;
    search.progress = [this](std::int64_t cost, double) { note(0, cost); };
    Account account = answer_.account;
    take(makespan ? search_makespan(problem_, answer_.solution, search, account)
                  : search_cost(problem_, answer_.solution, search, account));
    answer_.account.epochs = account.epochs;
  }

  void search_any(double left) {
    const SearchOptions search{.seconds = left,
                               .steps = options_.epochs * kStepsPerEpoch,
                               .seed = options_.seed,
                               .threads = options_.threads,
                               .cancel = options_.cancel,
                               .progress = [this](const Score& score, double) { note(score.unplaced, score.total()); }};
    take(improve(problem_, answer_.solution, search));
    answer_.account.epochs = options_.epochs;
  }

  [[nodiscard]] bool proved() const {
    return unplaced_ == 0 && answer_.account.objective <= answer_.account.lower_bound;
  }

  const Problem& problem_;
  const SolveOptions& options_;
  SearchOptions clock_;
  Stopwatch watch_;
  ShopAnswer answer_;
  bool noted_ = false;
  std::int64_t unplaced_ = 0;
};

}  // namespace

ShopAnswer solve(const Problem& problem, const SolveOptions& options) { return Ladder(problem, options).climb(); }

}  // namespace kilter::schedule
