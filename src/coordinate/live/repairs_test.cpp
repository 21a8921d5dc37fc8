#include "coordinate/live/repairs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "check/verify.hpp"
#include "coordinate/live/firm.hpp"
#include "coordinate/make_plan.hpp"
#include "coordinate/workshop.hpp"
#include "model/builder.hpp"

namespace kilter::coordinate {
namespace {

constexpr time::Tick kDay = 24 * kHour;

// Two saws; an hour a table; boards for all.
Workshop two_saws() {
  Workshop workshop;
  workshop.draft.work_units.push_back({.id = "old saw", .work_centre = "sawing"});
  workshop.draft.plant.default_penalty_per_day = base::Money::minor(24'000);
  workshop.stock("board", 1'000);
  return workshop;
}

struct Shop {
  explicit Shop(const model::PlantDraft& draft) {
    const model::Plant plant = model::build(draft).value();
    OrderNumbers numbers(0);
    firmed = firm(draft, plant, make_plan(plant, {.seconds = 0}).plan, {}, numbers).value();
    now = live_draft(firmed.draft);
  }

  [[nodiscard]] Repairs repaired() const {
    const model::Plant plant = model::build(now).value();
    Repairs found = repairs(plant, {.plant = firmed.live, .plan = firmed.plan}, {.steps = 200});
    for (const RepairPlan& way : found.ways) {
      EXPECT_TRUE(check::verify(way.plant ? *way.plant : plant, way.plan).empty()) << way.name;
      EXPECT_EQ(total(way.money), way.plan.objective.total() - found.nothing_done.total()) << way.name;
    }
    return found;
  }
  // Of the only order's only operation.
  [[nodiscard]] const std::string& unit() const {
    return firmed.live.work_units[firmed.plan.placements[plan::PlacementId(0)].unit].id;
  }

  Firmed firmed;
  model::PlantDraft now;
};

const RepairPlan* way_in(const Repairs& found, RepairWay way) {
  for (const RepairPlan& each : found.ways) {
    if (each.way == way) return &each;
  }
  return nullptr;
}

TEST(Repairs, NothingChangesWhenNothingHappened) {
  Workshop workshop = two_saws();
  workshop.order("SO-1", 5, 10 * kDay);
  workshop.order("SO-2", 8, 20 * kDay);
  const Shop shop(workshop.draft);
  const Repairs found = shop.repaired();
  ASSERT_FALSE(found.ways.empty());
  EXPECT_EQ(found.ways.front().changes, Differences());
  EXPECT_EQ(total(found.ways.front().money), base::Money());
  EXPECT_EQ(found.ways.front().plan.placements, shop.firmed.plan.placements);
}

TEST(Repairs, ABrokenMachineIsWaitedForOrLeft) {
  Workshop workshop = two_saws();
  workshop.order("SO-1", 10, kDay);
  Shop shop(workshop.draft);
  const time::Instant start = Workshop::monday();
  shop.now.closures.push_back(
      {.work_unit = shop.now.keep(shop.unit()), .from = start, .until = start + time::Duration(3 * kDay)});
  const Repairs found = shop.repaired();
  const auto least_late =
      std::find_if(found.ways.begin(), found.ways.end(), [](const RepairPlan& way) { return way.least_lateness; });
  ASSERT_NE(least_late, found.ways.end());
  ASSERT_EQ(least_late->changes.moved.size(), 1U);
  EXPECT_NE(least_late->changes.moved.front().unit, least_late->changes.moved.front().published_unit);
  EXPECT_TRUE(least_late->changes.promises.empty());
  EXPECT_LT(total(least_late->money), base::Money());  // it saves days of penalties
  EXPECT_EQ(least_late->name, "Least change, least lateness, least cost");
  EXPECT_NE(least_late->words.find("every promise is kept"), std::string::npos) << least_late->words;
}

// One of two machines at work breaks: whoever is at the other cannot be at both, though the broken one stands still.
TEST(Repairs, WorkUnderWayOnABrokenMachineHasSomebodyOfItsOwn) {
  Workshop workshop = two_saws();
  workshop.draft.skills.push_back({.id = "sawyer"});
  for (const char* who : {"ana", "kim"}) {
    workshop.draft.people.push_back({.id = who});
    workshop.draft.person_skills.push_back({.person = who, .skill = "sawyer"});
  }
  workshop.draft.operations.front().skill = "sawyer";
  workshop.order("SO-1", 10, kDay);
  for (const auto& [order, saw] : {std::pair("MO-1", "saw"), std::pair("MO-2", "old saw")}) {
    workshop.draft.production_orders.push_back({.id = order,
                                                .item = "table",
                                                .quantity = base::Quantity::units(5),
                                                .status = model::SupplyStatus::released,
                                                .due = Workshop::monday() + time::Duration(kDay)});
    workshop.draft.progress.push_back({.production_order = order,
                                       .operation = "10",
                                       .status = model::WorkStatus::started,
                                       .work_unit = saw,
                                       .start = Workshop::monday() - time::Duration(kHour)});
  }
  Shop shop(workshop.draft);
  const time::Instant start = Workshop::monday();
  shop.now.closures.push_back({.work_unit = "saw", .from = start, .until = start + time::Duration(6 * kHour)});
  const Repairs found = shop.repaired();
  EXPECT_FALSE(found.ways.empty());
  EXPECT_EQ(std::count(found.refused.begin(), found.refused.end(), "person-overlap"), 0);
}

TEST(Repairs, WhatIsFrozenStaysWhileItCan) {
  Workshop workshop = two_saws();
  workshop.draft.plant.frozen = time::Duration(2 * kDay);
  workshop.draft.work_units.pop_back();
  workshop.order("SO-1", 5, kDay);
  Shop shop(workshop.draft);
  workshop.order("RUSH", 5, kDay / 2);
  workshop.draft.orders.back().priority = 5;
  shop.now.orders = workshop.draft.orders;
  const Repairs found = shop.repaired();
  ASSERT_FALSE(found.ways.empty());
  for (const RepairPlan& way : found.ways) {
    EXPECT_TRUE(way.changes.moved.empty()) << way.name << ": " << way.words;
    ASSERT_EQ(way.changes.promises.size(), 1U) << way.words;
    EXPECT_TRUE(way.changes.promises.front().is_new);
  }
}

TEST(Repairs, ARushOrderMayPushOthersBack) {
  Workshop workshop = two_saws();
  workshop.draft.work_units.pop_back();
  workshop.order("SO-1", 20, kDay);
  Shop shop(workshop.draft);
  workshop.order("RUSH", 10, kDay / 2);
  workshop.draft.orders.back().penalty_per_day = base::Money::minor(1'000'000);
  shop.now.orders = workshop.draft.orders;
  const Repairs found = shop.repaired();
  std::set<bool> moves;
  for (const RepairPlan& way : found.ways) moves.insert(!way.changes.moved.empty());
  EXPECT_EQ(moves, (std::set<bool>{false, true}));
  const auto& least_change = found.ways.front();
  EXPECT_TRUE(least_change.least_change);
  EXPECT_EQ(least_change.changes.added, 1U);
}

TEST(Repairs, OvertimeIsOfferedForWhatIsLate) {
  Workshop workshop = two_saws();
  workshop.draft.work_units.pop_back();
  workshop.draft.calendars.push_back({.id = "day"});
  workshop.draft.calendar_shifts.push_back(
      {.calendar = "day", .days = model::kMondayToFriday, .start = 0, .end = 12 * kHour});
  workshop.draft.calendar_shifts.push_back({.calendar = "day",
                                            .days = model::kDaily,
                                            .start = 12 * kHour,
                                            .end = 20 * kHour,
                                            .time_class = model::TimeClass::overtime});
  workshop.draft.work_units.front().calendar = "day";
  workshop.order("SO-1", 24, 3 * kDay);
  Shop shop(workshop.draft);
  const time::Instant start = Workshop::monday();
  shop.now.closures.push_back({.work_unit = "saw", .from = start, .until = start + time::Duration(2 * kDay)});
  const Repairs found = shop.repaired();
  const RepairPlan* const overtime = way_in(found, RepairWay::overtime);
  ASSERT_NE(overtime, nullptr);
  EXPECT_TRUE(overtime->least_lateness);
  ASSERT_EQ(overtime->overtime.size(), 1U);
  EXPECT_NE(overtime->words.find("overtime of day"), std::string::npos) << overtime->words;
}

// The origin has moved on: what ran then is done, and times are told from now.
TEST(Repairs, MomentsAreToldFromNow) {
  Workshop workshop = two_saws();
  workshop.draft.work_units.pop_back();
  workshop.order("SO-1", 10, kDay);
  workshop.order("SO-2", 10, 2 * kDay);
  Shop shop(workshop.draft);
  const auto& plan = shop.firmed.plan;
  const auto first = std::min_element(plan.placements.begin(), plan.placements.end(),
                                      [](const auto& a, const auto& b) { return a.start < b.start; });
  const model::Plant& live = shop.firmed.live;
  const time::Tick half = first->start + 5 * kHour;
  shop.now.plant.origin = live.frame.instant(half);
  const model::OpenProductionOrderId open = plan.production_orders[first->order].open;
  shop.now.progress.push_back({.production_order = shop.now.keep(live.production_orders[open].id),
                               .operation = "10",
                               .status = model::WorkStatus::started,
                               .work_unit = "saw",
                               .start = live.frame.instant(first->start),
                               .done_quantity = base::Quantity::units(2)});  // three behind
  const Repairs found = shop.repaired();
  ASSERT_FALSE(found.ways.empty());
  for (const plan::Placement& placement : found.ways.front().plan.placements) {
    if (placement.status == model::WorkStatus::started) {
      EXPECT_EQ(placement.end, 8 * kHour);
    }
  }
}

TEST(Repairs, AreTheSameForTheSameSeedAndSteps) {
  Workshop workshop = two_saws();
  for (int i = 0; i < 8; ++i) workshop.order(i % 2 == 0 ? "A" : "B", 3 + i, (1 + i) * kDay);
  for (std::size_t i = 0; i < workshop.draft.orders.size(); ++i) {
    workshop.draft.orders[i].id = workshop.draft.keep("SO-" + std::to_string(i));
  }
  Shop shop(workshop.draft);
  const time::Instant start = Workshop::monday();
  shop.now.closures.push_back({.work_unit = "saw", .from = start, .until = start + time::Duration(2 * kDay)});
  const Repairs one = shop.repaired();
  const Repairs two = shop.repaired();
  ASSERT_EQ(one.ways.size(), two.ways.size());
  for (std::size_t i = 0; i < one.ways.size(); ++i) {
    EXPECT_EQ(one.ways[i].plan, two.ways[i].plan);
    EXPECT_EQ(one.ways[i].words, two.ways[i].words);
  }
}

// Forty hours of sawing due in a day and a half, on one of two saws: in two lots it is in time.
TEST(Repairs, ALotThatIsLateIsMadeInTwo) {
  Workshop workshop = two_saws();
  workshop.order("SO-1", 40, kDay + kDay / 2);
  const Shop shop(workshop.draft);
  const Repairs found = shop.repaired();
  const RepairPlan* const split = way_in(found, RepairWay::split_lot);
  ASSERT_NE(split, nullptr);
  ASSERT_EQ(split->splits.size(), 1U);
  EXPECT_EQ(split->splits.front().first, base::Quantity::units(20));
  ASSERT_NE(split->plant, nullptr);
  EXPECT_EQ(split->plan.placements.size(), 2U);
  EXPECT_EQ(split->plan.deliveries.front().late(), 0);
  EXPECT_TRUE(split->least_lateness);
  EXPECT_LT(total(split->money), base::Money());
  EXPECT_TRUE(split->words.starts_with("MO-1 is made in two lots: ")) << split->words;
}

}  // namespace
}  // namespace kilter::coordinate
