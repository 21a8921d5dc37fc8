#include "time/civil_text.hpp"

#include <gtest/gtest.h>

namespace kilter::time {
namespace {

const Instant kMonday = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(5);

TEST(CivilText, WritesLocalTimeWithOffset) {
  const CivilText text = CivilText::in_zone(Frame(kMonday), "Europe/Vienna").value();
  EXPECT_EQ(text.str(0), "2026-11-23T06:00:00+01:00");
  EXPECT_EQ(text.str(86400 + 61), "2026-11-24T06:01:01+01:00");
  EXPECT_EQ(text.str(-6 * 3600 - 1), "2026-11-22T23:59:59+01:00");
}

TEST(CivilText, ChangesOffsetWithinTheDayOfTheClockChange) {
  const Instant before = std::chrono::sys_days(std::chrono::year(2026) / 10 / 25) + std::chrono::minutes(59);
  const CivilText text = CivilText::in_zone(Frame(before), "Europe/Vienna").value();
  EXPECT_EQ(text.str(0), "2026-10-25T02:59:00+02:00");
  EXPECT_EQ(text.str(60), "2026-10-25T02:00:00+01:00");
}

TEST(CivilText, AZoneThatIsNotKnownIsNotTakenForUtc) {
  const auto text = CivilText::in_zone(Frame(kMonday), "Europe/Atlantis");
  ASSERT_FALSE(text.ok());
  EXPECT_EQ(text.error(), "Europe/Atlantis");
}

TEST(CivilText, ReadsBackWhatItWrites) {
  const Frame frame(kMonday);
  const CivilText text = CivilText::in_zone(frame, "America/St_Johns").value();
  for (Tick tick = -1'000'000'000; tick < 2'000'000'000; tick += 1'234'577) {
    ASSERT_EQ(parse_civil(text.str(tick), frame), tick);
  }
}

TEST(CivilText, CivilPiecesAgreeWithTheText) {
  const CivilText text = CivilText::in_zone(Frame(kMonday), "Europe/Vienna").value();
  const Civil civil = text.civil(-7 * 3600);
  EXPECT_EQ(civil.day, 22);
  EXPECT_EQ(civil.weekday, 6);
  EXPECT_EQ(civil.second_of_day, 23 * 3600);
}

TEST(ParseCivil, RefusesWhatIsNoMoment) {
  const Frame frame(kMonday);
  for (const char* text :
       {"", "2026-11-23", "2026-11-23T06:00:00", "2026-13-23T06:00:00Z", "2026-02-30T06:00:00Z", "2026-11-23T24:00:00Z",
        "2026-11-23T06:00:00+1:00", "2026-11-23T06:00:00Zx", "tomorrow at noon"}) {
    EXPECT_FALSE(parse_civil(text, frame)) << text;
  }
  EXPECT_EQ(parse_civil("2026-11-23T06:00+01:00", frame), 0);
}

}  // namespace
}  // namespace kilter::time
