// The plant's own row: zone, origin, horizon, prices of lateness and stock; and the span of its calendars.
#include <algorithm>

#include "model/build/build.hpp"
#include "model/build/values.hpp"

namespace kilter::model {
namespace {

constexpr Duration kDay{86'400};
constexpr Duration kYear = 366 * kDay;
constexpr Duration kCalendarsBefore = 400 * kDay;
constexpr Duration kCalendarsAfter = 400 * kDay;
constexpr Duration kLongestHorizon = 20 * kYear;
constexpr Ratio kMostHolding = Ratio::micros(1'000 * base::kMicro);  // a thousand times its cost per year

// 30 days after the last due date, at least 90 days after the origin.
Instant horizon_from_orders(const PlantDraft& draft, Instant origin) {
  Instant last = origin + 90 * kDay;
  for (const OrderRow& order : draft.orders) {
    if (order.status != OrderStatus::firm) continue;
    last = std::max(last, order.promised.value_or(order.requested) + 30 * kDay);
  }
  return std::min(last, origin + kLongestHorizon);
}

void check_horizon(Build& build) {
  const PlantRow& row = build.draft.plant;
  const Policy& policy = build.plant.policy;
  if (policy.horizon <= policy.origin) {
    build.report.error("horizon-before-origin", spot(row, "horizon"), "the horizon is not after the origin",
                       "Give a horizon that lies after the origin.");
  } else if (policy.horizon - policy.origin > kLongestHorizon) {
    build.report.error("horizon-too-far", spot(row, "horizon"), "the horizon is more than 20 years after the origin",
                       "Give a nearer horizon.");
  } else {
    build.dates_known = true;
  }
}

void check_policy_values(Build& build) {
  const PlantRow& row = build.draft.plant;
  check_not_negative(build, row, "frozen", row.frozen);
  check_not_negative(build, row, "slushy", row.slushy);
  check_not_negative(build, row, "default_penalty_per_day", row.default_penalty_per_day);
  if (check_not_negative(build, row, "holding_per_year", row.holding_per_year) && row.holding_per_year > kMostHolding) {
    report_figure(build.report, spot(row, "holding_per_year"), figure(row.holding_per_year), true);
  }
  check_not_negative(build, row, "delivery_buffer", row.delivery_buffer);
}

void set_zone(Build& build) {
  const PlantRow& row = build.draft.plant;
  auto zone = time::Zone::named(row.time_zone.view());
  if (zone) {
    build.zone = std::move(*zone);
  } else {
    build.report.error("unknown-time-zone", spot(row, "time_zone", row.time_zone), "this time zone is not known",
                       "Give an IANA name such as Europe/Berlin, America/New_York or UTC.");
  }
  build.plant.policy.zone = row.time_zone.str();
}

void set_span(Build& build) {
  const Policy& policy = build.plant.policy;
  const Duration length = build.dates_known ? policy.horizon - policy.origin : kDay;
  const Duration end = length + std::max(length, kCalendarsAfter);
  build.plant.span_begin = static_cast<Tick>(-kCalendarsBefore.count());
  build.plant.span_end = static_cast<Tick>(end.count());
}

// Local midnights over the whole span, the day that holds its begin and the one after its end included.
time::LocalDays days_of_span(const time::Zone& zone, const Plant& plant) {
  const Instant end = plant.frame.instant(plant.span_end);
  const auto first = std::chrono::floor<std::chrono::days>(zone.local(plant.frame.instant(plant.span_begin)));
  std::vector<Tick> midnights;
  for (time::LocalDay day = first; midnights.empty() || zone.start_of(day - std::chrono::days(1)) <= end;
       day += std::chrono::days(1)) {
    midnights.push_back(plant.frame.tick(zone.start_of(day)));
  }
  const unsigned iso = std::chrono::weekday(first).iso_encoding();
  return {std::move(midnights), static_cast<int>(iso) - 1};
}

}  // namespace

void build_policy(Build& build) {
  const PlantRow& row = build.draft.plant;
  Policy& policy = build.plant.policy;
  set_zone(build);
  policy.plant_name = row.name.str();
  policy.currency = row.currency.str();
  policy.frozen = row.frozen;
  policy.slushy = row.slushy;
  policy.default_penalty_per_day = row.default_penalty_per_day;
  policy.holding_per_year = row.holding_per_year;
  policy.delivery_buffer = row.delivery_buffer;
  check_policy_values(build);
  if (row.origin) {
    policy.origin = *row.origin;
    policy.horizon = row.horizon ? *row.horizon : horizon_from_orders(build.draft, policy.origin);
    check_horizon(build);
  } else {
    build.report.error("missing-value", spot(row, "origin"),
                       "origin is missing: the plan needs to know what \"now\" is",
                       "Give the date or time at which the plan begins.");
  }
  build.plant.frame = time::Frame(policy.origin);
  set_span(build);
  if (build.dates_known) build.plant.days = days_of_span(build.zone, build.plant);
}

bool check_interval(Build& build, const Spot& spot, std::optional<Instant> from, std::optional<Instant> until) {
  if (!from || !until || *from < *until) return true;
  build.report.error("empty-interval", spot, "`until` is not after `from`", "Exchange the two or correct one of them.");
  return false;
}

}  // namespace kilter::model
