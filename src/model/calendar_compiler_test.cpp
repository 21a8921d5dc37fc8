// Against times worked out by hand from the clock on the wall, and a slow twin that asks for every quarter of an hour.
#include "model/calendar_compiler.hpp"

#include <gtest/gtest.h>

#include <string>

#include "base/random.hpp"

namespace kilter::model {
namespace {

using std::chrono::year;

constexpr std::int32_t kHour = 3'600;
constexpr std::uint8_t kEveryDay = 0x7F;
constexpr std::uint8_t kWeekdays = 0x1F;

time::Zone zone_named(const char* name) {
  auto zone = time::Zone::named(name);
  EXPECT_TRUE(zone.has_value()) << name;
  return *zone;
}

// Compiles over `days` days from a local midnight; ticks count from there.
struct Compiled {
  Compiled(const char* zone_name, time::LocalDay monday, int days) : zone(zone_named(zone_name)) {
    const Instant begin = zone.start_of(monday);
    const Instant end = zone.start_of(monday + std::chrono::days(days));
    span = {.frame = time::Frame(begin), .begin = 0, .end = static_cast<Tick>((end - begin).count())};
  }
  void run() { compile_calendar(calendar, zone, span); }
  void shift(std::uint8_t days, int from, int until, TimeClass kind = TimeClass::regular) {
    calendar.shifts.push_back({.days = days, .start = from * kHour, .end = until * kHour, .time_class = kind});
  }
  // In hours from the begin of the span.
  void exception(int from, int until, ExceptionKind kind) {
    calendar.exceptions.push_back({.from = span.frame.instant(from * kHour),
                                   .until = span.frame.instant(until * kHour),
                                   .kind = kind,
                                   .reason = {}});
  }

