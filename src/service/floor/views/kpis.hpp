// Figures of the floor, each defined once, over a stretch of time [from, until).
//
//   first pass      good / (good + scrap + rework) of operations that ended: rework is apart
//   on time (OTD)   lines shipped whole by their date / lines due: what is overdue and not shipped counts as late
//   response time   of calls raised: until somebody took it, and until it was over; median and P90
#pragma once

#include <cstdint>
#include <optional>

#include "base/fixed.hpp"
#include "service/floor/effect.hpp"

namespace kilter::service {

struct Period {
  time::Instant from;
  time::Instant until;
};

// part / whole, rounded half up to a millionth; none of nothing.
std::optional<base::Ratio> share(std::int64_t part, std::int64_t whole);

struct QualityFigures {
  base::Quantity good;
  base::Quantity scrap;
  base::Quantity rework;
  [[nodiscard]] std::int64_t all() const { return (good + scrap + rework).raw(); }
  [[nodiscard]] std::optional<base::Ratio> first_pass() const { return share(good.raw(), all()); }
  [[nodiscard]] std::optional<base::Ratio> scrapped() const { return share(scrap.raw(), all()); }
};
QualityFigures quality_figures(const PlantTables& tables, const Received& now, const Period& period);

struct DeliveryFigures {
  std::uint32_t on_time = 0;
  std::uint32_t due = 0;  // in the period, and not after now
  [[nodiscard]] std::optional<base::Ratio> otd() const { return share(on_time, due); }
};
// By the date promised, else requested, as it was when the line was shipped.
DeliveryFigures delivery_figures(const PlantTables& tables, const Received& now, const Period& period);

struct ResponseFigures {
  std::uint32_t calls = 0;                         // raised in the period
  std::optional<time::Duration> acknowledged;      // median
  std::optional<time::Duration> acknowledged_p90;  // nearest rank
  std::optional<time::Duration> resolved;
  std::optional<time::Duration> resolved_p90;
};
// Of calls that are not there yet, nothing is said.
ResponseFigures response_figures(const PlantTables& tables, const Received& now, const Period& period);

}  // namespace kilter::service
