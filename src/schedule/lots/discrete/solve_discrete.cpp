#include "schedule/lots/discrete/solve_discrete.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "base/assertions.hpp"
#include "base/random.hpp"
#include "base/require.hpp"
#include "schedule/epochs/epochs.hpp"
#include "schedule/lots/cooling.hpp"
#include "schedule/lots/discrete/lot_bound.hpp"
#include "schedule/lots/discrete/slot_plan.hpp"

namespace kilter::schedule {
namespace {

constexpr std::uint64_t kExactSteps = 60'000'000;  // for the bound: some hundredths of a second
constexpr int kMovesOfAnEpoch = 100'000;
constexpr int kMovesAtOnce = 10'000;  // between two looks at the halt

double mean_changeover(const DiscreteLotSizing& problem) {
  double sum = 0;
  for (const std::int64_t cost : problem.changeover) sum += static_cast<double>(cost);
  return problem.changeover.empty() ? 1 : sum / static_cast<double>(problem.changeover.size());
}

class LotAnnealing {
 public:
  LotAnnealing(const DiscreteLotSizing& problem, const std::vector<Index>& start, std::uint64_t seed)
      : problem_(problem), plan_(problem, start), hottest_(mean_changeover(problem) / 2), random_(seed) {}

  // Brings the best of the last epoch into `made` and `cost` if it is better.
  void offer(std::vector<Index>& made, std::int64_t& cost) const {
    if (best_cost_ >= cost) return;
    made = best_;
    cost = best_cost_;
  }

  void run(const Halt& halt) {
    best_cost_ = std::numeric_limits<std::int64_t>::max();
    for (int moves = 0; moves < kMovesOfAnEpoch && !halt.asked(); moves += kMovesAtOnce) {
      const double temperature = hottest_ * cooling_.share(static_cast<double>(moves) / kMovesOfAnEpoch);
      for (int move = 0; move < kMovesAtOnce; ++move) step(temperature);
    }
    cooling_.end_epoch();
  }

 private:
  // Near periods more often than far ones.
  Index other_than(Index period) {
    const Index periods = problem_.period_count;
    const Index reach = std::max<Index>(1, random_.chance(0.5) ? std::min<Index>(8, periods - 1) : periods - 1);
    const Index distance = 1 + random_.below(reach);
    if (random_.chance(0.5)) return period >= distance ? period - distance : std::min(periods - 1, period + distance);
    return period + distance < periods ? period + distance : period - std::min(period, distance);
  }

  void step(double temperature) {
    const Index from = random_.below(problem_.period_count);
    const Index to = other_than(from);
    if (from == to || plan_.made()[from] == plan_.made()[to]) return;
    const bool swaps = random_.chance(0.5);
    const std::int64_t delta = swaps ? plan_.swap_delta(from, to) : plan_.insert_delta(from, to);
    if (delta == SlotPlan::kForbidden) return;
    if (delta > 0 && random_.unit() >= std::exp(-static_cast<double>(delta) / temperature)) return;
    if (swaps) {
      plan_.swap(from, to, delta);
    } else {
      plan_.insert(from, to, delta);
    }
    if (plan_.cost() >= best_cost_) return;
    best_cost_ = plan_.cost();
    best_ = plan_.made();
  }

  const DiscreteLotSizing& problem_;
  SlotPlan plan_;
  double hottest_;
  base::Random random_;
  Cooling cooling_;
  std::vector<Index> best_;  // of this epoch
  std::int64_t best_cost_ = std::numeric_limits<std::int64_t>::max();
};

}  // namespace

DiscreteLotAnswer solve(const DiscreteLotSizing& problem, const SolveOptions& options) {
  const auto begin = std::chrono::steady_clock::now();
  const auto seconds = [begin] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  DiscreteLotAnswer answer;
  answer.made = first_slots(problem);
  answer.feasible = answer.made.size() == problem.period_count;
  if (!answer.feasible) return answer;
  Account& account = answer.account;
  account.objective = discrete_lot_cost(problem, answer.made);
  account.lower_bound = discrete_lot_bound(problem, kExactSteps);
  account.seconds_to_best = seconds();
  std::vector<LotAnnealing> walks;
  for (unsigned thread = 0; thread < options.threads; ++thread) {
    walks.emplace_back(problem, answer.made, options.seed * 0x9E3779B97F4A7C15ULL + thread);
  }
  if (account.objective > account.lower_bound && problem.period_count > 1) {
    const double before = seconds();
    const EpochBudget budget{.seconds = options.seconds - before, .epochs = options.epochs, .cancel = options.cancel};
    const auto work = [&](unsigned thread, std::uint64_t, const Halt& halt) { walks[thread].run(halt); };
    const auto merge = [&](std::uint64_t, double since) {
      const std::int64_t last = account.objective;
      for (const LotAnnealing& walk : walks) walk.offer(answer.made, account.objective);
      if (account.objective < last) {
        account.seconds_to_best = before + since;
        if (options.progress) options.progress(account.objective, account.seconds_to_best);
      }
      return account.objective > account.lower_bound;
    };
    account.epochs = run_epochs(options.threads, budget, work, merge).epochs;
  }
  account.seconds = seconds();
  if (base::asserts(base::Assertions::thorough)) {
    KILTER_REQUIRE(account.objective == discrete_lot_cost(problem, answer.made));
    KILTER_REQUIRE(account.lower_bound <= account.objective);
  }
  return answer;
}

}  // namespace kilter::schedule
