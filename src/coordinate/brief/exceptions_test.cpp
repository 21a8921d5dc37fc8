#include "coordinate/brief/exceptions.hpp"

#include <gtest/gtest.h>

#include "coordinate/brief/agenda.hpp"

namespace kilter::coordinate {
namespace {

// An order late by two days for 200 through a tool, one that cannot be had, a blocked operation, a budget.
class ExceptionsTest : public ::testing::Test {
 protected:
  ExceptionsTest() {
    const auto item = plant_.items.push_back({.id = "frame"});
    plant_.orders.push_back({.id = "A", .item = item, .penalty_per_day = base::Money::minor(100'00)});
    plant_.orders.push_back({.id = "B", .item = item});
    const auto account = plant_.accounts.push_back({.id = "material"});
    plant_.budgets.push_back({.account = account, .soft_cap = base::Money::minor(10'00)});
    plan_.budgets.push_back({.budget = model::BudgetId(0), .planned = base::Money::minor(12'00)});
    plan_.late_chains.push_back({.order = model::OrderId(0),
                                 .lateness = 2 * 86'400,
                                 .links = {{.cause = plan::LateCause::tool, .until = 9, .counted = 2 * 86'400}}});
    plan_.costs.push_back({.kind = plan::CostKind::penalty,
                           .ref = plan::CostRef::delivery,
                           .order = model::OrderId(0),
                           .amount = base::Money::minor(200'00)});
    plan_.unplanned.push_back({.order = model::OrderId(1), .item = item});
    plan_.production_orders.push_back({.item = item});
    const auto placement = plan_.placements.push_back({.order = plan::ProductionOrderId(0)});
    plan_.readiness.push_back({.placement = placement});
    plan_.readiness[0].lamps[4] = {.state = plan::LampState::blocked, .cause = plan::LampCause::clearance};
  }

  model::Plant plant_;
  plan::Plan plan_;
};

TEST_F(ExceptionsTest, WhatStopsWorkComesBeforeWhatCostsMoney) {
  std::vector<ExceptionKind> kinds;
  for (const Exception& exception : exceptions(plant_, plan_)) kinds.push_back(exception.kind);
  EXPECT_EQ(kinds, (std::vector{ExceptionKind::unplanned, ExceptionKind::blocked, ExceptionKind::late,
                                ExceptionKind::over_soft_cap}));
}

TEST_F(ExceptionsTest, EachSaysWhatItIsAbout) {
  const std::vector<Exception> list = exceptions(plant_, plan_);
  EXPECT_EQ(list[0].orders, std::vector{model::OrderId(1)});
  EXPECT_EQ(list[1].lamp, model::Lamp::document);
  EXPECT_EQ(list[1].count, 1U);
  EXPECT_EQ(list[2].money, base::Money::minor(200'00));
  EXPECT_EQ(list[3].over, base::Money::minor(2'00));
}

// What was pinned and is planned anew is told; what holds its pin is not.
TEST_F(ExceptionsTest, WhatIsNotWhereItIsPinnedComesBeforeWhatCostsMoney) {
  plant_.production_orders.push_back(
      {.id = "MO-1",
       .progress = {{.operation = model::OperationId(0), .status = model::WorkStatus::pinned, .start = {}}}});
  plan_.production_orders[plan::ProductionOrderId(0)].open = model::OpenProductionOrderId(0);
  plan_.production_orders[plan::ProductionOrderId(0)].for_order = model::OrderId(0);
  plan::Placement& placement = plan_.placements[plan::PlacementId(0)];
  placement.operation = model::OperationId(0);
  const std::vector<Exception> list = exceptions(plant_, plan_);
  ASSERT_EQ(list.size(), 5U);
  EXPECT_EQ(list[2].kind, ExceptionKind::lost_pin);
  EXPECT_EQ(list[2].placement, plan::PlacementId(0));
  EXPECT_EQ(list[2].orders, std::vector{model::OrderId(0)});
  placement.status = model::WorkStatus::pinned;
  EXPECT_EQ(exceptions(plant_, plan_).size(), 4U);
}

TEST_F(ExceptionsTest, AHardCapIsGraverThanASoftOne) {
  plant_.budgets[model::BudgetId(0)].hard_cap = base::Money::minor(11'00);
  const Exception budget = exceptions(plant_, plan_).back();
  EXPECT_EQ(budget.kind, ExceptionKind::over_hard_cap);
  EXPECT_EQ(budget.over, base::Money::minor(1'00));
}

TEST_F(ExceptionsTest, CausesOfAFewMinutesShareALine) {
  auto& links = plan_.late_chains[0].links;
  links[0].counted -= 60;
  links.push_back({.cause = plan::LateCause::choice, .until = 30, .counted = 30});
  links.push_back({.cause = plan::LateCause::late_start, .until = 30, .counted = 30});
  const std::vector<Exception> list = exceptions(plant_, plan_);
  ASSERT_EQ(list.size(), 5U);
  EXPECT_EQ(list[3].kind, ExceptionKind::small_causes);
  EXPECT_EQ(list[3].count, 2U);
  EXPECT_EQ(list[3].seconds, 60);
}

TEST(Agenda, HoldsWhatIsForTodayInTheOrderOfTheDay) {
  model::Plant plant;
  plan::Plan plan;
  plan.purchases.push_back({.order_at = 100});
  plan.purchases.push_back({.order_at = 90'000});
  plan.placements.push_back({.start = 500});
  plan.placements.push_back({.start = 90'000});
  plan.placements.push_back({.start = 200});
  plan.placements.push_back({.status = model::WorkStatus::started, .start = -200});
  plan.actions.push_back({.kind = plan::ActionKind::cancel});
  plan.actions.push_back({.kind = plan::ActionKind::order_now});
  const Agenda today = agenda(plant, plan);
  EXPECT_EQ(today.purchases, std::vector{plan::PurchaseId(0)});
  EXPECT_EQ(today.starts, (std::vector{plan::PlacementId(2), plan::PlacementId(0)}));
  ASSERT_EQ(today.messages.size(), 1U);
  EXPECT_EQ(today.messages[0].kind, plan::ActionKind::cancel);
}

}  // namespace
}  // namespace kilter::coordinate
