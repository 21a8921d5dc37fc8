#include "codec/text/values/civil_time.hpp"

#include <gtest/gtest.h>

namespace kilter::codec::text {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using time::Instant;

Instant utc(int year, unsigned month, unsigned day, hours hour = hours(0), minutes minute = minutes(0)) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return std::chrono::sys_days(date) + hour + minute;
}

const time::Zone& berlin() {
  static const time::Zone kZone = time::Zone::named("Europe/Berlin").value();
  return kZone;
}

Instant read(std::string_view text, DateOnly meaning = DateOnly::start_of_day) {
  const auto parsed = parse_instant(text, berlin(), meaning);
  EXPECT_TRUE(parsed.ok()) << text;
  return parsed.value;
}

TEST(InstantText, ADateAloneIsAStartOrAnEnd) {
  EXPECT_EQ(read("2026-11-23"), utc(2026, 11, 22, hours(23)));
  EXPECT_EQ(read("2026-11-23", DateOnly::end_of_day), utc(2026, 11, 23, hours(23)));
  // Summer time ends on that day: it has 25 hours.
  EXPECT_EQ(read("2026-10-25", DateOnly::end_of_day) - read("2026-10-25"), hours(25));
}

TEST(InstantText, TimesAndOffsets) {
  EXPECT_EQ(read("2026-11-23T06:00"), utc(2026, 11, 23, hours(5)));
  EXPECT_EQ(read("2026-11-23 06:00:30"), utc(2026, 11, 23, hours(5)) + std::chrono::seconds(30));
  EXPECT_EQ(read("2026-11-23T06:00:00.000"), utc(2026, 11, 23, hours(5)));
  EXPECT_EQ(read("2026-11-23T24:00"), utc(2026, 11, 23, hours(23)));
  EXPECT_EQ(read("2026-11-23T06:00Z"), utc(2026, 11, 23, hours(6)));
  EXPECT_EQ(read("2026-11-23T06:00+05:30"), utc(2026, 11, 23, hours(0), minutes(30)));
  EXPECT_EQ(read("2026-11-23T06:00-0500"), utc(2026, 11, 23, hours(11)));
}

TEST(InstantText, RefusesTheRest) {
  for (const char* text :
       {"", "2026", "23.11.2026", "11/23/2026", "2026-11-23T", "2026-11-23T6", "2026-11-23X06:00", "2026-11-23T06:00+",
        "2026-11-23T06:00 CET", "2026-1-2", "soon", "2026-11-23T06:00Zx", "2026-11-23T06:00+25:00"}) {
    EXPECT_FALSE(parse_instant(text, berlin(), DateOnly::start_of_day).ok()) << text;
  }
  EXPECT_STREQ(parse_instant("2026-02-30", berlin(), DateOnly::start_of_day).fault->code, "bad-date");
  EXPECT_STREQ(parse_instant("0026-02-03", berlin(), DateOnly::start_of_day).fault->code, "absurd-date");
  EXPECT_STREQ(parse_instant("2026-02-03T25:00", berlin(), DateOnly::start_of_day).fault->code, "bad-time-of-day");
}

void expect_to_read_back(Instant at, const time::Zone& zone) {
  for (const DateOnly meaning : {DateOnly::start_of_day, DateOnly::end_of_day}) {
    const std::string text = instant_text(at, zone, meaning);
    const auto parsed = parse_instant(text, zone, meaning);
    ASSERT_TRUE(parsed.ok()) << text;
    ASSERT_EQ(parsed.value, at) << text;
  }
}

// Around both changes of the clocks, quarter hour by quarter hour, for both meanings of a date and several zones.
TEST(InstantText, ReadsBackToTheSameInstant) {
  for (const char* name : {"Europe/Berlin", "America/New_York", "America/Havana", "Asia/Kathmandu", "UTC"}) {
    SCOPED_TRACE(name);
    const time::Zone zone = time::Zone::named(name).value();
    for (const Instant start : {utc(2026, 3, 7), utc(2026, 3, 28), utc(2026, 10, 24), utc(2026, 10, 31)}) {
      for (Instant at = start; at < start + hours(60); at += minutes(15)) expect_to_read_back(at, zone);
    }
  }
}

TEST(InstantText, TheSecondOfTwoEqualTimesCarriesItsOffset) {
  const Instant second = utc(2026, 10, 25, hours(1), minutes(30));
  EXPECT_EQ(instant_text(second, berlin(), DateOnly::start_of_day), "2026-10-25T02:30+01:00");
  EXPECT_EQ(instant_text(second - hours(1), berlin(), DateOnly::start_of_day), "2026-10-25T02:30");
}

TEST(TimeOfDay, ReadsAndWrites) {
  EXPECT_EQ(parse_time_of_day("06:00").value, 21'600);
  EXPECT_EQ(parse_time_of_day("6:05").value, 21'900);
  EXPECT_EQ(parse_time_of_day("24:00").value, 86'400);
  for (const char* text : {"", "6", "24:01", "12:60", "12:5", "ab:cd", "12:30:61", "12:30pm", "1234"}) {
    EXPECT_FALSE(parse_time_of_day(text).ok()) << text;
  }
  for (std::int32_t second = 0; second <= 86'400; second += 15) {
    EXPECT_EQ(parse_time_of_day(time_of_day_text(second)).value, second);
  }
}

TEST(Days, ReadsAndWrites) {
  EXPECT_EQ(parse_days("Mon-Fri").value, 0x1F);
  EXPECT_EQ(parse_days("mon,WED").value, 0x05);
  EXPECT_EQ(parse_days("Saturday; Sunday").value, 0x60);
  EXPECT_EQ(parse_days("Sat-Mon").value, 0x61);
  EXPECT_EQ(parse_days("daily").value, 0x7F);
  for (const char* text : {"", "-", "Mon-", "Mo", "Mon-Fri-Sat", "weekdays", "1-5", ","}) {
    EXPECT_FALSE(parse_days(text).ok()) << text;
  }
  EXPECT_EQ(days_text(0x1F), "Mon-Fri");
  EXPECT_EQ(days_text(0x05), "Mon,Wed");
  EXPECT_EQ(days_text(0x7B), "Mon-Tue,Thu-Sun");
  for (unsigned days = 1; days < 128; ++days) {
    EXPECT_EQ(parse_days(days_text(static_cast<std::uint8_t>(days))).value, days);
  }
}

}  // namespace
}  // namespace kilter::codec::text
