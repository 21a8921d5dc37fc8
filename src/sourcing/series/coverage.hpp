// What it costs when one purchase covers a stretch of a demand series: holding until each demand's date and lateness of
// those before.
#pragma once

#include <cstdint>

#include "model/plant.hpp"
#include "sourcing/offers/terms.hpp"
#include "sourcing/series/demand_series.hpp"

namespace kilter::sourcing {

// Facts of a series that every purchase for it shares.
class SeriesFacts {
 public:
  // Keeps references to both.
  SeriesFacts(const model::Plant& plant, const DemandSeries& series);

  [[nodiscard]] const DemandSeries& series() const { return series_; }
  [[nodiscard]] std::size_t day_of(Tick t) const { return plant_.days.day_of(t); }
  [[nodiscard]] std::size_t day_of_demand(std::size_t demand) const { return days_[demand]; }
  [[nodiscard]] std::size_t horizon_day() const { return horizon_day_; }
  // Micro-cents for millionths of a unit x days: policy.holding_per_year x Item::cost, a year of 365 days, rounded
  // down.
  [[nodiscard]] MicroCents holding(base::Int128 quantity_days) const;
  // The first demand at or after `from` that goods received at `receipt` cannot serve any more because of the item's
  // shelf life.
  [[nodiscard]] std::size_t shelf_end(std::size_t from, Tick receipt) const;

 private:
  const model::Plant& plant_;
  const DemandSeries& series_;
  std::vector<std::size_t> days_;
  std::size_t horizon_day_;
  std::int64_t yearly_;  // millionths of a major unit per unit and year
};

// Walks along the series from a label's position. Holding counts in whole local days, so that what comes and goes on
// one day is free to join; goods beyond the last demand are held until the horizon. A demand touched late costs its
// whole penalty, less what an earlier purchase for the same demand was charged already.
class Coverage {
 public:
  // `partial`: last receipt so far for the demand at `position`, kLongAgo when it is untouched.
  struct Start {
    std::size_t demand = 0;
    std::int64_t position = 0;
    Tick partial = time::kLongAgo;
  };
  Coverage(const SeriesFacts& facts, const Start& start, Tick receipt);

  // Goes on to `position` (not before the last one).
  void advance(std::int64_t position);

  [[nodiscard]] MicroCents cost() const { return facts_.holding(held_) + late_cost_; }
  [[nodiscard]] std::int64_t late() const { return late_; }
  // Thousandths of a unit x days held.
  [[nodiscard]] std::int64_t early() const { return static_cast<std::int64_t>(held_ / 1'000); }
  // Where it stands: the demand to be covered next, the position (never beyond the shelf end) and the partial date
  // there.
  [[nodiscard]] std::size_t demand() const { return demand_; }
  [[nodiscard]] std::int64_t position() const { return position_; }
  [[nodiscard]] Tick partial() const;

 private:
  void charge_late(std::size_t demand, Tick already);

  const SeriesFacts& facts_;
  Start start_;
  Tick receipt_;
  std::size_t receipt_day_;
  std::size_t shelf_end_;
  std::size_t demand_;
  std::int64_t position_;
  std::size_t charged_;    // demands before this one were looked at for lateness
  base::Int128 held_ = 0;  // millionths x days
  MicroCents late_cost_ = 0;
  std::int64_t late_ = 0;
};

}  // namespace kilter::sourcing
