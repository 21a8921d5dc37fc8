#include "material/concessions.hpp"

#include <gtest/gtest.h>

#include "material/worked_plant.hpp"

namespace kilter::material {
namespace {

using base::Quantity;
using plan::UnplannedReason;

// A of one B of two C; C has no vendor and 20 in stock.
WorkedPlant starved_chain() {
  WorkedPlant worked;
  worked.make("A", 1);
  worked.make("B", 1);
  worked.buy("C", 1);
  worked.draft.offers.clear();
  worked.bom("A", "B", 1);
  worked.bom("B", "C", 2);
  worked.stock("C", 20);
  return worked;
}

TEST(Concessions, AMissingComponentFailsTheCustomerOrderAndNamesTheComponent) {
  WorkedPlant worked = starved_chain();
  worked.order("A", 11, 5);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  ASSERT_EQ(plan.unplanned.size(), 1U);
  EXPECT_EQ(plan.unplanned[0].order, model::OrderId(0));
  EXPECT_EQ(plan.unplanned[0].item, item_named(plant, "C"));
  EXPECT_EQ(plan.unplanned[0].quantity, Quantity::units(11));
  EXPECT_EQ(plan.unplanned[0].reason, UnplannedReason::component_unplanned);
  EXPECT_TRUE(plan.production_orders.empty());
  EXPECT_TRUE(plan.pegs.empty());
}

TEST(Concessions, WhatAFailedOrderCannotUseServesTheNext) {
  WorkedPlant worked = starved_chain();
  worked.order("A", 6, 5);  // takes 12 of 20
  worked.order("A", 7, 6);  // would need 14 more
  worked.order("A", 4, 7);  // fits into the 8 that are left
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  ASSERT_EQ(plan.unplanned.size(), 1U);
  EXPECT_EQ(plan.unplanned[0].order, model::OrderId(1));
  EXPECT_EQ(receipts(plant, plan, "A"), (Row{{5, 6}, {7, 4}}));
}

TEST(Concessions, PartialShipmentsLoseOnlyWholeUnitsThatAreMissing) {
  WorkedPlant worked = starved_chain();
  worked.order("A", 6, 5);
  worked.order("A", 7, 6).partial = true;
  worked.draft.stock.back().quantity = Quantity::units(21);  // 9 left for the second: four and a half A
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  ASSERT_EQ(plan.unplanned.size(), 1U);
  EXPECT_EQ(plan.unplanned[0].quantity, Quantity::units(3));
  EXPECT_EQ(receipts(plant, plan, "A"), (Row{{5, 6}, {6, 4}}));
}

TEST(Concessions, AnItemWithoutOfferFailsDirectly) {
  WorkedPlant worked = starved_chain();
  worked.order("C", 21, 5);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  ASSERT_EQ(plan.unplanned.size(), 1U);
  EXPECT_EQ(plan.unplanned[0].reason, UnplannedReason::no_offer);
}

TEST(Concessions, AnItemThatCanAlsoBeBoughtIsBoughtInstead) {
  WorkedPlant worked = starved_chain();
  worked.draft.items[1].source = model::Source::both;
  worked.offer("B", 3);
  worked.order("A", 11, 9);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  EXPECT_TRUE(plan.unplanned.empty());
  EXPECT_EQ(needs(plant, plan, "B"), (Row{{8, 11}}));
}

TEST(Concessions, EconomicLotsShrinkBeforeAnyoneLoses) {
  WorkedPlant worked = starved_chain();
  model::ItemRow& item = worked.draft.items[1];
  item.lot_policy = model::LotPolicy::economic;
  item.cost = base::UnitPrice::micros(1'000'000);
  item.order_cost = base::Money::minor(100'00);
  worked.order("A", 10, 5);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  EXPECT_TRUE(plan.unplanned.empty());
  EXPECT_EQ(receipts(plant, plan, "B"), (Row{{4, 10}}));
}

TEST(Concessions, AnOpenOrderThatCannotBeCompletedIsLeftOutWithANote) {
  WorkedPlant worked = starved_chain();
  worked.production("B", 30, 4);
  worked.order("A", 10, 8);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  EXPECT_TRUE(plan.unplanned.empty());
  EXPECT_EQ(receipts(plant, plan, "B"), (Row{{7, 10}}));
  ASSERT_EQ(plan.assumptions.size(), 1U);
  EXPECT_EQ(plan.assumptions[0].code, "production-order-left-out");
}

TEST(Concessions, WhatTheCallerGivesUpIsNotPlanned) {
  WorkedPlant worked;
  worked.make("A", 1);
  worked.buy("B", 1);
  worked.bom("A", "B", 1);
  worked.order("A", 10, 5).partial = true;
  const model::Plant plant = worked.build();
  const auto ranks = allocation_ranks(plant, AllocationRule::due_date);
  Concessions concessions(plant);
  const MaterialPlan whole = explode(plant, ranks, concessions);
  Shortfall shortfall;  // no vendor has more than 7 of B
  shortfall.demand = whole.needs[0].demand;
  shortfall.demand_index = whole.needs[0].demand_index;
  shortfall.line = whole.needs[0].line;
  shortfall.missing = Quantity::units(3);
  shortfall.item = whole.needs[0].item;
  shortfall.reason = UnplannedReason::vendor_capacity;
  ASSERT_TRUE(concede(plant, ranks, whole, {&shortfall, 1}, concessions));
  const MaterialPlan less = explode(plant, ranks, concessions);
  EXPECT_EQ(needs(plant, less, "B"), (Row{{4, 7}}));
  ASSERT_EQ(less.unplanned.size(), 1U);
  EXPECT_EQ(less.unplanned[0].quantity, Quantity::units(3));
}

}  // namespace
}  // namespace kilter::material
