// Calendars: weekly shifts and exceptions, compiled. "24/7" is made when something names no calendar.
#include "model/build/build.hpp"
#include "model/calendar_compiler.hpp"

namespace kilter::model {
namespace {

constexpr std::string_view kAlways = "24/7";
constexpr std::int32_t kDaySeconds = 86'400;

Span span_of(const Plant& plant) { return {.frame = plant.frame, .begin = plant.span_begin, .end = plant.span_end}; }

void add_shift(Build& build, const CalendarShiftRow& row) {
  const CalendarId id = build.calendars.required(spot(row, "calendar", row.calendar), build.report);
  const bool days_right = row.days != 0 && row.days <= kDaily;
  if (!days_right) {
    build.report.error("bad-days", spot(row, "days"), "the shift runs on no day",
                       "Give days such as Mon-Fri or daily.");
  }
  const bool times_right = row.start >= 0 && row.start < kDaySeconds && row.end >= 0 && row.end <= kDaySeconds;
  if (!times_right) {
    build.report.error("bad-time-of-day", spot(row, "start"), "a shift starts and ends between 00:00 and 24:00",
                       "Give times of the day; a shift over midnight simply ends before it starts.");
  }
  const bool valid = check_interval(build, spot(row, "until"), row.from, row.until);
  if (!id.valid() || !days_right || !times_right || !valid) return;
  build.plant.calendars[id].shifts.push_back({.days = row.days,
                                              .start = row.start,
                                              .end = row.end,
                                              .time_class = row.time_class,
                                              .from = row.from,
                                              .until = row.until});
}

void add_exception(Build& build, const CalendarExceptionRow& row) {
  const CalendarId id = build.calendars.required(spot(row, "calendar", row.calendar), build.report);
  const bool valid = check_interval(build, spot(row, "until"), row.from, row.until);
  if (!id.valid() || !valid) return;
  build.plant.calendars[id].exceptions.push_back(
      {.from = row.from, .until = row.until, .kind = row.kind, .reason = row.reason.str()});
}

}  // namespace

void build_calendars(Build& build) {
  for (const CalendarRow& row : build.draft.calendars) {
    build.calendars.define(build.plant.calendars.next_id(), spot(row, "id", row.id), build.report);
    Calendar calendar;
    calendar.id = row.id.str();
    calendar.name = row.name.empty() ? row.id.str() : row.name.str();
    build.plant.calendars.push_back(std::move(calendar));
  }
  for (const CalendarShiftRow& row : build.draft.calendar_shifts) add_shift(build, row);
  for (const CalendarExceptionRow& row : build.draft.calendar_exceptions) add_exception(build, row);
  if (!build.dates_known) return;
  for (Calendar& calendar : build.plant.calendars) compile_calendar(calendar, build.zone, span_of(build.plant));
}

CalendarId calendar_or_always(Build& build, const Spot& spot) {
  if (!spot.value.empty()) return build.calendars.required(spot, build.report);
  const CalendarId next = build.plant.calendars.next_id();
  const CalendarId id = build.calendars.find_or_define(kAlways, next);
  if (id != next) return id;
  Calendar calendar;
  calendar.id = kAlways;
  calendar.name = kAlways;
  calendar.shifts.push_back({.days = kDaily, .start = 0, .end = kDaySeconds, .from = {}, .until = {}});
  if (build.dates_known) compile_calendar(calendar, build.zone, span_of(build.plant));
  build.plant.calendars.push_back(std::move(calendar));
  return id;
}

}  // namespace kilter::model
