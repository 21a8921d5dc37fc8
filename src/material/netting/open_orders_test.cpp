#include "material/netting/open_orders.hpp"

#include <gtest/gtest.h>

#include "material/worked_plant.hpp"

namespace kilter::material {
namespace {

using base::Quantity;
using model::SupplyStatus;
using model::WorkStatus;

// A: operations 10, 20 and 30 of one hour per unit on one unit each; 10 takes B, 30 takes C. Ten are on the floor.
WorkedPlant on_the_floor() {
  WorkedPlant worked;
  worked.draft.work_centres.push_back({.id = "centre"});
  worked.draft.work_units.push_back({.id = "unit", .work_centre = "centre"});
  worked.make("A", 0);
  worked.buy("B", 1);
  worked.buy("C", 1);
  for (const model::Text id : {"10", "20", "30"}) {
    worked.draft.operations.push_back(
        {.item = "A", .operation = id, .work_centre = "centre", .run_per_unit = std::chrono::hours(1)});
  }
  worked.bom("A", "B", 1).operation = "10";
  worked.bom("A", "C", 2).operation = "30";
  worked.production("A", 10, 3).status = SupplyStatus::released;
  return worked;
}

void report(WorkedPlant& worked, model::Text operation, WorkStatus status, int done) {
  model::ProgressRow row;
  row.production_order = "MO0";
  row.operation = operation;
  row.status = status;
  row.work_unit = "unit";
  row.start = WorkedPlant::today() - std::chrono::hours(20);
  if (status == WorkStatus::pinned) row.start = WorkedPlant::day(2);
  if (status == WorkStatus::done) row.end = WorkedPlant::today() - std::chrono::hours(9);
  row.done_quantity = Quantity::units(done);
  worked.draft.progress.push_back(row);
}

TEST(OpenOrders, KeepTheirSizeAndTheFactsOfTheFloor) {
  WorkedPlant worked = on_the_floor();
  report(worked, "10", WorkStatus::done, 10);
  report(worked, "20", WorkStatus::started, 4);
  report(worked, "30", WorkStatus::pinned, 0);
  const model::Plant plant = worked.build();
  MaterialPlan plan;
  carry_over(plant, Concessions::GivenUp(1), plan);
  ASSERT_EQ(plan.production_orders.size(), 1U);
  const plan::ProductionOrder& order = plan.production_orders[plan::ProductionOrderId(0)];
  EXPECT_EQ(order.open, model::OpenProductionOrderId(0));
  EXPECT_EQ(order.good, Quantity::units(10));
  EXPECT_EQ(order.need, 3 * kDay);
  ASSERT_EQ(plan.placements.size(), 3U);
  const auto& steps = plan.placements.raw();
  EXPECT_EQ(steps[0].status, WorkStatus::done);
  EXPECT_EQ(steps[0].end, -9 * 3'600);
  EXPECT_EQ(steps[1].status, WorkStatus::started);
  EXPECT_EQ(steps[1].unit, model::WorkUnitId(0));
  EXPECT_EQ(steps[1].start, -20 * 3'600);
  EXPECT_EQ(steps[1].run, 6 * 3'600);
  EXPECT_EQ(steps[2].status, WorkStatus::pinned);
  EXPECT_EQ(steps[2].start, 2 * kDay);
}

TEST(OpenOrders, ComponentsOfBegunOperationsAreAlreadyTaken) {
  WorkedPlant worked = on_the_floor();
  report(worked, "10", WorkStatus::started, 0);
  worked.order("A", 10, 4);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  EXPECT_TRUE(needs(plant, plan, "B").empty());
  EXPECT_EQ(needs(plant, plan, "C"), (Row{{3, 20}}));  // ten hours before day 4
  EXPECT_EQ(plan.production_orders.size(), 1U);
}

TEST(OpenOrders, APinnedOperationNeedsItsComponentsAtItsStart) {
  WorkedPlant worked = on_the_floor();
  report(worked, "30", WorkStatus::pinned, 0);
  worked.order("A", 10, 9);
  const model::Plant plant = worked.build();
  EXPECT_EQ(needs(plant, explode_by_due_date(plant), "C"), (Row{{2, 20}}));
}

TEST(OpenOrders, InheritTheUrgencyOfWhatTheyServe) {
  WorkedPlant worked = on_the_floor();
  worked.order("A", 4, 9);
  worked.order("A", 4, 5);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  const plan::ProductionOrder& order = plan.production_orders[plan::ProductionOrderId(0)];
  EXPECT_EQ(order.rank, 0U);
  EXPECT_EQ(order.for_order, model::OrderId(1));
  EXPECT_EQ(order.need, 5 * kDay);
}

TEST(OpenOrders, PlannedAndDroppedOnesAreLeftOut) {
  WorkedPlant worked = on_the_floor();
  MaterialPlan plan;
  carry_over(worked.build(), {plan::UnplannedReason::no_source}, plan);
  EXPECT_TRUE(plan.production_orders.empty());
  worked.draft.production_orders[0].status = SupplyStatus::planned;
  carry_over(worked.build(), Concessions::GivenUp(1), plan);
  EXPECT_TRUE(plan.production_orders.empty());
}

}  // namespace
}  // namespace kilter::material
