#include "time/zone.hpp"

#include <date/tz.h>
#include <gtest/gtest.h>

namespace kilter::time {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

LocalTime at(int year, unsigned month, unsigned day, hours hour, minutes minute = minutes(0)) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return LocalTime(LocalDay(date)) + hour + minute;
}

TEST(Zone, UnknownNameIsNone) {
  EXPECT_FALSE(Zone::named("Europe/Nowhere").has_value());
  EXPECT_FALSE(Zone::named("").has_value());
  EXPECT_FALSE(Zone::named("../../etc/passwd").has_value());
}

TEST(Zone, GapIsTheMomentOfTheChange) {
  const Zone zone = Zone::named("Europe/Berlin").value();
  const LocalTime inside = at(2026, 3, 29, hours(2), minutes(30));
  EXPECT_EQ(zone.kind(inside), LocalKind::gap);
  EXPECT_EQ(zone.local(zone.instant(inside)), at(2026, 3, 29, hours(3)));
}

TEST(Zone, OverlapIsTheEarlier) {
  const Zone zone = Zone::named("Europe/Berlin").value();
  const LocalTime twice = at(2026, 10, 25, hours(2), minutes(30));
  EXPECT_EQ(zone.kind(twice), LocalKind::overlap);
  EXPECT_EQ(zone.offset(zone.instant(twice)), hours(2));
  EXPECT_EQ(zone.instant(at(2026, 10, 25, hours(3))) - zone.instant(at(2026, 10, 25, hours(2))), hours(2));
}

// Slow twin: the zone library itself, every half hour through three years.
TEST(Zone, AgreesWithTheZoneLibrary) {
  for (const char* name :
       {"Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"}) {
    const Zone zone = Zone::named(name).value();
    const date::time_zone* twin = date::locate_zone(name);
    for (LocalTime local = at(2010, 11, 1, hours(0)); local < at(2013, 11, 1, hours(0)); local += minutes(30)) {
      const date::local_seconds other(local.time_since_epoch());
      const Instant expected = twin->to_sys(other, date::choose::earliest);
      ASSERT_EQ(zone.instant(local), expected) << name << " " << local.time_since_epoch().count();
      ASSERT_EQ(zone.offset(expected), twin->get_info(expected).offset) << name;
      const int result = twin->get_info(other).result;
      const LocalKind kind = result == date::local_info::unique        ? LocalKind::unique
                             : result == date::local_info::nonexistent ? LocalKind::gap
                                                                       : LocalKind::overlap;
      ASSERT_EQ(zone.kind(local), kind) << name;
    }
  }
}

}  // namespace
}  // namespace kilter::time
