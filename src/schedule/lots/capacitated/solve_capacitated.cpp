#include "schedule/lots/capacitated/solve_capacitated.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "base/random.hpp"
#include "schedule/epochs/epochs.hpp"
#include "schedule/lots/capacitated/lagrangian.hpp"
#include "schedule/lots/capacitated/lot_plan.hpp"
#include "schedule/lots/cooling.hpp"

namespace kilter::schedule {
namespace {

constexpr int kPriceSteps = 300;
constexpr std::uint64_t kWorkOfAnEpoch = 1'000'000;  // periods x items decoded: 10 to 20 milliseconds
constexpr int kPartsOfAnEpoch = 10;

double mean_setup_cost(const LotSizing& problem) {
  double sum = 0;
  for (const LotItem& item : problem.items) sum += static_cast<double>(item.setup_cost);
  return sum / static_cast<double>(std::max<std::size_t>(1, problem.items.size()));
}

class SetupAnnealing {
 public:
  SetupAnnealing(const LotSizing& problem, const std::vector<std::uint8_t>& start, std::uint64_t seed)
      : problem_(problem),
        decoder_(problem),
        may_make_(start),
        hottest_(mean_setup_cost(problem) * kLotUnit / 2),
        random_(seed) {
    for (const LotItem& item : problem.items) {
      const std::int64_t dear = item.setup_cost + item.holding_cost * static_cast<std::int64_t>(problem.period_count);
      penalty_ = std::max(penalty_, dear);
    }
    cost_ = rated(decoder_.decode(may_make_));
    moves_ = static_cast<int>(kWorkOfAnEpoch / kPartsOfAnEpoch / std::max<std::size_t>(1, may_make_.size())) + 1;
  }

  void run(const Halt& halt) {
    found_.made.clear();
    for (int part = 0; part < kPartsOfAnEpoch && !halt.asked(); ++part) {
      const double temperature = hottest_ * cooling_.share(static_cast<double>(part) / kPartsOfAnEpoch);
      for (int move = 0; move < moves_; ++move) step(temperature);
    }
    cooling_.end_epoch();
  }

  // The best plan of the last epoch; nothing made: none.
  [[nodiscard]] const LotPlan& found() const { return found_; }

 private:
  // What is missing costs more than any way to make it.
  [[nodiscard]] SquareCost rated(const LotPlan& plan) const {
    return plan.cost + static_cast<SquareCost>(plan.missing) * penalty_;
  }

  // Turns a period of an item on or off, or moves one.
  void step(double temperature) {
    const Index items = problem_.item_count;
    const auto at = static_cast<std::size_t>(random_.below(static_cast<std::uint32_t>(may_make_.size())));
    std::size_t other = at;
    if (random_.chance(0.5)) {
      const std::size_t distance = std::size_t{1 + random_.below(3)} * items;
      other = random_.chance(0.5) ? at + distance : at - distance;  // before the first: wraps to beyond the last
      if (other >= may_make_.size() || may_make_[at] == may_make_[other]) return;
      may_make_[other] ^= 1U;
    }
    may_make_[at] ^= 1U;
    const LotPlan& plan = decoder_.decode(may_make_);
    const SquareCost cost = rated(plan);
    const auto worse = static_cast<double>(cost - cost_);
    if (worse <= 0 || random_.unit() < std::exp(-worse / temperature)) {
      cost_ = cost;
      if (plan.missing == 0 && (found_.made.empty() || plan.cost < found_.cost)) found_ = plan;
      return;
    }
    may_make_[at] ^= 1U;
    if (other != at) may_make_[other] ^= 1U;
  }

  const LotSizing& problem_;
  LotDecoder decoder_;
  std::vector<std::uint8_t> may_make_;
  double hottest_;
  base::Random random_;
  std::int64_t penalty_ = 0;  // per unit
  int moves_ = 0;             // between two looks at the halt
  SquareCost cost_ = 0;
  Cooling cooling_;
  LotPlan found_;
};

}  // namespace

LotAnswer solve(const LotSizing& problem, const SolveOptions& options) {
  const auto begin = std::chrono::steady_clock::now();
  const auto seconds = [begin] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  LotAnswer answer;
  Account& account = answer.account;
  const LotRelaxation relaxation = relax_capacities(problem, kPriceSteps);
  account.lower_bound = relaxation.bound;
  const auto offer = [&](const LotPlan& plan, double since) {
    if (plan.made.empty() || plan.missing > 0) return;
    const std::int64_t cost = lot_cost(problem, plan.made);
    if (answer.feasible && cost >= account.objective) return;
    answer.feasible = true;
    answer.made = plan.made;
    account.objective = cost;
    account.seconds_to_best = since;
    if (options.progress) options.progress(cost, since);
  };
  LotDecoder decoder(problem);
  offer(decoder.decode(relaxation.may_make), seconds());
  std::vector<SetupAnnealing> walks;
  for (unsigned thread = 0; thread < options.threads; ++thread) {
    walks.emplace_back(problem, relaxation.may_make, options.seed * 0x9E3779B97F4A7C15ULL + thread);
  }
  const auto is_open = [&] { return !answer.feasible || account.objective > account.lower_bound; };
  if (is_open() && !relaxation.may_make.empty()) {
    const double before = seconds();
    const EpochBudget budget{.seconds = options.seconds - before, .epochs = options.epochs, .cancel = options.cancel};
    const auto work = [&](unsigned thread, std::uint64_t, const Halt& halt) { walks[thread].run(halt); };
    const auto merge = [&](std::uint64_t, double since) {
      for (const SetupAnnealing& walk : walks) offer(walk.found(), before + since);
      return is_open();
    };
    account.epochs = run_epochs(options.threads, budget, work, merge).epochs;
  }
  account.seconds = seconds();
  return answer;
}

}  // namespace kilter::schedule
