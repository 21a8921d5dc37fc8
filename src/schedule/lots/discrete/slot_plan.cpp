#include "schedule/lots/discrete/slot_plan.hpp"

#include <algorithm>

namespace kilter::schedule {

SlotPlan::SlotPlan(const DiscreteLotSizing& problem, std::vector<Index> made)
    : problem_(problem),
      made_(std::move(made)),
      cost_(discrete_lot_cost(problem, made_)),
      before_(problem.period_count),
      after_(problem.period_count),
      busy_(std::size_t{problem.period_count} + 1, 0),
      tight_(std::size_t{problem.period_count} + 1, 0),
      rate_(std::size_t{problem.period_count} + 1, 0),
      latest_(problem.period_count) {
  due_begin_.push_back(0);
  for (Index t = 0; t < problem.period_count; ++t) {
    for (Index item = 0; item < problem.item_count; ++item) {
      if (problem.due_in(item, t)) due_.push_back(item);
    }
    due_begin_.push_back(static_cast<Index>(due_.size()));
  }
  renew();
}

void SlotPlan::renew() {
  renew_latest();
  const Index periods = problem_.period_count;
  Index last = kNone;
  for (Index t = 0; t < periods; ++t) {
    const bool is_busy = made_[t] != kNone;
    before_[t] = last;
    if (is_busy) last = made_[t];
    busy_[t + 1] = busy_[t] + (is_busy ? 1 : 0);
    tight_[t + 1] = tight_[t] + (is_busy && latest_[t] == t ? 1 : 0);
    rate_[t + 1] = rate_[t] + stocking(made_[t]);
  }
  last = kNone;
  for (Index t = periods; t-- > 0;) {
    after_[t] = last;
    if (made_[t] != kNone) last = made_[t];
  }
}

// A unit may wait while there is stock of its item without it: until the next period that ends without stock.
void SlotPlan::renew_latest() {
  stuck_.assign(problem_.item_count, 0);
  stock_.assign(problem_.item_count, 0);
  for (Index t = problem_.period_count; t-- > 0;) {
    const Index item = made_[t];
    if (item != kNone) latest_[t] = stock_[item] == 0 ? t : stuck_[item];
    for (Index i = due_begin_[t]; i < due_begin_[t + 1]; ++i) {
      if (stock_[due_[i]] == 0) stuck_[due_[i]] = t;
      ++stock_[due_[i]];
    }
    if (item != kNone) --stock_[item];
  }
}

std::int64_t SlotPlan::chain(std::initializer_list<Index> items) const {
  std::int64_t sum = 0;
  Index last = kNone;
  for (const Index item : items) {
    if (item == kNone) continue;
    sum += changeover(last, item);
    last = item;
  }
  return sum;
}

std::int64_t SlotPlan::swap_delta(Index a, Index b) const {
  if (a > b) std::swap(a, b);
  const Index first = made_[a];
  const Index second = made_[b];
  if (first == second) return 0;
  if (first != kNone && latest_[a] < b) return kForbidden;
  const std::int64_t stock = (stocking(second) - stocking(first)) * static_cast<std::int64_t>(b - a);
  if (busy_[b] == busy_[a + 1]) {  // nothing lies between
    return stock + chain({before_[a], second, first, after_[b]}) - chain({before_[a], first, second, after_[b]});
  }
  return stock + chain({before_[a], second, after_[a]}) - chain({before_[a], first, after_[a]}) +
         chain({before_[b], first, after_[b]}) - chain({before_[b], second, after_[b]});
}

std::int64_t SlotPlan::insert_delta(Index from, Index to) const {
  const Index item = made_[from];
  const bool is_later = to > from;
  const Index begin = is_later ? from + 1 : to;  // what lies between: [begin, end)
  const Index end = is_later ? to + 1 : from;
  const std::int64_t between = rate_[end] - rate_[begin];
  std::int64_t delta = 0;
  if (is_later) {
    if (item != kNone && latest_[from] < to) return kForbidden;
    delta = between - stocking(item) * static_cast<std::int64_t>(to - from);
  } else {
    if (tight_[end] != tight_[begin]) return kForbidden;
    delta = stocking(item) * static_cast<std::int64_t>(from - to) - between;
  }
  if (item == kNone || busy_[end] == busy_[begin]) return delta;
  delta += chain({before_[from], after_[from]}) - chain({before_[from], item, after_[from]});
  const Index left = is_later && made_[to] != kNone ? made_[to] : before_[to];
  const Index right = !is_later && made_[to] != kNone ? made_[to] : after_[to];
  return delta + chain({left, item, right}) - chain({left, right});
}

void SlotPlan::swap(Index a, Index b, std::int64_t delta) {
  std::swap(made_[a], made_[b]);
  cost_ += delta;
  renew();
}

void SlotPlan::insert(Index from, Index to, std::int64_t delta) {
  const auto at = [this](Index period) { return made_.begin() + period; };
  if (from < to) {
    std::rotate(at(from), at(from + 1), at(to + 1));
  } else {
    std::rotate(at(to), at(from), at(from + 1));
  }
  cost_ += delta;
  renew();
}

std::int64_t discrete_lot_cost(const DiscreteLotSizing& problem, const std::vector<Index>& made) {
  std::vector<std::int64_t> stock(problem.item_count, 0);
  std::int64_t cost = 0;
  Index last = kNone;
  for (Index t = 0; t < problem.period_count; ++t) {
    if (made[t] != kNone) {
      ++stock[made[t]];
      if (last != kNone) cost += problem.changeover_of(last, made[t]);
      last = made[t];
    }
    for (Index item = 0; item < problem.item_count; ++item) {
      stock[item] -= problem.due_in(item, t) ? 1 : 0;
      if (stock[item] < 0) return SlotPlan::kForbidden;
      cost += stock[item] * problem.stocking_cost[item];
    }
  }
  const bool is_empty = std::all_of(stock.begin(), stock.end(), [](std::int64_t units) { return units == 0; });
  return is_empty ? cost : SlotPlan::kForbidden;
}

namespace {

// The wanted item that is dearest to keep; kNone when none is wanted.
Index dearest_wanted(const DiscreteLotSizing& problem, const std::vector<Index>& wanted) {
  Index dearest = kNone;
  for (Index item = 0; item < problem.item_count; ++item) {
    if (wanted[item] == 0) continue;
    if (dearest == kNone || problem.stocking_cost[item] > problem.stocking_cost[dearest]) dearest = item;
  }
  return dearest;
}

}  // namespace

std::vector<Index> first_slots(const DiscreteLotSizing& problem) {
  std::vector<Index> made(problem.period_count, kNone);
  std::vector<Index> wanted(problem.item_count, 0);
  Index waiting = 0;
  Index last = kNone;
  for (Index t = problem.period_count; t-- > 0;) {
    for (Index item = 0; item < problem.item_count; ++item) {
      if (!problem.due_in(item, t)) continue;
      ++wanted[item];
      ++waiting;
    }
    if (waiting == 0) continue;
    if (last == kNone || wanted[last] == 0) last = dearest_wanted(problem, wanted);
    made[t] = last;
    --wanted[last];
    --waiting;
  }
  return waiting == 0 ? made : std::vector<Index>{};
}

}  // namespace kilter::schedule