  time::Zone zone;
  Span span;
  Calendar calendar;
};

// "6-14 30-38", in hours.
std::string hours(const time::WorkingCalendar& calendar) {
  std::string text;
  for (const time::Interval& interval : calendar.intervals()) {
    EXPECT_EQ(interval.open % kHour, 0);
    EXPECT_EQ(interval.close % kHour, 0);
    text += (text.empty() ? "" : " ") + std::to_string(interval.open / kHour) + "-" +
            std::to_string(interval.close / kHour);
  }
  return text;
}

constexpr time::LocalDay kMonday = std::chrono::local_days(year(2026) / 11 / 23);

TEST(CalendarCompiler, AWeekOfShifts) {
  Compiled plant("Europe/Berlin", kMonday, 8);
  plant.shift(kWeekdays, 6, 14);
  plant.run();
  EXPECT_EQ(hours(plant.calendar.regular), "6-14 30-38 54-62 78-86 102-110 174-182");
  EXPECT_EQ(hours(plant.calendar.overtime), "");
}

TEST(CalendarCompiler, ShiftsOverMidnightBelongToTheDayOnWhichTheyBegin) {
  Compiled plant("Europe/Berlin", kMonday, 3);
  plant.shift(1U << 0U, 22, 6);  // Monday night
  plant.shift(1U << 6U, 22, 6);  // Sunday night, of which the span sees the end
  plant.shift(1U << 1U, 6, 6);   // Tuesday, around the clock
  plant.run();
  EXPECT_EQ(hours(plant.calendar.regular), "0-6 22-54");
}

TEST(CalendarCompiler, TheNightOnWhichAnHourIsLeftOut) {
  Compiled plant("Europe/Berlin", time::LocalDay(kMonday + std::chrono::days(125)), 2);  // 28 March 2027: 2:00 is 3:00
  plant.shift(kEveryDay, 0, 8);
  plant.shift(kEveryDay, 22, 23);
  plant.run();
  EXPECT_EQ(hours(plant.calendar.regular), "0-7 21-22 23-31 45-46") << "eight o'clock comes after seven hours";
}

TEST(CalendarCompiler, TheNightOnWhichAnHourComesTwice) {
  Compiled plant("Europe/Berlin", time::LocalDay(kMonday - std::chrono::days(29)), 2);  // 25 October 2026: 3:00 is 2:00
  plant.shift(kEveryDay, 22, 6);
  plant.run();
  EXPECT_EQ(hours(plant.calendar.regular), "0-7 23-31 47-49") << "the night that began on Saturday is an hour longer";
}

TEST(CalendarCompiler, ShiftsHoldOnTheDaysBetweenTheirDates) {
  Compiled plant("Asia/Tokyo", kMonday, 4);
  plant.shift(kEveryDay, 20, 2);
  plant.calendar.shifts[0].from = plant.span.frame.instant(24 * kHour);
  plant.calendar.shifts[0].until = plant.span.frame.instant(48 * kHour);
  plant.run();
  EXPECT_EQ(hours(plant.calendar.regular), "44-50") << "Tuesday's shift, to its end on Wednesday";
}

TEST(CalendarCompiler, RegularTimeWinsOverOvertimeShifts) {
  Compiled plant("Europe/Berlin", kMonday, 1);
  plant.shift(kEveryDay, 6, 14);
  plant.shift(kEveryDay, 12, 18, TimeClass::overtime);
  plant.run();
  EXPECT_EQ(hours(plant.calendar.regular), "6-14");
  EXPECT_EQ(hours(plant.calendar.overtime), "14-18");
}

TEST(CalendarCompiler, ExceptionsRuleWhateverThePatternSays) {
  Compiled plant("Europe/Berlin", kMonday, 2);
  plant.shift(kEveryDay, 6, 14);
  plant.shift(kEveryDay, 14, 16, TimeClass::overtime);
  plant.exception(8, 9, ExceptionKind::closed);
  plant.exception(10, 11, ExceptionKind::overtime);
  plant.exception(15, 20, ExceptionKind::open);
  plant.exception(-5, 1, ExceptionKind::open);
  plant.exception(47, 60, ExceptionKind::overtime);
  plant.run();
  EXPECT_EQ(hours(plant.calendar.regular), "0-1 6-8 9-10 11-14 15-20 30-38");
  EXPECT_EQ(hours(plant.calendar.overtime), "10-11 14-15 38-40 47-48");
}

TEST(CalendarCompiler, TheLaterOfOverlappingExceptionsDecides) {
  Compiled plant("Europe/Berlin", kMonday, 1);
  plant.exception(2, 12, ExceptionKind::open);
  plant.exception(4, 10, ExceptionKind::closed);
  plant.exception(6, 8, ExceptionKind::overtime);
  plant.run();
  EXPECT_EQ(hours(plant.calendar.regular), "2-4 10-12");
  EXPECT_EQ(hours(plant.calendar.overtime), "6-8");
}

// What holds at a moment, asked of the rows themselves.
struct Rules {
  bool regular = false;
  bool overtime = false;
};
Rules rules_at(const Compiled& plant, Tick tick) {
  const Instant now = plant.span.frame.instant(tick);
  Rules rules;
  const auto today = std::chrono::floor<std::chrono::days>(plant.zone.local(now));
  for (int back = 0; back <= 1; ++back) {
    const time::LocalDay day = today - std::chrono::days(back);
    const unsigned weekday = std::chrono::weekday(day).iso_encoding() - 1;
    for (const Shift& shift : plant.calendar.shifts) {
      if (((shift.days >> weekday) & 1U) == 0) continue;
      const std::int32_t end = shift.end > shift.start ? shift.end : shift.end + 24 * kHour;
      const Instant opens = plant.zone.instant(time::LocalTime(day) + Duration(shift.start));
      const Instant closes = plant.zone.instant(time::LocalTime(day) + Duration(end));
      if (now < opens || now >= closes) continue;
      (shift.time_class == TimeClass::regular ? rules.regular : rules.overtime) = true;
    }
  }
  if (rules.regular) rules.overtime = false;
  for (const CalendarException& exception : plant.calendar.exceptions) {
    if (now < exception.from || now >= exception.until) continue;
    rules = {.regular = exception.kind == ExceptionKind::open, .overtime = exception.kind == ExceptionKind::overtime};
  }
  return rules;
}

TEST(CalendarCompiler, AgreesWithTheRulesAtEveryQuarterOfAnHour) {
  base::Random random(27);
  const int first_days[] = {0, 121, -32};  // a week without a change of the clock, and those with one
  for (int round = 0; round < 60; ++round) {
    const char* zone = round % 2 == 0 ? "Europe/Berlin" : "America/New_York";
    const time::LocalDay begin(kMonday + std::chrono::days(first_days[round % 3]));
    Compiled plant(zone, begin, 9);
    for (std::int64_t k = random.between(0, 4); k > 0; --k) {
      plant.shift(static_cast<std::uint8_t>(random.between(1, 127)), static_cast<int>(random.between(0, 23)),
                  static_cast<int>(random.between(0, 23)),
                  random.chance(0.3) ? TimeClass::overtime : TimeClass::regular);
    }
    for (std::int64_t k = random.between(0, 5); k > 0; --k) {
      const auto from = static_cast<int>(random.between(-10, 210));
      plant.exception(from, from + static_cast<int>(random.between(1, 60)),
                      static_cast<ExceptionKind>(random.between(0, 2)));
    }
    plant.run();
    for (Tick tick = 0; tick < plant.span.end; tick += 900) {
      const Rules rules = rules_at(plant, tick);
      ASSERT_EQ(plant.calendar.regular.is_open(tick), rules.regular) << "round " << round << " tick " << tick;
      ASSERT_EQ(plant.calendar.overtime.is_open(tick), rules.overtime) << "round " << round << " tick " << tick;
    }
  }
}

}  // namespace
}  // namespace kilter::model
