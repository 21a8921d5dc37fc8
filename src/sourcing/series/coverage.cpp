#include "sourcing/series/coverage.hpp"

#include <algorithm>

namespace kilter::sourcing {

using base::Int128;

SeriesFacts::SeriesFacts(const model::Plant& plant, const DemandSeries& series)
    : plant_(plant),
      series_(series),
      horizon_day_(plant.days.day_of(plant.frame.tick(plant.policy.horizon))),
      yearly_(
          base::mul_div_floor(plant.items[series.item].cost.raw(), plant.policy.holding_per_year.raw(), base::kMicro)) {
  days_.reserve(series.demands.size());
  for (const Demand& demand : series.demands) days_.push_back(plant.days.day_of(demand.date));
}

MicroCents SeriesFacts::holding(Int128 quantity_days) const {
  if (quantity_days == 0 || yearly_ == 0) return 0;
  // A millionth of a major unit is 100 micro-cents.
  return static_cast<MicroCents>(quantity_days * yearly_ * 100 / (Int128{365} * base::kMicro));
}

std::size_t SeriesFacts::shelf_end(std::size_t from, Tick receipt) const {
  const std::optional<time::Duration>& life = plant_.items[series_.item].shelf_life;
  if (!life) return series_.demands.size();
  const std::int64_t expiry = receipt + life->count();
  while (from < series_.demands.size() && series_.demands[from].date < expiry) ++from;
  return from;
}

Coverage::Coverage(const SeriesFacts& facts, const Start& start, Tick receipt)
    : facts_(facts),
      start_(start),
      receipt_(receipt),
      receipt_day_(facts.day_of(receipt)),
      shelf_end_(facts.shelf_end(start.demand, receipt)),
      demand_(start.demand),
      position_(start.position),
      charged_(start.demand) {}

void Coverage::charge_late(std::size_t demand, Tick already) {
  const Demand& wanted = facts_.series().demands[demand];
  const std::int64_t before = std::max<std::int64_t>(0, static_cast<std::int64_t>(already) - wanted.need);
  const std::int64_t now = std::max<std::int64_t>(0, static_cast<std::int64_t>(receipt_) - wanted.need);
  if (now <= before) return;
  late_ += now - before;
  late_cost_ += base::mul_div_floor(wanted.penalty * base::kMicro, now, 86'400) -
                base::mul_div_floor(wanted.penalty * base::kMicro, before, 86'400);
}

void Coverage::advance(std::int64_t position) {
  const std::vector<Demand>& demands = facts_.series().demands;
  while (position_ < position && demand_ < shelf_end_) {
    if (charged_ == demand_) {
      charge_late(demand_, demand_ == start_.demand ? start_.partial : time::kLongAgo);
      ++charged_;
    }
    const std::int64_t until = std::min(position, demands[demand_].end);
    const std::size_t day = facts_.day_of_demand(demand_);
    if (day > receipt_day_)
      held_ += static_cast<Int128>(until - position_) * static_cast<std::int64_t>(day - receipt_day_);
    position_ = until;
    if (position_ == demands[demand_].end) ++demand_;
  }
  if (position_ < position && demand_ == demands.size()) {
    const std::int64_t days = static_cast<std::int64_t>(facts_.horizon_day()) - static_cast<std::int64_t>(receipt_day_);
    held_ += static_cast<Int128>(position - position_) * std::max<std::int64_t>(0, days);
    position_ = position;
  }
}

Tick Coverage::partial() const {
  if (demand_ >= charged_) return time::kLongAgo;
  return demand_ == start_.demand ? std::max(start_.partial, receipt_) : receipt_;
}

}  // namespace kilter::sourcing
