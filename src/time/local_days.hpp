// The local days and ISO weeks of a plant's span in ticks, so that no layer but the rim needs a time zone.
// Days start at local midnight; a day of a daylight-saving change has 23 or 25 hours.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "time/instant.hpp"

namespace kilter::time {

class LocalDays {
 public:
  LocalDays() = default;
  // `midnights`: ascending ticks of local midnights without gaps; `first_weekday` of the first one, 0 = Monday.
  LocalDays(std::vector<Tick> midnights, int first_weekday)
      : midnights_(std::move(midnights)), first_weekday_(first_weekday) {}

  [[nodiscard]] std::size_t count() const { return midnights_.size(); }
  [[nodiscard]] Tick start_of(std::size_t day) const { return midnights_[day]; }
  // The day that holds t; the first or last one when t is outside.
  [[nodiscard]] std::size_t day_of(Tick t) const {
    const auto after = std::upper_bound(midnights_.begin(), midnights_.end(), t);
    return after == midnights_.begin() ? 0 : static_cast<std::size_t>(after - midnights_.begin()) - 1;
  }
  // 0 = Monday ... 6 = Sunday.
  [[nodiscard]] int weekday(std::size_t day) const {
    return static_cast<int>((static_cast<std::size_t>(first_weekday_) + day) % 7);
  }
  // The first day of the ISO week that holds `day` (clamped to the first day known).
  [[nodiscard]] std::size_t week_of_day(std::size_t day) const {
    const auto back = static_cast<std::size_t>(weekday(day));
    return back > day ? 0 : day - back;
  }
  // Monday 00:00 local of the ISO week that holds t.
  [[nodiscard]] Tick week_start(Tick t) const { return midnights_[week_of_day(day_of(t))]; }
  // Monday 00:00 local of the week after the one that holds t; kNever past the last day known.
  [[nodiscard]] Tick next_week_start(Tick t) const {
    const std::size_t day = week_of_day(day_of(t)) + 7 - (week_of_day(day_of(t)) == 0 ? first_offset() : 0);
    return day < midnights_.size() ? midnights_[day] : kNever;
  }
  friend bool operator==(const LocalDays&, const LocalDays&) = default;

 private:
  // Days by which the first known week is cut short.
  [[nodiscard]] std::size_t first_offset() const { return static_cast<std::size_t>(first_weekday_); }

  std::vector<Tick> midnights_;
  int first_weekday_ = 0;
};

}  // namespace kilter::time
