#include "coordinate/make_plan.hpp"

#include <gtest/gtest.h>

#include "coordinate/workshop.hpp"

namespace kilter::coordinate {
namespace {

using model::OrderId;
using plan::LateCause;

Outcome plan_of(const model::Plant& plant) {
  Outcome outcome = make_plan(plant, {.seconds = 0});
  for (const check::Violation& violation : outcome.violations)
    ADD_FAILURE() << violation.rule << ": " << violation.message;
  return outcome;
}

time::Tick counted(const plan::LateChain& chain, LateCause cause) {
  time::Tick sum = 0;
  for (const plan::LateLink& link : chain.links) sum += link.cause == cause ? link.counted : 0;
  return sum;
}

TEST(MakePlan, AnOrderFromStockedBoardsIsOnTime) {
  Workshop workshop;
  workshop.stock("board", 10);
  workshop.order("A", 2, 10 * kHour);
  const model::Plant plant = workshop.build();
  const Outcome outcome = plan_of(plant);
  ASSERT_EQ(outcome.plan.deliveries.size(), 1U);
  EXPECT_LE(outcome.plan.deliveries[0].delivered, 10 * kHour);
  EXPECT_TRUE(outcome.plan.purchases.empty());
  EXPECT_TRUE(outcome.plan.late_chains.empty());
}

TEST(MakePlan, TheSecondOrderWaitsInTheQueueOfTheOnlySaw) {
  Workshop workshop;
  workshop.stock("board", 10);
  workshop.order("A", 3, 3 * kHour);
  workshop.order("B", 3, 3 * kHour);
  const model::Plant plant = workshop.build();
  const Outcome outcome = plan_of(plant);
  ASSERT_EQ(outcome.plan.late_chains.size(), 1U);
  EXPECT_EQ(outcome.plan.late_chains[0].lateness, 3 * kHour);
  EXPECT_EQ(counted(outcome.plan.late_chains[0], LateCause::queue), 3 * kHour);
}

// Ana alone may saw tables, and is away until 10:00; shelves, which anyone saws, keep the saw busy until then.
TEST(MakePlan, WhoWaitsForTheOnlyOneWhoMayDoItIsNotToldOfTheQueue) {
  Workshop workshop;
  workshop.stock("board", 100);
  workshop.draft.skills.push_back({.id = "sawyer"});
  workshop.draft.people.push_back({.id = "ana"});
  workshop.draft.person_skills.push_back({.person = "ana", .skill = "sawyer"});
  workshop.draft.absences.push_back(
      {.person = "ana", .from = Workshop::monday(), .until = Workshop::monday() + time::Duration(10 * kHour)});
  workshop.draft.operation_skills.push_back({.item = "table", .operation = "10", .skill = "sawyer"});
  workshop.draft.items.push_back({.id = "shelf", .source = model::Source::make});
  workshop.draft.operations.push_back(
      {.item = "shelf", .operation = "10", .work_centre = "sawing", .run_per_unit = time::Duration(kHour)});
  workshop.order("A", 1, 2 * kHour);
  workshop.order("S", 10, 10 * kHour);
  workshop.draft.orders.back().item = "shelf";
  const model::Plant plant = workshop.build();
  const Outcome outcome = plan_of(plant);
  ASSERT_EQ(outcome.plan.late_chains.size(), 1U);
  EXPECT_EQ(outcome.plan.late_chains[0].lateness, 9 * kHour);
  EXPECT_EQ(counted(outcome.plan.late_chains[0], LateCause::queue), 0);
  EXPECT_EQ(counted(outcome.plan.late_chains[0], LateCause::person), 9 * kHour);
}

TEST(MakePlan, AnOrderWithoutBoardsIsLateBecauseOfThePurchase) {
  Workshop workshop;
  workshop.order("A", 1, 2 * kHour);
  const model::Plant plant = workshop.build();
  const Outcome outcome = plan_of(plant);
  ASSERT_EQ(outcome.plan.purchases.size(), 1U);
  ASSERT_EQ(outcome.plan.late_chains.size(), 1U);
  // 24 h for the boards and 1 h of sawing, due after 2 h.
  EXPECT_EQ(outcome.plan.late_chains[0].lateness, 23 * kHour);
  EXPECT_EQ(counted(outcome.plan.late_chains[0], LateCause::purchase), 23 * kHour);
}

TEST(MakePlan, WithoutAnOfferTheOrderIsUnplannedWithTheReason) {
  Workshop workshop;
  workshop.stock("board", 1);
  workshop.draft.offers[0].maximum = base::Quantity::units(1);
  workshop.draft.offers[0].until = Workshop::monday() - time::Duration(kHour);
  workshop.order("A", 1, 30 * kHour);
  workshop.order("B", 1, 40 * kHour);
  const model::Plant plant = workshop.build();
  const Outcome outcome = plan_of(plant);
  ASSERT_EQ(outcome.plan.unplanned.size(), 1U);
  EXPECT_EQ(outcome.plan.unplanned[0].item, model::ItemId(1));
  EXPECT_EQ(outcome.plan.objective.unplanned, 1U);
}

TEST(MakePlan, ALotIsNotUsedAfterItExpires) {
  Workshop workshop;
  workshop.draft.stock.push_back({.item = "board",
                                  .quantity = base::Quantity::units(10),
                                  .expiry = Workshop::monday() + time::Duration(2 * kHour)});
  for (const char* id : {"A", "B", "C", "D"}) workshop.order(id, 1, 4 * kHour);
  const model::Plant plant = workshop.build();
  const Outcome outcome = plan_of(plant);
  EXPECT_TRUE(outcome.plan.unplanned.empty());
  EXPECT_FALSE(outcome.plan.purchases.empty());
}

TEST(MakePlan, OvertimeIsWorkedWhenItCostsLessThanLateness) {
  for (const bool dear_lateness : {false, true}) {
    Workshop workshop;
    workshop.draft.calendars.push_back({.id = "week"});
    workshop.draft.calendar_shifts.push_back(
        {.calendar = "week", .days = model::kMondayToFriday, .start = 6 * kHour, .end = 14 * kHour});
    workshop.draft.calendar_shifts.push_back({.calendar = "week",
                                              .days = 1 << 5,
                                              .start = 6 * kHour,
                                              .end = 14 * kHour,
                                              .time_class = model::TimeClass::overtime});
    workshop.draft.work_units[0].calendar = "week";
    workshop.draft.work_units[0].overtime_cost_per_hour = base::HourlyRate::micros(50'000'000);
    workshop.draft.plant.default_penalty_per_day = base::Money::minor(dear_lateness ? 2'000'00 : 1'00);
    workshop.stock("board", 100);
    workshop.order("A", 44, 5 * 24 * kHour + 12 * kHour);  // 40 regular hours until Friday, due Saturday noon
    const model::Plant plant = workshop.build();
    const Outcome outcome = plan_of(plant);
    EXPECT_EQ(!outcome.plan.overtime.empty(), dear_lateness);
    EXPECT_EQ(outcome.plan.deliveries[0].late() == 0, dear_lateness);
  }
}

TEST(MakePlan, WhatFitsOnlyIntoOvertimeIsPlannedThere) {
  Workshop workshop;
  workshop.draft.calendars.push_back({.id = "saturdays"});
  workshop.draft.calendar_shifts.push_back({.calendar = "saturdays",
                                            .days = 1 << 5,
                                            .start = 6 * kHour,
                                            .end = 14 * kHour,
                                            .time_class = model::TimeClass::overtime});
  workshop.draft.work_units[0].calendar = "saturdays";
  workshop.stock("board", 100);
  workshop.order("A", 5, 10 * 24 * kHour);
  const model::Plant plant = workshop.build();
  const Outcome outcome = plan_of(plant);
  EXPECT_TRUE(outcome.plan.unplanned.empty());
  ASSERT_EQ(outcome.plan.overtime.size(), 1U);
  EXPECT_EQ(outcome.plan.deliveries[0].late(), 0);
}

TEST(MakePlan, WhatMayBeMadeOrBoughtIsBoughtWhenThatIsCheaper) {
  for (const bool cheap : {false, true}) {
    Workshop workshop;
    workshop.draft.work_units[0].cost_per_hour = base::HourlyRate::micros(80'000'000);
    workshop.draft.items[0].source = model::Source::both;
    workshop.draft.offers.push_back({.vendor = "mill",
                                     .item = "table",
                                     .price = base::UnitPrice::micros(cheap ? 20'000'000 : 200'000'000),
                                     .lead_time = time::Duration(24 * kHour)});
    workshop.stock("board", 100);
    workshop.order("A", 5, 10 * 24 * kHour);
    const Outcome outcome = plan_of(workshop.build());
    EXPECT_EQ(outcome.plan.placements.empty(), cheap);
    EXPECT_EQ(outcome.plan.deliveries[0].late(), 0);
  }
}

// Two tables on the floor, pinned to the saw for 02:00.
void pin_work(Workshop& workshop) {
  workshop.draft.production_orders.push_back({.id = "WO-1",
                                              .item = "table",
                                              .quantity = base::Quantity::units(2),
                                              .status = model::SupplyStatus::released,
                                              .due = Workshop::monday() + time::Duration(48 * kHour)});
  workshop.draft.progress.push_back({.production_order = "WO-1",
                                     .operation = "10",
                                     .status = model::WorkStatus::pinned,
                                     .work_unit = "saw",
                                     .start = Workshop::monday() + time::Duration(2 * kHour)});
}

// Pinned to a moment at which its boards are not there yet: planned anew, and said so.
TEST(MakePlan, APinThatCannotHoldIsGivenUp) {
  Workshop workshop;
  pin_work(workshop);
  workshop.order("A", 2, 48 * kHour);
  for (const bool boards : {true, false}) {
    if (boards) workshop.stock("board", 10);
    if (!boards) workshop.draft.stock.clear();
    const Outcome outcome = plan_of(workshop.build());
    EXPECT_TRUE(outcome.plan.unplanned.empty());
    const plan::Placement& placement = outcome.plan.placements[plan::PlacementId(0)];
    EXPECT_EQ(placement.status, boards ? model::WorkStatus::pinned : model::WorkStatus::waiting);
    if (boards) {
      EXPECT_EQ(placement.start, 2 * kHour);
    } else {
      EXPECT_GE(placement.start, 24 * kHour);
    }
    EXPECT_EQ(outcome.plan.assumptions.empty(), boards);
  }
}

// Boards keep for a day; a table of 20 boards is sawn for 20 hours, so each of the three needs boards of its own day.
TEST(MakePlan, BoardsThatDoNotKeepAreBoughtAnewForTheDatesOfTheSchedule) {
  Workshop workshop;
  workshop.draft.items[1].shelf_life = time::Duration(24 * kHour);
  for (const char* id : {"A", "B", "C"}) workshop.order(id, 20, 10 * 24 * kHour);
  const model::Plant plant = workshop.build();
  const Outcome outcome = plan_of(plant);
  EXPECT_TRUE(outcome.plan.unplanned.empty());
  EXPECT_GE(outcome.plan.purchases.size(), 2U);
}

// A table keeps for six hours and is not sawn days before it is handed over.
TEST(MakePlan, WhatDoesNotKeepIsMadeShortlyBeforeItIsHandedOver) {
  Workshop workshop;
  workshop.draft.items[0].shelf_life = time::Duration(6 * kHour);
  workshop.stock("board", 10);
  workshop.order("A", 2, 100 * kHour);
  const model::Plant plant = workshop.build();
  const Outcome outcome = plan_of(plant);
  ASSERT_EQ(outcome.plan.deliveries.size(), 1U);
  EXPECT_GE(outcome.plan.deliveries[0].delivered, 94 * kHour);
}

TEST(MakePlan, APinIntoClosedHoursIsGivenUp) {
  Workshop workshop;
  workshop.draft.closures.push_back(
      {.work_unit = "saw", .from = Workshop::monday(), .until = Workshop::monday() + time::Duration(4 * kHour)});
  pin_work(workshop);
  workshop.stock("board", 10);
  workshop.order("A", 2, 48 * kHour);
  const Outcome outcome = plan_of(workshop.build());
  EXPECT_GE(outcome.plan.placements[plan::PlacementId(0)].start, 4 * kHour);
  EXPECT_FALSE(outcome.plan.assumptions.empty());
}

TEST(MakePlan, TheSameStepsGiveTheSamePlan) {
  Workshop workshop;
  workshop.stock("board", 100);
  for (const char* id : {"A", "B", "C", "D", "E"}) workshop.order(id, 2 + id[0] % 3, (2 + id[0] % 5) * kHour);
  const model::Plant plant = workshop.build();
  const Outcome a = make_plan(plant, {.seconds = 0, .steps = 500});
  const Outcome b = make_plan(plant, {.seconds = 0, .steps = 500});
  EXPECT_TRUE(a.plan == b.plan);
}

}  // namespace
}  // namespace kilter::coordinate
