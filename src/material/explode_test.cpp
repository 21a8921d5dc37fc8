// Worked examples: MRP tables as in the textbooks, one row per item.
#include "material/explode.hpp"

#include <gtest/gtest.h>

#include "material/worked_plant.hpp"

namespace kilter::material {
namespace {

using base::Quantity;
using base::Ratio;
using model::LotPolicy;

// Two levels: A of 2 B and 3 C, B of 2 C; lead times 1, 2, 1. 50 A on day 8.
//
//   A  receipt 8, start 7      B  100 on 7, start 5      C  150 on 7 and 200 on 5, less 80 in stock
TEST(Explode, LevelsAreOffsetByTheirLeadTimes) {
  WorkedPlant worked;
  worked.make("A", 1);
  worked.make("B", 2);
  worked.buy("C", 1);
  worked.bom("A", "B", 2);
  worked.bom("A", "C", 3);
  worked.bom("B", "C", 2);
  worked.stock("C", 80);
  worked.order("A", 50, 8);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  EXPECT_EQ(receipts(plant, plan, "A"), (Row{{8, 50}}));
  EXPECT_EQ(receipts(plant, plan, "B"), (Row{{7, 100}}));
  EXPECT_EQ(needs(plant, plan, "C"), (Row{{5, 120}, {7, 150}}));
}

TEST(Explode, ScheduledReceiptsAreUsedBeforeNewOrders) {
  WorkedPlant worked;
  worked.make("A", 2);
  worked.stock("A", 20);
  worked.purchase("A", 30, 3).status = model::SupplyStatus::released;
  worked.order("A", 15, 1);
  worked.order("A", 25, 4);
  worked.order("A", 25, 6);
  const model::Plant plant = worked.build();
  // 20 - 15 = 5; + 30 - 25 = 10; 25 - 10 = 15 to make.
  EXPECT_EQ(receipts(plant, explode_by_due_date(plant), "A"), (Row{{6, 15}}));
}

TEST(Explode, PlannedOpenOrdersAreReplanned) {
  WorkedPlant worked;
  worked.make("A", 2);
  worked.production("A", 100, 3).status = model::SupplyStatus::planned;
  worked.purchase("A", 100, 3).status = model::SupplyStatus::planned;
  worked.order("A", 25, 6);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  EXPECT_EQ(receipts(plant, plan, "A"), (Row{{6, 25}}));
  ASSERT_EQ(plan.assumptions.size(), 2U);
  EXPECT_EQ(plan.assumptions[0].code, "planned-orders-replaced");
  EXPECT_EQ(plan.assumptions[1].code, "planned-purchases-replaced");
}

// 30 on hand, safety stock 10: the first order leaves 10; the second takes the safety stock, which comes back the same
// day.
TEST(Explode, SafetyStockIsReplenishedWhenTheProjectedStockFallsBelowIt) {
  WorkedPlant worked;
  worked.make("A", 1).safety_stock = Quantity::units(10);
  worked.stock("A", 30);
  worked.order("A", 20, 3);
  worked.order("A", 20, 6);
  worked.order("A", 20, 9);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  EXPECT_EQ(receipts(plant, plan, "A"), (Row{{6, 20}, {9, 20}}));
  const plan::ProductionOrder& last = plan.production_orders[plan::ProductionOrderId(1)];
  EXPECT_EQ(last.rank, static_cast<std::uint32_t>(-1));
  EXPECT_FALSE(last.for_order.valid());
}

TEST(Explode, StockBelowSafetyMayBeUsedByRealDemand) {
  WorkedPlant worked;
  worked.make("A", 5).safety_stock = Quantity::units(10);
  worked.stock("A", 10);
  worked.order("A", 10, 1);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  ASSERT_EQ(plan.pegs.size(), 2U);
  EXPECT_EQ(plan.pegs[plan::PegId(0)].supply, plan::SupplyKind::stock);
  EXPECT_EQ(plan.pegs[plan::PegId(0)].demand, plan::DemandKind::order);
  EXPECT_EQ(plan.pegs[plan::PegId(1)].demand, plan::DemandKind::safety_stock);
  EXPECT_EQ(receipts(plant, plan, "A"), (Row{{1, 10}}));
}

TEST(Explode, YieldsAndScrapRaiseWhatIsStartedAndNeeded) {
  WorkedPlant worked;
  worked.make("A", 1).yield = Ratio::micros(800'000);
  worked.buy("B", 1);
  worked.bom("A", "B", 3).scrap = Ratio::micros(250'000);
  worked.draft.boms.back().fixed_quantity = Quantity::units(5);
  worked.order("A", 40, 9);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  EXPECT_EQ(receipts(plant, plan, "A"), (Row{{9, 50}}));
  EXPECT_EQ(needs(plant, plan, "B"), (Row{{8, 205}}));  // 50 x 3 / 0.75 + 5
}

TEST(Explode, BomLinesCountOnlyWhileTheyAreValid) {
  WorkedPlant worked;
  worked.make("A", 1);
  worked.buy("old", 1);
  worked.buy("new", 1);
  worked.bom("A", "old", 1).until = WorkedPlant::day(5);
  worked.bom("A", "new", 2).from = WorkedPlant::day(5);
  worked.order("A", 10, 4);
  worked.order("A", 10, 5);  // begun on day 4
  worked.order("A", 10, 6);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  EXPECT_EQ(needs(plant, plan, "old"), (Row{{3, 10}, {4, 10}}));
  EXPECT_EQ(needs(plant, plan, "new"), (Row{{5, 20}}));
}

TEST(Explode, HeldExpiredAndNonNettableStockIsNotThere) {
  WorkedPlant worked;
  worked.make("A", 1);
  worked.draft.locations.push_back({.id = "quarantine", .site = "site", .nettable = false});
  worked.stock("A", 10).held = true;
  worked.stock("A", 10).location = "quarantine";
  worked.stock("A", 10).expiry = WorkedPlant::day(4);
  worked.order("A", 5, 4);
  const model::Plant plant = worked.build();
  EXPECT_EQ(receipts(plant, explode_by_due_date(plant), "A"), (Row{{4, 5}}));
}

TEST(Explode, LotsThatExpireFirstGoFirstWhereTheyLast) {
  WorkedPlant worked;
  worked.make("A", 1);
  worked.stock("A", 10);
  worked.stock("A", 10).expiry = WorkedPlant::day(9);
  worked.stock("A", 10).expiry = WorkedPlant::day(5);
  worked.order("A", 10, 4);
  worked.order("A", 10, 6);
  worked.order("A", 10, 20);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  ASSERT_EQ(plan.pegs.size(), 3U);
  for (const plan::Peg& peg : plan.pegs) EXPECT_EQ(peg.supply_index, 2U - peg.demand_index);
}

TEST(Explode, LotsMadeAheadKeepOnlyForTheirShelfLife) {
  WorkedPlant worked;
  model::ItemRow& item = worked.make("A", 1);
  item.lot_policy = LotPolicy::fixed;
  item.lot_size = Quantity::units(100);
  item.shelf_life = std::chrono::days(10);
  worked.order("A", 10, 2);
  worked.order("A", 10, 11);
  worked.order("A", 10, 12);
  const model::Plant plant = worked.build();
  EXPECT_EQ(receipts(plant, explode_by_due_date(plant), "A"), (Row{{2, 100}, {12, 100}}));
}

TEST(Explode, StockOfSubstitutesIsUsedByRankOnceTheComponentIsOut) {
  WorkedPlant worked;
  worked.make("A", 1);
  worked.buy("B", 2);
  worked.buy("X", 2);
  worked.buy("Y", 2);
  worked.bom("A", "B", 1);
  worked.substitute("A", "B", "Y", Ratio::one(), 2);
  worked.substitute("A", "B", "X", Ratio::micros(2'000'000), 1);
  worked.stock("B", 4);
  worked.stock("X", 6);
  worked.stock("Y", 2);
  worked.order("A", 20, 9);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  std::map<std::string, Quantity> used;
  for (const plan::Peg& peg : plan.pegs) {
    if (peg.supply == plan::SupplyKind::stock) {
      used[plant.items[plant.stock[model::StockId(peg.supply_index)].item].id] += peg.quantity;
    }
  }
  EXPECT_EQ(used["B"], Quantity::units(4));
  EXPECT_EQ(used["X"], Quantity::units(6));  // for 3 B
  EXPECT_EQ(used["Y"], Quantity::units(2));
  EXPECT_EQ(needs(plant, plan, "B"), (Row{{8, 11}}));
}

TEST(Explode, AComponentWithoutSourceIsReplacedAltogether) {
  WorkedPlant worked;
  worked.make("A", 1);
  worked.buy("B", 2);
  worked.draft.offers.clear();
  worked.buy("X", 2);
  worked.bom("A", "B", 1);
  worked.substitute("A", "B", "X", Ratio::micros(1'500'000), 1);
  worked.stock("B", 4);
  worked.order("A", 20, 9);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  EXPECT_TRUE(plan.unplanned.empty());
  EXPECT_EQ(needs(plant, plan, "X"), (Row{{8, 24}}));
  EXPECT_TRUE(needs(plant, plan, "B").empty());
}

TEST(Explode, ItemsOfBothKindsAreBoughtWhenMakingComesTooLate) {
  WorkedPlant worked;
  worked.make("A", 5).source = model::Source::both;
  worked.offer("A", 2);
  worked.order("A", 10, 1);  // too late either way: made
  worked.order("A", 20, 3);  // only buying is in time
  worked.order("A", 30, 6);  // made
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  EXPECT_EQ(needs(plant, plan, "A"), (Row{{3, 20}}));
  EXPECT_EQ(receipts(plant, plan, "A"), (Row{{1, 10}, {6, 30}}));
}

TEST(Explode, InquiriesAndClosedOrdersAreNotPlanned) {
  WorkedPlant worked;
  worked.make("A", 1);
  worked.order("A", 10, 4).status = model::OrderStatus::inquiry;
  worked.order("A", 10, 4).status = model::OrderStatus::closed;
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  EXPECT_TRUE(plan.production_orders.empty());
  EXPECT_TRUE(plan.unplanned.empty());
}

TEST(Explode, RanksPassDownToEverythingMadeForAnOrder) {
  WorkedPlant worked;
  model::ItemRow& lots = worked.make("B", 1);
  lots.lot_policy = LotPolicy::fixed;
  lots.lot_size = Quantity::units(100);
  worked.make("A", 1);
  worked.bom("A", "B", 1);
  worked.order("A", 10, 4);
  worked.order("A", 10, 6).priority = 9;
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode(plant, allocation_ranks(plant, AllocationRule::priority_then_due));
  ASSERT_EQ(plan.production_orders.size(), 3U);
  const plan::ProductionOrder& lot = plan.production_orders[plan::ProductionOrderId(2)];
  EXPECT_EQ(lot.item, item_named(plant, "B"));
  EXPECT_EQ(lot.rank, 0U);
  EXPECT_EQ(lot.for_order, model::OrderId(1));
  EXPECT_EQ(lot.need, 3 * kDay);  // of the earlier one
}

}  // namespace
}  // namespace kilter::material
