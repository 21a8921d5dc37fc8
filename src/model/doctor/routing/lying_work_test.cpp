#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/builder.hpp"

namespace kilter::model {
namespace {

constexpr Instant kMonday = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
constexpr Duration kHour{3600};

// Bread, mixed and baked from Monday to Friday, 8 to 16.
PlantDraft bakery() {
  PlantDraft draft;
  draft.plant = {.name = "Bakery", .origin = kMonday, .horizon = kMonday + Duration(56 * 86'400)};
  draft.calendars.push_back({.id = "day"});
  draft.calendar_shifts.push_back({.calendar = "day", .days = kMondayToFriday, .start = 8 * 3600, .end = 16 * 3600});
  draft.items.push_back({.id = "bread"});
  for (const char* id : {"mixer", "oven"}) {
    draft.work_centres.push_back({.id = id});
    draft.work_units.push_back({.id = id, .work_centre = id, .calendar = "day"});
  }
  draft.operations.push_back({.item = "bread", .operation = "10", .work_centre = "mixer", .run_per_unit = kHour});
  draft.operations.push_back({.item = "bread", .operation = "20", .work_centre = "oven", .run_per_unit = kHour});
  return draft;
}

// The warnings about work that may lie.
std::vector<std::string> found(const PlantDraft& draft) {
  const auto result = build(draft);
  std::vector<std::string> warnings;
  for (const base::Issue& issue : result.ok() ? result.value().notes : result.error()) {
    if (issue.code == "lies-unfinished") warnings.push_back(issue.message);
  }
  return warnings;
}
using Warnings = std::vector<std::string>;

TEST(LyingWork, MayPauseBeforeALimitedWait) {
  PlantDraft draft = bakery();
  EXPECT_EQ(found(draft), Warnings()) << "dough that keeps";
  draft.precedences.push_back({.item = "bread", .before = "10", .after = "20", .maximum_wait = 2 * kHour});
  EXPECT_EQ(found(draft),
            Warnings{"item \"bread\", operation \"10\" may pause over closed time, so that its work may "
                     "lie unfinished for longer than the maximum wait of 7200s, which runs from its end"});
  draft.operations[0].interruptible = false;
  EXPECT_EQ(found(draft), Warnings());
}

TEST(LyingWork, MayWaitAsLongAsItsUnitsClose) {
  PlantDraft draft = bakery();
  draft.precedences.push_back({.item = "bread", .before = "10", .after = "20", .maximum_wait = 64 * kHour});
  EXPECT_EQ(found(draft), Warnings()) << "from Friday 16 to Monday 8";
  draft.precedences[0].maximum_wait = 63 * kHour;
  EXPECT_EQ(found(draft).size(), 1U);
  draft.work_units[0].calendar = {};
  EXPECT_EQ(found(draft), Warnings()) << "a mixer that never rests";
}

TEST(LyingWork, MayPauseBeforeAShelfLifeBegins) {
  PlantDraft draft = bakery();
  draft.items[0].shelf_life = 24 * kHour;
  EXPECT_EQ(found(draft), Warnings{"item \"bread\", operation \"20\" may pause over closed time, so that its work may "
                                   "lie unfinished for longer than the shelf life of 86400s, which runs from its end"});
  draft.operations[1].interruptible = false;
  EXPECT_EQ(found(draft), Warnings()) << "the last one alone";
}

}  // namespace
}  // namespace kilter::model
