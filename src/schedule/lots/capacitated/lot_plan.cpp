#include "schedule/lots/capacitated/lot_plan.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

std::int64_t rounded_up(SquareCost cost) { return static_cast<std::int64_t>((cost + kLotUnit - 1) / kLotUnit); }

}  // namespace

LotDecoder::LotDecoder(const LotSizing& problem)
    : problem_(problem),
      wanted_(problem.item_count, 0),
      earlier_(std::size_t{problem.period_count} * problem.item_count, 0) {}

const LotPlan& LotDecoder::decode(const std::vector<std::uint8_t>& may_make) {
  const Index items = problem_.item_count;
  plan_.made.assign(may_make.size(), 0);
  plan_.cost = 0;
  plan_.missing = 0;
  std::fill(wanted_.begin(), wanted_.end(), 0);
  for (Index t = 1; t < problem_.period_count; ++t) {
    for (Index item = 0; item < items; ++item) {
      const std::size_t before = std::size_t{t - 1} * items + item;
      earlier_[before + items] = may_make[before] != 0 ? t : earlier_[before];
    }
  }
  for (Index t = problem_.period_count; t-- > 0;) {
    turns_.clear();
    for (Index item = 0; item < items; ++item) {
      plan_.cost += static_cast<SquareCost>(wanted_[item]) * problem_.items[item].holding_cost;
      wanted_[item] += problem_.demand_of(t, item);
      if (wanted_[item] == 0 || may_make[std::size_t{t} * items + item] == 0) continue;
      turns_.push_back({.urgency = urgency_of(t, item), .item = item});
    }
    std::sort(turns_.begin(), turns_.end(), [](const Turn& a, const Turn& b) {
      return a.urgency != b.urgency ? a.urgency > b.urgency : a.item < b.item;
    });
    std::int64_t capacity = problem_.capacity;
    for (const Turn& turn : turns_) make(t, capacity, turn.item);
  }
  for (const std::int64_t units : wanted_) plan_.missing += units;
  return plan_;
}

// Dear to hold, quick to make, and long until it could be made earlier.
double LotDecoder::urgency_of(Index period, Index item) const {
  const Index earlier = earlier_[std::size_t{period} * problem_.item_count + item];
  const double wait = earlier == 0 ? 1e6 : period + 1.0 - earlier;
  const auto dear = static_cast<double>(problem_.items[item].holding_cost + 1);
  return wait * dear / static_cast<double>(problem_.items[item].unit_time + 1);
}

void LotDecoder::make(Index period, std::int64_t& capacity, Index item) {
  const LotItem& facts = problem_.items[item];
  const std::int64_t left = capacity - facts.setup_time;
  if (left < 0) return;
  std::int64_t units = wanted_[item];
  if (facts.unit_time > 0) units = std::min(units, base::mul_div_floor(left, kLotUnit, facts.unit_time));
  if (units == 0) return;
  capacity = left - base::mul_div_ceil(units, facts.unit_time, kLotUnit);
  wanted_[item] -= units;
  plan_.made[std::size_t{period} * problem_.item_count + item] = units;
  plan_.cost += static_cast<SquareCost>(facts.setup_cost) * kLotUnit;
}

std::int64_t lot_cost(const LotSizing& problem, const std::vector<std::int64_t>& made) {
  SquareCost cost = 0;
  std::vector<std::int64_t> stock(problem.item_count, 0);
  for (Index t = 0; t < problem.period_count; ++t) {
    SquareCost time = 0;
    for (Index item = 0; item < problem.item_count; ++item) {
      const LotItem& facts = problem.items[item];
      const std::int64_t units = made[std::size_t{t} * problem.item_count + item];
      if (units > 0) {
        time += static_cast<SquareCost>(facts.unit_time) * units + static_cast<SquareCost>(facts.setup_time) * kLotUnit;
        cost += static_cast<SquareCost>(facts.setup_cost) * kLotUnit;
      }
      stock[item] += units - problem.demand_of(t, item);
      if (units < 0 || stock[item] < 0) return -1;
      cost += static_cast<SquareCost>(stock[item]) * facts.holding_cost;
    }
    if (time > static_cast<SquareCost>(problem.capacity) * kLotUnit) return -1;
  }
  const bool is_empty = std::all_of(stock.begin(), stock.end(), [](std::int64_t units) { return units == 0; });
  return is_empty ? rounded_up(cost) : -1;
}

}  // namespace kilter::schedule
