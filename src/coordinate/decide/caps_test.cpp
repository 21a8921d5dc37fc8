#include "coordinate/decide/caps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <string>
#include <utility>

#include "coordinate/finish.hpp"
#include "coordinate/make_plan.hpp"
#include "coordinate/workshop.hpp"

namespace kilter::coordinate {
namespace {

using model::OrderId;

// A saw that costs 10 an hour, and money for `cap` on the machine account in the first week; then as much as it takes.
Workshop capped(std::int64_t cap) {
  Workshop workshop;
  workshop.draft.work_units[0].cost_per_hour = base::HourlyRate::micros(10'000'000);
  workshop.draft.accounts.push_back({.id = "machines", .kind = model::AccountKind::machine});
  workshop.draft.budgets.push_back({.account = "machines",
                                    .from = Workshop::monday(),
                                    .until = Workshop::monday() + time::Duration(7 * 24 * kHour),
                                    .hard_cap = base::Money::minor(cap * 100)});
  workshop.stock("board", 100);
  return workshop;
}

Outcome plan_of(const model::Plant& plant, double seconds = 0) {
  Outcome outcome = make_plan(plant, {.seconds = seconds});
  for (const check::Violation& violation : outcome.violations)
    ADD_FAILURE() << violation.rule << ": " << violation.message;
  return outcome;
}

TEST(Caps, OrdersWithinTheCapArePlanned) {
  Workshop workshop = capped(50);
  workshop.order("A", 2, 10 * kHour);
  workshop.order("B", 3, 10 * kHour);
  EXPECT_TRUE(plan_of(workshop.build()).plan.unplanned.empty());
}

TEST(Caps, TheOrderWithTheLeastLossPerMoneyWaitsForTheNextPeriodAndSaysSo) {
  Workshop workshop = capped(40);
  workshop.order("A", 2, 10 * kHour);
  workshop.order("B", 3, 10 * kHour);
  workshop.draft.orders[0].penalty_per_day = base::Money::minor(30'000);
  workshop.draft.orders[1].penalty_per_day = base::Money::minor(10'000);
  const model::Plant plant = workshop.build();
  for (const double seconds : {0.0, 0.05}) {
    const Outcome outcome = plan_of(plant, seconds);
    EXPECT_TRUE(outcome.plan.unplanned.empty());
    EXPECT_EQ(outcome.plan.deliveries[0].late(), 0);
    EXPECT_EQ(outcome.plan.deliveries[1].delivered, (7 * 24 + 3) * kHour);
    ASSERT_EQ(outcome.plan.late_chains.size(), 1U);
    const auto& links = outcome.plan.late_chains[0].links;
    EXPECT_TRUE(std::any_of(links.begin(), links.end(), [](const plan::LateLink& link) {
      return link.cause == plan::LateCause::budget && link.counted > 0;
    }));
  }
}

TEST(Caps, WorkThatIsDoneLaterAnywayNeitherWaitsNorIsLeftOut) {
  Workshop workshop = capped(10);
  workshop.order("A", 3, 20 * 24 * kHour);
  workshop.order("B", 4, 20 * 24 * kHour);
  const Outcome outcome = plan_of(workshop.build());
  EXPECT_TRUE(outcome.plan.unplanned.empty());
  EXPECT_TRUE(outcome.plan.deferrals.empty());
  EXPECT_TRUE(outcome.plan.late_chains.empty());
}

// A budget for as long as is planned: there is no later.
Workshop capped_for_good(std::int64_t cap) {
  Workshop workshop = capped(cap);
  workshop.draft.budgets[0].until = *workshop.draft.plant.horizon;
  return workshop;
}

TEST(Caps, WhereWaitingIsOfNoUseTheOrderIsLeftOutWithTheReason) {
  Workshop workshop = capped_for_good(40);
  workshop.order("A", 2, 10 * kHour);
  workshop.order("B", 3, 10 * kHour);
  const Outcome outcome = plan_of(workshop.build());
  ASSERT_EQ(outcome.plan.unplanned.size(), 1U);
  EXPECT_EQ(outcome.plan.unplanned[0].reason, plan::UnplannedReason::budget_cap);
}

TEST(Caps, SafetyStockIsNotReplenishedAgainstACap) {
  Workshop workshop = capped_for_good(20);
  workshop.order("A", 2, 10 * kHour);
  workshop.draft.items[0].safety_stock = base::Quantity::units(4);
  const Outcome outcome = plan_of(workshop.build());
  EXPECT_TRUE(outcome.plan.unplanned.empty());
  EXPECT_EQ(outcome.plan.placements.size(), 1U);
}

TEST(Caps, WhatWasSpentBeforeLeavesNothing) {
  Workshop workshop = capped_for_good(40);
  workshop.draft.budgets[0].spent = base::Money::minor(50'00);
  workshop.order("A", 2, 10 * kHour);
  const Outcome outcome = plan_of(workshop.build());
  ASSERT_EQ(outcome.plan.unplanned.size(), 1U);
  EXPECT_TRUE(outcome.plan.placements.empty());
}

TEST(Caps, WhatIsLeftIsLessThanTheCheapestWaitingOrderNeeds) {
  for (const std::int64_t cap : {15, 40, 77, 90, 110, 135}) {
    Workshop workshop = capped(cap);
    workshop.draft.items[0].lot_policy = model::LotPolicy::period;
    workshop.draft.items[0].lot_days = 7;
    for (const auto& [id, units] : {std::pair("E", 5), {"C", 3}, {"A", 1}, {"D", 4}, {"B", 2}})
      workshop.order(id, units, 30 * kHour);
    const model::Plant plant = workshop.build();
    const plan::Plan plan = plan_of(plant).plan;
    base::Money cheapest = base::Money::minor(1'000'000);
    for (const plan::Deferral& deferral : plan.deferrals) {
      base::Money need;
      for (const plan::CostLine& line : plan.costs) {
        if (line.order == deferral.order && line.kind == plan::CostKind::machine) need += line.amount;
      }
      cheapest = std::min(cheapest, need);
    }
    EXPECT_LT(base::Money::minor(cap * 100) - plan.budgets[0].planned, cheapest) << cap;
    EXPECT_EQ(plan.deferrals.empty(), cap >= 150) << cap;
  }
}

TEST(Caps, WorkForStockThatSpendsWaitsToo) {
  Workshop workshop = capped(30);
  workshop.draft.production_orders.push_back({.id = "MO",
                                              .item = "table",
                                              .quantity = base::Quantity::units(8),
                                              .status = model::SupplyStatus::firm,
                                              .due = Workshop::monday() + time::Duration(48 * kHour)});
  const Outcome outcome = plan_of(workshop.build());
  ASSERT_EQ(outcome.plan.placements.size(), 1U);
  EXPECT_EQ(outcome.plan.placements.raw()[0].start, 7 * 24 * kHour);
  ASSERT_EQ(outcome.plan.deferrals.size(), 1U);
  EXPECT_FALSE(outcome.plan.deferrals[0].order.valid());
}

// Orders of 10 to 70 due in the first weeks, and 100 a week on the machine account for `weeks`.
Workshop weekly(int orders, int weeks) {
  Workshop workshop = capped(100);
  workshop.draft.plant.horizon = Workshop::monday() + time::Duration((weeks + 4) * 7 * 24 * kHour);
  for (int week = 1; week < weeks; ++week) {
    model::BudgetRow row = workshop.draft.budgets.front();
    row.from += time::Duration(week * 7 * 24 * kHour);
    row.until += time::Duration(week * 7 * 24 * kHour);
    workshop.draft.budgets.push_back(row);
  }
  workshop.stock("board", 10'000);
  for (int i = 0; i < orders; ++i) {
    workshop.order("", 1 + i % 7, (24 + 24 * (i % 20)) * kHour);
    workshop.draft.orders.back().id = workshop.draft.keep("O" + std::to_string(i));
  }
  return workshop;
}

TEST(Caps, ManyWeeksAreSweptInFewPlans) {
  for (const int weeks : {1, 5, 12, 30}) {
    const model::Plant plant = weekly(60, weeks).build();
    const std::vector<std::uint32_t> ranks =
        material::allocation_ranks(plant, material::AllocationRule::penalty_per_unit);
    Proposal proposal = propose(plant, {.ranks = ranks}, Effort::policy_grid);
    const int plans = keep_under_caps(plant, nullptr, proposal);
    EXPECT_GT(plans, 0) << weeks;
    EXPECT_LE(plans, 40) << weeks;  // far fewer than orders x weeks
    EXPECT_TRUE(exceeded_caps(plant, costed_late(plant, proposal)).empty()) << weeks;
    EXPECT_TRUE(proposal.plan.unplanned.empty()) << weeks;
  }
}

TEST(Caps, AWeekIsFilledBeforeTheNextIsBegun) {
  const plan::Plan plan = plan_of(weekly(60, 12).build()).plan;
  EXPECT_TRUE(plan.unplanned.empty());
  for (std::size_t week = 0; week < plan.budgets.size(); ++week) {
    EXPECT_GE(plan.budgets[week].planned, base::Money::minor(70'00)) << week;  // less is left than most orders need
    EXPECT_LE(plan.budgets[week].planned, base::Money::minor(100'00)) << week;
  }
}

TEST(Caps, AnOpenOrderForStockThatMayNotWaitIsLeftOut) {
  Workshop workshop = capped_for_good(30);
  workshop.draft.production_orders.push_back({.id = "MO",
                                              .item = "table",
                                              .quantity = base::Quantity::units(8),
                                              .status = model::SupplyStatus::firm,
                                              .due = Workshop::monday() + time::Duration(48 * kHour)});
  const Outcome outcome = plan_of(workshop.build());
  EXPECT_TRUE(outcome.plan.placements.empty());
  ASSERT_EQ(outcome.plan.assumptions.size(), 1U);
  EXPECT_EQ(outcome.plan.assumptions[0].message,
            "Production order MO is not planned: a hard cap leaves no money for it.");
}

// It is late by decades whatever is done; another week costs no more than a week.
TEST(Caps, AnOrderDueLongAgoTakesNoMoneyFromUrgentOnes) {
  Workshop workshop = capped(40);
  workshop.order("A", 4, 30 * kHour);
  workshop.draft.orders.back().priority = 3;
  workshop.order("old", 4, 0);
  workshop.draft.orders.back().requested = std::chrono::sys_days(std::chrono::year(1999) / 1 / 4);
  const plan::Plan plan = plan_of(workshop.build()).plan;
  EXPECT_TRUE(plan.unplanned.empty());
  EXPECT_EQ(plan.deliveries[0].late(), 0);
  EXPECT_GT(plan.deliveries[1].delivered, 7 * 24 * kHour);
}

// Asked to stop, the planner still keeps to the caps, but does not look for what else there would be money for.
TEST(Caps, AreKeptWhenAskedToStop) {
  const std::atomic<bool> stop{true};
  const model::Plant plant = weekly(60, 30).build();
  const Outcome outcome = make_plan(plant, {.seconds = 10, .cancel = &stop});
  EXPECT_TRUE(outcome.violations.empty());
  EXPECT_FALSE(outcome.plan.deferrals.empty());
  Proposal proposal = propose(plant, {.ranks = std::vector<std::uint32_t>(plant.orders.size())}, Effort::policy_grid);
  EXPECT_LE(keep_under_caps(plant, &stop, proposal), 6);
  EXPECT_TRUE(exceeded_caps(plant, costed_late(plant, proposal)).empty());
}

}  // namespace
}  // namespace kilter::coordinate
