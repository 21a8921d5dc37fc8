#include "coordinate/decide/caps/cap_sweep.hpp"

#include <algorithm>
#include <tuple>

#include "plan/penalty.hpp"

namespace kilter::coordinate {
namespace {

using base::Money;
using model::AccountKind;
using model::BudgetId;
using model::OrderId;
using time::Tick;

// Periods that began before one that work was moved out of may be exceeded by it only now: looked at again.
constexpr int kPasses = 3;

// Purchases keep to their caps while they are sourced, overtime closes: these wait only where that did not do.
std::set<AccountKind> kinds_of(const CapPeriods& periods, const std::vector<BudgetId>& exceeded) {
  std::set<AccountKind> kinds{AccountKind::labour, AccountKind::machine, AccountKind::outside};
  for (const BudgetId budget : exceeded) kinds.insert(periods.kind(budget));
  return kinds;
}

}  // namespace

CapSweep::CapSweep(const model::Plant& plant, const CapPeriods& periods, const plan::Plan& plan,
                   const std::vector<BudgetId>& exceeded, AllocationOrder& allocation)
    : plant_(plant),
      periods_(periods),
      allocation_(allocation),
      ledger_(plant, periods, plan, kinds_of(periods, exceeded)),
      before_(ledger_),
      horizon_(plant.frame.tick(plant.policy.horizon)),
      waits_until_(ledger_.stock() + 1, time::kLongAgo),
      waits_for_(ledger_.stock() + 1),
      left_out_(ledger_.stock() + 1, false),
      loss_per_money_(ledger_.stock() + 1, 0) {
  for (const plan::Deferral& deferral : allocation.deferrals) {
    Tick& until = waits_until_[deferral.order.valid() ? deferral.order.index() : ledger_.stock()];
    until = std::max(until, deferral.until);
  }
}

bool CapSweep::run(std::vector<Waiting>& waiting) {
  bool again = true;
  for (int pass = 0; pass < kPasses && again; ++pass) {
    again = false;
    for (const BudgetId budget : periods_.in_time_order()) again = relieve(budget) || again;
  }
  bool any = false;
  for (Spender who = 0; who < waits_for_.size(); ++who) {
    if (!waits_for_[who].valid() && !left_out_[who]) continue;
    record(who, waiting);
    any = true;
  }
  return any;
}

// Returns whether anything gave way.
bool CapSweep::relieve(BudgetId budget) {
  if (!ledger_.room(budget).negative()) return false;
  bool any = false;
  const auto stock = ledger_.spenders(budget).find(ledger_.stock());
  if (stock != ledger_.spenders(budget).end() && stock->second.positive() && may_wait(ledger_.stock(), budget)) {
    defer(ledger_.stock(), budget);
    any = true;
    if (!ledger_.room(budget).negative()) return true;
  }
  const std::vector<Candidate> spending = candidates(budget);
  Money left = ledger_.room(budget);
  for (const Candidate& candidate : spending) left += candidate.amount;
  for (const Candidate& candidate : spending) {
    if (candidate.amount <= left) {
      left -= candidate.amount;
      continue;
    }
    if (!candidate.can_wait && waits_for_[candidate.who].valid())
      continue;  // here by forecast only: the plan will tell
    loss_per_money_[candidate.who] = candidate.loss_per_money;
    if (candidate.can_wait) {
      defer(candidate.who, budget);
    } else {
      left_out_[candidate.who] = true;
      ledger_.remove(candidate.who);
    }
    any = true;
  }
  return any;
}

// Those first that have nowhere else to go, then those that lose most per money.
std::vector<CapSweep::Candidate> CapSweep::candidates(BudgetId budget) const {
  std::vector<Candidate> found;
  for (const auto& [who, amount] : ledger_.spenders(budget)) {
    if (who == ledger_.stock() || !amount.positive()) continue;
    const bool can_wait = may_wait(who, budget);
    found.push_back({.who = who,
                     .amount = amount,
                     .can_wait = can_wait,
                     .loss_per_money = loss(who, budget, can_wait) / static_cast<double>(amount.raw())});
  }
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    return std::make_tuple(a.can_wait, -a.loss_per_money) < std::make_tuple(b.can_wait, -b.loss_per_money);
  });
  return found;
}

// Whether waiting for the period's end is of use: it has not been tried, and the horizon is not over by then.
bool CapSweep::may_wait(Spender who, BudgetId budget) const {
  const Tick until = periods_.until(budget);
  return until < horizon_ && waits_until_[who] < until;
}

// What more lateness costs: before the period nobody could have the money. An order that was due long ago is no more
// urgent for that.
double CapSweep::loss(Spender who, BudgetId budget, bool can_wait) const {
  const model::CustomerOrder& order = plant_.orders[OrderId(static_cast<std::uint32_t>(who))];
  const Tick until = can_wait ? periods_.until(budget) : horizon_;
  const Tick from = std::max(plant_.frame.tick(order.due()), plant_.frame.tick(plant_.budgets[budget].from));
  const Tick late = std::max<Tick>(0, until - std::max<Tick>(0, from));
  return static_cast<double>(plan::penalty(plant_, order, late).raw());
}

void CapSweep::defer(Spender who, BudgetId budget) {
  waits_for_[who] = budget;
  ledger_.begin_at(who, periods_.until(budget));
}

// Writes down what has been decided for one.
void CapSweep::record(Spender who, std::vector<Waiting>& waiting) const {
  const bool stock = who == ledger_.stock();
  const OrderId order = stock ? OrderId::none() : OrderId(static_cast<std::uint32_t>(who));
  std::erase_if(allocation_.deferrals, [&](const plan::Deferral& known) { return known.order == order; });
  if (left_out_[who]) {
    allocation_.left_out.push_back(order);
  } else {
    allocation_.deferrals.push_back(
        {.order = order, .budget = waits_for_[who], .until = periods_.until(waits_for_[who])});
  }
  const auto known = std::find_if(waiting.begin(), waiting.end(), [&](const Waiting& w) { return w.order == order; });
  if (stock || known != waiting.end()) return;
  waiting.push_back({.order = order, .work = before_.work_of(who), .loss_per_money = loss_per_money_[who]});
}

}  // namespace kilter::coordinate
