#include <gtest/gtest.h>

#include <algorithm>

#include "model/builder.hpp"

namespace kilter::model {
namespace {

constexpr Instant kMonday = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
constexpr Duration kHour{3600};

// A saw on a day shift, 8 to 16, with overtime on Saturday morning, and two orders on the floor.
PlantDraft sawmill() {
  PlantDraft draft;
  draft.plant = {.name = "Sawmill", .origin = kMonday, .horizon = kMonday + Duration(56 * 86'400)};
  draft.calendars.push_back({.id = "day"});
  draft.calendar_shifts.push_back({.calendar = "day", .days = 0b11111, .start = 8 * 3600, .end = 16 * 3600});
  draft.calendar_shifts.push_back(
      {.calendar = "day", .days = 0b100000, .start = 8 * 3600, .end = 12 * 3600, .time_class = TimeClass::overtime});
  draft.work_centres.push_back({.id = "saw"});
  draft.work_units.push_back({.id = "saw-1", .work_centre = "saw", .calendar = "day"});
  draft.closures.push_back(
      {.work_unit = "saw-1", .from = kMonday + 34 * kHour, .until = kMonday + 36 * kHour, .reason = "blade"});
  draft.items.push_back({.id = "plank"});
  draft.operations.push_back({.item = "plank", .operation = "10", .work_centre = "saw", .run_per_unit = kHour});
  for (const char* id : {"MO-1", "MO-2"}) {
    draft.production_orders.push_back(
        {.id = id, .item = "plank", .quantity = Quantity::units(1), .due = kMonday + 48 * kHour});
  }
  return draft;
}

void put(PlantDraft& draft, const char* order, WorkStatus status, Instant start) {
  draft.progress.push_back(
      {.production_order = order, .operation = "10", .status = status, .work_unit = "saw-1", .start = start});
}

// All codes of errors and warnings about progress.
std::vector<std::string> found(const PlantDraft& draft) {
  const auto result = build(draft);
  std::vector<std::string> codes;
  for (const base::Issue& issue : result.ok() ? result.value().notes : result.error()) {
    if (issue.where.file == "progress.csv") codes.push_back(issue.code);
  }
  return codes;
}
using Codes = std::vector<std::string>;

TEST(CrowdedUnits, APinMustLieInOpenHours) {
  const auto pinned_at = [](Duration after) {
    PlantDraft draft = sawmill();
    put(draft, "MO-1", WorkStatus::pinned, kMonday + after);
    return found(draft);
  };
  EXPECT_EQ(pinned_at(9 * kHour), Codes());
  EXPECT_EQ(pinned_at(20 * kHour), Codes{"pinned-while-closed"});
  EXPECT_EQ(pinned_at(35 * kHour), Codes{"pinned-while-closed"}) << "a closure";
  EXPECT_EQ(pinned_at(5 * 24 * kHour + 9 * kHour), Codes()) << "overtime";
}

TEST(CrowdedUnits, PinsAtOneMomentNeedAPlaceEach) {
  PlantDraft draft = sawmill();
  put(draft, "MO-1", WorkStatus::pinned, kMonday + 9 * kHour);
  put(draft, "MO-2", WorkStatus::pinned, kMonday + 9 * kHour);
  EXPECT_EQ(found(draft), Codes{"pins-collide"});
  draft.work_units[0].count = 2;
  EXPECT_EQ(found(draft), Codes());
}

TEST(CrowdedUnits, StartedWorkBeyondThePlacesIsPointedOut) {
  PlantDraft draft = sawmill();
  put(draft, "MO-1", WorkStatus::started, kMonday - kHour);
  put(draft, "MO-2", WorkStatus::started, kMonday - kHour);
  EXPECT_EQ(found(draft), Codes{"more-started-than-places"});
  ASSERT_TRUE(build(draft).ok());
  draft.work_units[0].count = 2;
  EXPECT_EQ(found(draft), Codes());
}

}  // namespace
}  // namespace kilter::model
