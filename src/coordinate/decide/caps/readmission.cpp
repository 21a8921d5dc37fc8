#include "coordinate/decide/caps/readmission.hpp"

#include <algorithm>

#include "coordinate/decide/caps.hpp"
#include "coordinate/finish.hpp"
#include "plan/better.hpp"
#include "plan/penalty.hpp"

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
  for (const Waiting& who : waiting_) {
    const bool gone = std::any_of(best_.plan.unplanned.begin(), best_.plan.unplanned.end(), [&](const auto& unplanned) {
      return unplanned.order == who.order && unplanned.quantity == plant_.orders[who.order].quantity;
    });
    if (gone && !left_out(who.order)) best_.allocation.left_out.push_back(who.order);
  }
  sort_waiting();
}

// Those left out first, then those that lose most per money.
void Readmission::sort_waiting() {
  std::stable_sort(waiting_.begin(), waiting_.end(), [&](const Waiting& a, const Waiting& b) {
    const std::int64_t weight_a = left_out(a.order) ? weight(a.order) : 0;
    const std::int64_t weight_b = left_out(b.order) ? weight(b.order) : 0;
    return weight_a != weight_b ? weight_a > weight_b : a.loss_per_money > b.loss_per_money;
  });
}

bool Readmission::left_out(OrderId order) const {
  const std::vector<OrderId>& all = best_.allocation.left_out;
  return std::find(all.begin(), all.end(), order) != all.end();
}

std::int64_t Readmission::weight(OrderId order) const {
  return std::max<std::int64_t>(1, plan::penalty_per_day(plant_, plant_.orders[order]).raw());
}

std::int64_t Readmission::weight(const std::vector<Return>& chosen) const {
  std::int64_t sum = 0;
  for (const Return& back : chosen) sum += weight(waiting_[back.waiting].order);
  return sum;
}

int Readmission::run(int most_plans) {
  const int plans = take_in_again(most_plans);
  return plans + exchange(most_plans - plans);
}

int Readmission::take_in_again(int most_plans) {
  std::vector<Waiting> hopeless;
  std::size_t most = waiting_.size();
  int failures = 0;  // on end
  int plans = 0;
  for (; plans < most_plans && failures < kFailures && !cancelled(cancel_); ++plans) {
    const std::vector<Return> chosen = affordable(most, OrderId::none());
    if (chosen.empty()) break;
    if (take_in(chosen, {})) {
      most = 2 * chosen.size();
      failures = 0;
      continue;
    }
    ++failures;
    if (chosen.size() == 1) {
      hopeless.push_back(waiting_[chosen.front().waiting]);
      forget(chosen);
    }
    most = std::max<std::size_t>(1, chosen.size() / 2);
  }
  waiting_.insert(waiting_.end(), hopeless.begin(), hopeless.end());
  return plans;
}

int Readmission::exchange(int most_plans) {
  int plans = 0;
  std::erase_if(waiting_, [&](const Waiting& who) { return !left_out(who.order); });
  for (bool found = true; found;) {
    found = false;
    sort_waiting();
    for (const Exchange& way : exchanges()) {
      if (plans >= most_plans || cancelled(cancel_)) return plans;
      ++plans;
      found = take_in(way.in, way.out);
      if (found) break;
    }
  }
  return plans;
}

// One for many or for a heavier one, the lightest going first; then several lighter ones for one.
std::vector<Readmission::Exchange> Readmission::exchanges() const {
  std::vector<Exchange> ways;
  const std::vector<Waiting> planned = replaceable();
  for (const Waiting& out : planned) {
    for (std::vector<Return>& in : in_place_of(out.order)) ways.push_back({.in = std::move(in), .out = {out}});
  }
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    if (std::optional<Exchange> way = make_room(i, planned)) ways.push_back(std::move(*way));
  }
  return ways;
}

