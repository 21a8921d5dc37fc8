#include "coordinate/decide/caps.hpp"

#include <algorithm>

#include "coordinate/decide/giving_way.hpp"
#include "coordinate/finish.hpp"
#include "money/cost.hpp"
#include "plan/better.hpp"
#include "schedule/search.hpp"

namespace kilter::coordinate {
namespace {

using base::Money;
using model::BudgetId;
using time::Tick;

// Rounds of giving way after which what is still exceeded stays so, for the checker to name.
constexpr int kRounds = 200;
// Plans tried in taking orders in again.
constexpr int kReadmissions = 60;

// As it will be shown: work stands as late as it may, so that it counts in the period in which it will be done.
plan::Plan costed(const model::Plant& plant, const Proposal& proposal) {
  plan::Plan plan = proposal.plan;
  const auto buffer = static_cast<Tick>(plant.policy.delivery_buffer.count());
  cost_plan(plant, proposal.model, schedule::right_shift(proposal.model.problem, proposal.solution, buffer), plan);
  return plan;
}

bool any_cap(const model::Plant& plant) {
  return std::any_of(plant.budgets.begin(), plant.budgets.end(),
                     [](const model::Budget& budget) { return budget.hard_cap.has_value(); });
}

// Closes the overtime of the last week in which some is worked; false when none is.
bool close_last_overtime(const model::Plant& plant, Proposal& proposal) {
  auto& windows = proposal.plan.overtime;
  if (windows.empty()) return false;
  const Tick last = windows.back().from;
  std::erase_if(windows, [last](const plan::OvertimeWindow& window) { return window.from == last; });
  proposal.allocation.overtime = windows;
  reschedule(plant, Effort::policy_grid, proposal);
  return true;
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

// Takes orders in again that gave way to a cap: their lots were larger than what was exceeded, or the schedule has
// moved since. Those that waiting costs most for their money come first, as many at a time as the money should reach
// for; when it does not, half as many.
class Readmission {
 public:
  Readmission(const model::Plant& plant, Cancel cancel, std::vector<Waiting> waiting, Proposal& proposal)
      : plant_(plant), cancel_(cancel), waiting_(std::move(waiting)), best_(proposal), plan_(costed(plant, proposal)) {
    std::stable_sort(waiting_.begin(), waiting_.end(),
                     [](const Waiting& a, const Waiting& b) { return a.loss_per_money > b.loss_per_money; });
  }

  void run() {
    std::size_t most = waiting_.size();
    for (int trial = 0; trial < kReadmissions && !cancelled(cancel_); ++trial) {
      const std::vector<std::size_t> chosen = affordable(most);
      if (chosen.empty()) return;
      if (take_in(chosen)) {
        most = waiting_.size();
      } else if (chosen.size() == 1) {
        forget(chosen);
      } else {
        most = chosen.size() / 2;
      }
    }
  }

 private:
  // Positions in `waiting_` of those that fit into what is left of their budgets, at most `most`.
  [[nodiscard]] std::vector<std::size_t> affordable(std::size_t most) const {
    std::vector<Money> room;
    for (const plan::BudgetLine& line : plan_.budgets) {
      const model::Budget& budget = plant_.budgets[line.budget];
      room.push_back(budget.hard_cap ? *budget.hard_cap - line.total(budget) : Money::zero());
    }
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < waiting_.size() && chosen.size() < most; ++i) {
      Money& left = room[waiting_[i].budget.index()];
      if (waiting_[i].need > left) continue;
      left -= waiting_[i].need;
      chosen.push_back(i);
    }
    return chosen;
  }

  bool take_in(const std::vector<std::size_t>& chosen) {
    AllocationOrder allocation = best_.allocation;
    for (const std::size_t i : chosen) {
      const Waiting& who = waiting_[i];
      std::erase_if(allocation.deferrals, [&](const plan::Deferral& deferral) {
        return deferral.order == who.order && deferral.budget == who.budget;
      });
      std::erase(allocation.left_out, who.order);
    }
    Proposal trial = propose(plant_, allocation, Effort::policy_grid, cancel_);
    if (trial.solution.score.unplaced > 0) return false;
    plan::Plan plan = costed(plant_, trial);
    if (!exceeded_caps(plant_, plan).empty() || plan::better(plan_.objective, plan.objective)) return false;
    best_ = std::move(trial);
    plan_ = std::move(plan);
    forget(chosen);
    return true;
  }

  void forget(const std::vector<std::size_t>& chosen) {
    for (auto i = chosen.rbegin(); i != chosen.rend(); ++i) {
      waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(*i));
    }
  }

  const model::Plant& plant_;
  Cancel cancel_;
  std::vector<Waiting> waiting_;
  Proposal& best_;
  plan::Plan plan_;
};

// Returns whether anything had to give way, and all is under the caps now.
bool make_way(const model::Plant& plant, Cancel cancel, Proposal& proposal, std::vector<Waiting>& waiting) {
  for (int round = 0; round < kRounds; ++round) {
    const plan::Plan plan = costed(plant, proposal);
    const std::vector<BudgetId> exceeded = exceeded_caps(plant, plan);
    if (exceeded.empty()) return round > 0;
    if (close_last_overtime(plant, proposal)) continue;
    AllocationOrder allocation = proposal.allocation;
    GivingWay giving(plant, plan, exceeded.front());
    if (!giving.give_way(cancelled(cancel), allocation, waiting)) return false;
    proposal = propose(plant, allocation, Effort::policy_grid);
  }
  return false;
}

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

void keep_under_caps(const model::Plant& plant, Cancel cancel, Proposal& proposal) {
  if (!any_cap(plant)) return;
  std::vector<Waiting> waiting;
  if (!make_way(plant, cancel, proposal, waiting) || waiting.empty() || cancelled(cancel)) return;
  Readmission(plant, cancel, std::move(waiting), proposal).run();
}

}  // namespace kilter::coordinate
