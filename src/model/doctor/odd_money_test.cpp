#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/builder.hpp"

namespace kilter::model {
namespace {

constexpr Instant kMonday = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);
constexpr Duration kHour{3600};

// Two accounts for material and one for machines, a saw that costs 10 an hour and an order of eight hours on it.
PlantDraft sawmill() {
  PlantDraft draft;
  draft.plant = {.name = "Sawmill", .origin = kMonday, .horizon = kMonday + Duration(56 * 86'400)};
  draft.calendars.push_back({.id = "always"});
  draft.calendar_shifts.push_back({.calendar = "always", .days = 0b1111111, .start = 0, .end = 24 * 3600});
  draft.work_centres.push_back({.id = "saw"});
  draft.work_units.push_back({.id = "saw-1",
                              .work_centre = "saw",
                              .calendar = "always",
                              .cost_per_hour = base::HourlyRate::micros(10'000'000)});
  draft.items.push_back({.id = "plank"});
  draft.operations.push_back({.item = "plank", .operation = "10", .work_centre = "saw", .run_per_unit = kHour});
  draft.production_orders.push_back(
      {.id = "MO-1", .item = "plank", .quantity = Quantity::units(8), .due = kMonday + 48 * kHour});
  for (const char* id : {"wood", "metal"}) draft.accounts.push_back({.id = id, .kind = AccountKind::material});
  draft.accounts.push_back({.id = "machines", .kind = AccountKind::machine});
  return draft;
}

void budget(PlantDraft& draft, const char* account, int from_day, int until_day, std::int64_t cap) {
  draft.budgets.push_back({.account = account,
                           .from = kMonday + from_day * 24 * kHour,
                           .until = kMonday + until_day * 24 * kHour,
                           .hard_cap = Money::minor(cap * 100)});
}

// All codes of errors and warnings about budgets.
std::vector<std::string> found(const PlantDraft& draft) {
  const auto result = build(draft);
  std::vector<std::string> codes;
  for (const base::Issue& issue : result.ok() ? result.value().notes : result.error()) {
    if (issue.where.file == "budgets.csv") codes.push_back(issue.code);
  }
  return codes;
}
using Codes = std::vector<std::string>;

TEST(OddMoney, ACostIsBookedOnOneAccount) {
  PlantDraft draft = sawmill();
  budget(draft, "wood", 0, 7, 20);
  budget(draft, "metal", 7, 14, 20);
  budget(draft, "machines", 0, 14, 500);
  EXPECT_EQ(found(draft), Codes()) << "one after the other";
  budget(draft, "metal", 3, 5, 20);
  EXPECT_EQ(found(draft), Codes{"budgets-overlap"});
}

TEST(OddMoney, WorkUnderWayMayExceedACapByItself) {
  PlantDraft draft = sawmill();
  draft.progress.push_back({.production_order = "MO-1",
                            .operation = "10",
                            .status = WorkStatus::started,
                            .work_unit = "saw-1",
                            .start = kMonday - kHour});
  budget(draft, "machines", 0, 7, 80);
  EXPECT_EQ(found(draft), Codes());
  draft.budgets.back().hard_cap = Money::minor(79'99);
  EXPECT_EQ(found(draft), Codes{"cap-already-broken"});
  draft.progress.back().done_quantity = Quantity::units(1);
  EXPECT_EQ(found(draft), Codes()) << "an hour of it is over";
}

}  // namespace
}  // namespace kilter::model
