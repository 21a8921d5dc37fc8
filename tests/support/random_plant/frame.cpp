#include "support/random_plant/maker.hpp"

namespace kilter::support {
namespace {

using model::CalendarShiftRow;
using model::kDaily;
using model::kMondayToFriday;
using model::TimeClass;

constexpr std::uint8_t kSaturday = 1U << 5U;

std::int32_t clock(int hours, int minutes = 0) { return hours * 3'600 + minutes * 60; }

void shift(Maker& maker, Text calendar, std::uint8_t days, std::int32_t start, std::int32_t end,
           TimeClass time_class = TimeClass::regular) {
  CalendarShiftRow row;
  row.calendar = calendar;
  row.days = days;
  row.start = start;
  row.end = end;
  row.time_class = time_class;
  maker.draft.calendar_shifts.push_back(row);
}

void add_policy(Maker& maker) {
  static constexpr const char* kZones[] = {"UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"};
  const char* zone = kZones[maker.pick(4)];
  maker.zone = *time::Zone::named(zone);
  // Some day of 2026, often near a change of clocks, at 06:00 local.
  const std::int64_t day = maker.chance(0.3) ? maker.random.between(80, 95) : maker.random.between(0, 364);
  const time::LocalDay first(std::chrono::days(20'454 + day));
  maker.origin = maker.zone.instant(time::LocalTime(first) + 6 * kHour);
  model::PlantRow& row = maker.draft.plant;
  row.name = "Random works";
  row.time_zone = zone;
  row.origin = maker.origin;
  if (maker.chance(0.3)) row.horizon = maker.origin + 120 * kDay;
  row.frozen = maker.chance(0.3) ? kDay : Duration(0);
  row.delivery_buffer = maker.chance(0.3) ? 4 * kHour : Duration(0);
  row.holding_per_year = model::Ratio::micros(maker.random.between(0, 3) * 100'000);
  row.default_penalty_per_day = model::Money::minor(maker.random.between(1, 300) * 100);
  maker.draft.currencies.push_back({.currency = "USD", .rate = model::Ratio::micros(921'350)});
}

void add_sites(Maker& maker) {
  maker.sites = maker.chance(0.25) ? 2 : 1;
  for (int site = 0; site < maker.sites; ++site) {
    const Text id = maker.site_name(site);
    maker.draft.sites.push_back({.id = id});
    maker.draft.locations.push_back({.id = maker.draft.keep(id.str() + "-store"), .site = id});
    maker.draft.locations.push_back({.id = maker.draft.keep(id.str() + "-scrap"), .site = id, .nettable = false});
  }
}

void add_exceptions(Maker& maker, Text calendar) {
  using model::ExceptionKind;
  if (maker.chance(0.4)) {  // a holiday
    const std::int64_t day = maker.random.between(3, 30);
    maker.draft.calendar_exceptions.push_back(
        {.calendar = calendar, .from = maker.at(day, {}), .until = maker.at(day + 1, {}), .reason = "holiday"});
  }
  if (maker.chance(0.3)) {
    const std::int64_t day = maker.random.between(0, 20);
    maker.draft.calendar_exceptions.push_back(
        {.calendar = calendar,
         .from = maker.at(day, 22 * kHour),
         .until = maker.at(day, 23 * kHour + 30 * kMinute),
         .kind = maker.chance(0.5) ? ExceptionKind::open : ExceptionKind::overtime,
         .reason = "extra hours"});
  }
}

void add_calendars(Maker& maker) {
  for (const char* id : {"early", "two-shifts", "night", "office", "vendor-days"}) {
    maker.draft.calendars.push_back({.id = id});
    add_exceptions(maker, id);
  }
  shift(maker, "early", kMondayToFriday, clock(6), clock(14));
  shift(maker, "early", kSaturday, clock(6), clock(12), TimeClass::overtime);
  shift(maker, "two-shifts", kMondayToFriday, clock(6), clock(14));
  shift(maker, "two-shifts", kMondayToFriday, clock(14), clock(22));
  shift(maker, "two-shifts", kSaturday, clock(6), clock(14), TimeClass::overtime);
  shift(maker, "night", kMondayToFriday, clock(22), clock(6));
  shift(maker, "office", kMondayToFriday, clock(8), clock(12));
  shift(maker, "office", kMondayToFriday, clock(12, 30), clock(16, 45));
  shift(maker, "office", kMondayToFriday, clock(17), clock(19), TimeClass::overtime);
  shift(maker, "vendor-days", kMondayToFriday, 0, 86'400);
  maker.draft.calendars.push_back({.id = "always"});
  shift(maker, "always", kDaily, 0, 86'400);
}

}  // namespace

void add_frame(Maker& maker) {
  add_policy(maker);
  add_sites(maker);
  add_calendars(maker);
}

}  // namespace kilter::support