// As many of the lightest as it takes, and none that it does not.
std::optional<Readmission::Exchange> Readmission::make_room(std::size_t waiting, std::vector<Waiting> planned) const {
  const Waiting& who = waiting_[waiting];
  CapLedger ledger(plant_, periods_, plan_, kKinds);
  Exchange way;
  std::int64_t lost = 0;
  std::optional<BudgetId> after = earliest(ledger, who);
  for (std::size_t i = 0; i < planned.size() && !after; ++i) {
    lost += weight(planned[i].order);
    ledger.remove(planned[i].order.index());
    way.out.push_back(planned[i]);
    after = earliest(ledger, who);
  }
  if (!after) return std::nullopt;
  for (std::size_t i = way.out.size(); i-- > 0;) {
    const Waiting back = way.out[i];
    ledger.replace(back.order.index(), back.work);
    const std::optional<BudgetId> still = earliest(ledger, who);
    if (still) {
      after = still;
      lost -= weight(back.order);
      way.out.erase(way.out.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ledger.remove(back.order.index());
    }
  }
  if (way.out.size() < 2 || lost >= weight(who.order)) return std::nullopt;
  way.in.push_back({.waiting = waiting, .after = *after});
  return way;
}

// Who is planned, in the sequence of their weight; of those alike whoever spends most.
std::vector<Waiting> Readmission::replaceable() const {
  std::int64_t all = 0;
  for (const Waiting& who : waiting_) all += weight(who.order);
  const CapLedger ledger(plant_, periods_, plan_, kKinds);
  std::vector<Waiting> found;
  for (const OrderId order : base::ids_of(plant_.orders)) {
    const std::vector<Spend>& work = ledger.work_of(order.index());
    if (left_out(order) || work.empty() || weight(order) >= all) continue;
    double spent = 0;
    for (const Spend& spend : work) spent += static_cast<double>(spend.amount.raw());
    found.push_back({.order = order, .work = work, .loss_per_money = -spent});
  }
  std::stable_sort(found.begin(), found.end(), [&](const Waiting& a, const Waiting& b) {
    const std::int64_t weight_a = weight(a.order);
    const std::int64_t weight_b = weight(b.order);
    return weight_a != weight_b ? weight_a < weight_b : a.loss_per_money < b.loss_per_money;
  });
  return found;
}

// All that there should be money for then, and whoever weighs more alone.
std::vector<std::vector<Readmission::Return>> Readmission::in_place_of(OrderId order) const {
  std::vector<std::vector<Return>> ways;
  const std::vector<Return> chosen = affordable(waiting_.size(), order);
  if (weight(chosen) > weight(order)) ways.push_back(chosen);
  if (chosen.size() < 2) return ways;
  for (const Return& alone : chosen) {
    if (weight({alone}) > weight(order)) ways.push_back({alone});
  }
  return ways;
}

// Those that fit into what is left of the caps sooner than they are planned, at most `most`.
std::vector<Readmission::Return> Readmission::affordable(std::size_t most, OrderId without) const {
  CapLedger ledger(plant_, periods_, plan_, kKinds);
  if (without.valid()) ledger.remove(without.index());
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

bool Readmission::take_in(const std::vector<Return>& chosen, const std::vector<Waiting>& instead_of) {
  AllocationOrder allocation = best_.allocation;
  for (const Waiting& out : instead_of) {
    std::erase_if(allocation.deferrals, [&](const plan::Deferral& deferral) { return deferral.order == out.order; });
    allocation.left_out.push_back(out.order);
  }
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
  if (!exceeded_caps(plant_, plan).empty() || !plan::better(plant_, plan, plan_)) return false;
  best_ = std::move(trial);
  plan_ = std::move(plan);
  forget(chosen);
  waiting_.insert(waiting_.end(), instead_of.begin(), instead_of.end());
  return true;
}

void Readmission::forget(const std::vector<Return>& chosen) {
  for (auto i = chosen.rbegin(); i != chosen.rend(); ++i) {
    waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(i->waiting));
  }
}

}  // namespace kilter::coordinate
