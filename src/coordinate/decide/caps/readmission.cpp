#include "coordinate/decide/caps/readmission.hpp"

#include <algorithm>

#include "coordinate/decide/caps.hpp"
#include "plan/better.hpp"

namespace kilter::coordinate {
namespace {

using model::AccountKind;
using model::BudgetId;
using model::OrderId;
using time::Tick;

// So many trials one after the other that do not fit mean that the money is used up.
constexpr int kFailures = 12;

const std::set<AccountKind> kKinds{AccountKind::material, AccountKind::labour,  AccountKind::machine,
                                   AccountKind::overtime, AccountKind::outside, AccountKind::freight};

Tick first_of(const std::vector<Spend>& work) {
  Tick first = time::kNever;
  for (const Spend& spend : work) first = std::min(first, spend.at);
  return first;
}

}  // namespace

Readmission::Readmission(const model::Plant& plant, const CapPeriods& periods, Cancel cancel,
                         std::vector<Waiting> waiting, Proposal& proposal)
    : plant_(plant),
      periods_(periods),
      cancel_(cancel),
      waiting_(std::move(waiting)),
      best_(proposal),
      plan_(costed_late(plant, proposal)) {
  std::stable_sort(waiting_.begin(), waiting_.end(),
                   [](const Waiting& a, const Waiting& b) { return a.loss_per_money > b.loss_per_money; });
}

int Readmission::run(int most_plans) {
  std::size_t most = waiting_.size();
  int failures = 0;  // on end
  for (int plans = 0;; ++plans) {
    if (plans >= most_plans || failures >= kFailures || cancelled(cancel_)) return plans;
    const std::vector<Return> chosen = affordable(most);
    if (chosen.empty()) return plans;
    if (take_in(chosen)) {
      most = 2 * chosen.size();
      failures = 0;
      continue;
    }
    ++failures;
    if (chosen.size() == 1) forget(chosen);
    most = std::max<std::size_t>(1, chosen.size() / 2);
  }
}

// Those that fit into what is left of the caps sooner than they are planned, at most `most`.
std::vector<Readmission::Return> Readmission::affordable(std::size_t most) const {
  CapLedger ledger(plant_, periods_, plan_, kKinds);
  std::vector<Return> chosen;
  for (std::size_t i = 0; i < waiting_.size() && chosen.size() < most; ++i) {
    const CapLedger::Spender who = waiting_[i].order.index();
    std::vector<Spend> now = ledger.work_of(who);
    ledger.remove(who);
    const std::optional<BudgetId> after = earliest(ledger, waiting_[i]);
    if (after) {
      chosen.push_back({.waiting = i, .after = *after});
      now = begun_at(waiting_[i].work, after->valid() ? periods_.until(*after) : time::kLongAgo);
    }
    ledger.replace(who, std::move(now));
  }
  return chosen;
}

// The period after which there is money for the order, before it has to be waited for now.
std::optional<BudgetId> Readmission::earliest(const CapLedger& ledger, const Waiting& who) const {
  if (ledger.fits(who.work)) return BudgetId();
  const Tick first = first_of(who.work);
  const Tick now = std::min(waits_until(who.order), plant_.frame.tick(plant_.policy.horizon));
  std::optional<BudgetId> best;
  for (const BudgetId budget : periods_.in_time_order()) {
    const Tick until = periods_.until(budget);
    if (until <= first || until >= now || (best && until >= periods_.until(*best))) continue;
    if (ledger.fits(begun_at(who.work, until))) best = budget;
  }
  return best;
}

// kNever when the order is left out.
Tick Readmission::waits_until(OrderId order) const {
  for (const plan::Deferral& deferral : best_.allocation.deferrals) {
    if (deferral.order == order) return deferral.until;
  }
  return time::kNever;
}

bool Readmission::take_in(const std::vector<Return>& chosen) {
  AllocationOrder allocation = best_.allocation;
  for (const Return& back : chosen) {
    const OrderId order = waiting_[back.waiting].order;
    std::erase_if(allocation.deferrals, [&](const plan::Deferral& deferral) { return deferral.order == order; });
    std::erase(allocation.left_out, order);
    if (back.after.valid()) {
      allocation.deferrals.push_back({.order = order, .budget = back.after, .until = periods_.until(back.after)});
    }
  }
  Proposal trial = propose(plant_, allocation, Effort::policy_grid, cancel_);
  if (trial.solution.score.unplaced > 0) return false;
  plan::Plan plan = costed_late(plant_, trial);
  if (!exceeded_caps(plant_, plan).empty() || plan::better(plan_.objective, plan.objective)) return false;
  best_ = std::move(trial);
  plan_ = std::move(plan);
  forget(chosen);
  return true;
}

void Readmission::forget(const std::vector<Return>& chosen) {
  for (auto i = chosen.rbegin(); i != chosen.rend(); ++i) {
    waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(i->waiting));
  }
}

}  // namespace kilter::coordinate
