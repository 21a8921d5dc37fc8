#include "coordinate/decide/caps.hpp"

#include <algorithm>

#include "coordinate/decide/caps/cap_sweep.hpp"
#include "coordinate/decide/caps/readmission.hpp"
#include "coordinate/decide/caps/replenishment.hpp"
#include "coordinate/finish.hpp"
#include "money/cost.hpp"

namespace kilter::coordinate {
namespace {

using model::AccountKind;
using model::BudgetId;
using model::OrderId;
using time::Tick;

// Sweeps, each with a whole plan after it; most plants settle within five. So many when somebody waits for the end.
constexpr int kSweeps = 20;
constexpr int kSweepsWhenCancelled = 2;
// Weeks of overtime that close one after the other in each exceeded period, before it closes in all capped periods.
constexpr int kOvertimeRounds = 12;
// Rounds of doing without safety stock, one for what is exceeded at first and some for what that shows.
constexpr int kReplenishmentRounds = 4;
// Rounds of leaving out: of those who spend in an exceeded period, then of those who spend there at any time.
constexpr int kRoundsOfThePeriod = 6;
constexpr int kLastRounds = 12;
// Plans tried in taking orders in again.
constexpr int kReadmissions = 40;
static_assert(kSweeps + kOvertimeRounds + 1 + kReplenishmentRounds + kLastRounds + kReadmissions < kMostCapPlans);

bool any_cap(const model::Plant& plant) {
  return std::any_of(plant.budgets.begin(), plant.budgets.end(),
                     [](const model::Budget& budget) { return budget.hard_cap.has_value(); });
}

// Only these accounts spend less when overtime closes.
bool pays_hours(AccountKind kind) {
  return kind == AccountKind::overtime || kind == AccountKind::labour || kind == AccountKind::machine;
}

// Whether the plan spends in the budget what it could do without.
bool spends(const model::Plant& plant, const plan::Plan& plan, const model::Budget& budget) {
  const Tick from = plant.frame.tick(budget.from);
  const Tick until = plant.frame.tick(budget.until);
  return std::any_of(plan.costs.begin(), plan.costs.end(), [&](const plan::CostLine& line) {
    return from <= line.at && line.at < until && line.amount.positive() && !is_given(plan, line) &&
           money::account_kind(line.kind) == plant.accounts[budget.account].kind;
  });
}

// Whether an order may be left out for want of money: the reason tells what it lacks, not always why.
bool may_be_unpaid(plan::UnplannedReason reason) {
  switch (reason) {
    case plan::UnplannedReason::budget_cap:
    case plan::UnplannedReason::component_unplanned:
    case plan::UnplannedReason::expired:
    case plan::UnplannedReason::beyond_horizon:
    case plan::UnplannedReason::infeasible_wait:
      return true;
    default:
      return false;
  }
}

class UnderCaps {
 public:
  UnderCaps(const model::Plant& plant, Cancel cancel, Proposal& proposal)
      : plant_(plant), cancel_(cancel), proposal_(proposal), periods_(plant) {}

  int run() {
    if (!settle()) leave_out();
    if (cancelled(cancel_) || !exceeded().empty()) return plans_;
    add_unpaid();
    if (waiting_.empty()) return plans_;
    return plans_ + Readmission(plant_, periods_, cancel_, std::move(waiting_), proposal_).run(kReadmissions);
  }

 private:
  // The caps that the proposal exceeds; `plan_` is its costed plan.
  std::vector<BudgetId> exceeded() {
    plan_ = costed_late(plant_, proposal_);
    return exceeded_caps(plant_, plan_);
  }

  // Gives way until all is under the caps; false when that does not come to an end.
  bool settle() {
    int overtime_rounds = 0;
    int replenishing = kReplenishmentRounds;
    for (int sweeps = 0; sweeps < kSweeps;) {
      const std::vector<BudgetId> over = exceeded();
      if (over.empty()) return true;
      if (close_overtime(over, overtime_rounds)) {
        ++overtime_rounds;
        continue;
      }
      AllocationOrder allocation = proposal_.allocation;
      allocation.overtime = proposal_.plan.overtime;
      if (replenishing-- > 0 && drop_replenishment(plant_, plan_, over, allocation)) {
        plan_anew(allocation);
        continue;
      }
      if (cancelled(cancel_)) sweeps = std::max(sweeps, kSweeps - kSweepsWhenCancelled);
      std::vector<Waiting> waiting = waiting_;
      if (!CapSweep(plant_, periods_, plan_, over, allocation).run(waiting)) return false;
      if (plan_anew(allocation)) waiting_ = std::move(waiting);
      ++sweeps;
    }
    return exceeded().empty();
  }

  // Closes the overtime of the last week in which some is open, in each exceeded period; after some rounds all that any
  // cap pays for. Returns whether there was any.
  bool close_overtime(const std::vector<BudgetId>& over, int round) {
    std::vector<plan::OvertimeWindow>& windows = proposal_.plan.overtime;
    const std::size_t before = windows.size();
    const bool all = round >= kOvertimeRounds || cancelled(cancel_);
    for (const BudgetId budget : all ? periods_.in_time_order() : over) {
      if (pays_hours(periods_.kind(budget))) close_within(budget, all, windows);
    }
    if (windows.size() == before) return false;
    proposal_.allocation.overtime = windows;
    reschedule(plant_, Effort::policy_grid, proposal_);
    ++plans_;
    return true;
  }

  void close_within(BudgetId budget, bool all, std::vector<plan::OvertimeWindow>& windows) const {
    const Tick from = plant_.frame.tick(plant_.budgets[budget].from);
    const Tick until = periods_.until(budget);
    const auto within = [&](const plan::OvertimeWindow& window) { return window.from < until && from < window.until; };
    Tick last = time::kLongAgo;
    for (const plan::OvertimeWindow& window : windows) {
      if (within(window)) last = std::max(last, window.from);
    }
    std::erase_if(windows, [&](const auto& window) { return within(window) && (all || window.from == last); });
  }

  // False when somebody asked to stop in the middle of it: the proposal stays as it was.
  bool plan_anew(const AllocationOrder& allocation) {
    ++plans_;
    Proposal trial = propose(plant_, allocation, Effort::policy_grid, cancelled(cancel_) ? nullptr : cancel_);
    if (cancelled(cancel_) && trial.solution.score.unplaced > 0) return false;
    proposal_ = std::move(trial);
    return true;
  }

  // Leaves out whoever spends under an exceeded cap, at last whoever spends on its account at any time.
  void leave_out() {
    for (int round = 0; round < kLastRounds; ++round) {
      const std::vector<BudgetId> over = exceeded();
      if (over.empty()) return;
      AllocationOrder allocation = proposal_.allocation;
      const bool dropped = drop_open_orders(plant_, plan_, over, allocation);
      const bool left = leave_out(over, round >= kRoundsOfThePeriod, allocation);
      if (!dropped && !left) return;
      ++plans_;
      proposal_ = propose(plant_, allocation, Effort::policy_grid);
    }
  }

  bool leave_out(const std::vector<BudgetId>& over, bool at_any_time, AllocationOrder& allocation) {
    std::set<AccountKind> kinds;
    for (const BudgetId budget : over) kinds.insert(periods_.kind(budget));
    const CapLedger ledger(plant_, periods_, plan_, kinds);
    const std::size_t before = allocation.left_out.size();
    for (const OrderId order : base::ids_of(plant_.orders)) {
      const std::vector<Spend>& work = ledger.work_of(order.index());
      const bool there = std::any_of(work.begin(), work.end(), [&](const Spend& spend) {
        return at_any_time || std::find(over.begin(), over.end(), periods_.at(spend.kind, spend.at)) != over.end();
      });
      if (!there) continue;
      std::erase_if(allocation.deferrals, [&](const plan::Deferral& known) { return known.order == order; });
      allocation.left_out.push_back(order);
      const auto known =
          std::find_if(waiting_.begin(), waiting_.end(), [&](const auto& w) { return w.order == order; });
      if (known == waiting_.end()) waiting_.push_back({.order = order, .work = work});
    }
    return allocation.left_out.size() > before;
  }

  // Orders whose material there is no money for: they have been left out while it was bought.
  void add_unpaid() {
    for (const plan::Unplanned& gone : proposal_.plan.unplanned) {
      const bool known =
          std::any_of(waiting_.begin(), waiting_.end(), [&](const Waiting& w) { return w.order == gone.order; });
      if (!known && may_be_unpaid(gone.reason)) waiting_.push_back({.order = gone.order, .work = {}});
    }
  }

  const model::Plant& plant_;
  Cancel cancel_;
  Proposal& proposal_;
  CapPeriods periods_;
  plan::Plan plan_;
  std::vector<Waiting> waiting_;
  int plans_ = 0;
};

}  // namespace

std::vector<BudgetId> exceeded_caps(const model::Plant& plant, const plan::Plan& plan) {
  std::vector<BudgetId> exceeded;
  for (const plan::BudgetLine& line : plan.budgets) {
    const model::Budget& budget = plant.budgets[line.budget];
    if (budget.hard_cap && line.total(budget) > *budget.hard_cap && spends(plant, plan, budget)) {
      exceeded.push_back(line.budget);
    }
  }
  return exceeded;
}

int keep_under_caps(const model::Plant& plant, Cancel cancel, Proposal& proposal) {
  return any_cap(plant) ? UnderCaps(plant, cancel, proposal).run() : 0;
}

}  // namespace kilter::coordinate
