// Who gets scarce supply.
#include <gtest/gtest.h>

#include "material/worked_plant.hpp"

namespace kilter::material {
namespace {

using plan::SupplyKind;

// Supply kind and index that serves a customer order first.
const plan::Peg* peg_of(const MaterialPlan& plan, std::uint32_t order) {
  for (const plan::Peg& peg : plan.pegs) {
    if (peg.demand == plan::DemandKind::order && peg.demand_index == order) return &peg;
  }
  return nullptr;
}

MaterialPlan by_priority(const model::Plant& plant) {
  return explode(plant, allocation_ranks(plant, AllocationRule::priority_then_due));
}

TEST(Net, RankDecidesWhereANewOrderWouldComeTooLate) {
  WorkedPlant worked;
  worked.make("A", 10);
  worked.stock("A", 10);
  worked.order("A", 10, 2);
  worked.order("A", 10, 5).priority = 7;
  const model::Plant plant = worked.build();
  const MaterialPlan plan = by_priority(plant);
  EXPECT_EQ(peg_of(plan, 1)->supply, SupplyKind::stock);
  EXPECT_EQ(peg_of(plan, 0)->supply, SupplyKind::production);
}

TEST(Net, AHighRankThatCanWaitForANewOrderLeavesStockToWhoNeedsItNow) {
  WorkedPlant worked;
  worked.make("A", 10);
  worked.stock("A", 10);
  worked.order("A", 10, 2);
  worked.order("A", 10, 30).priority = 7;
  const model::Plant plant = worked.build();
  const MaterialPlan plan = by_priority(plant);
  EXPECT_EQ(peg_of(plan, 0)->supply, SupplyKind::stock);
  EXPECT_EQ(peg_of(plan, 1)->supply, SupplyKind::production);
}

TEST(Net, AHighRankTakesTheLatestSupplyThatIsInTime) {
  WorkedPlant worked;
  worked.make("A", 10);
  worked.stock("A", 10);
  worked.purchase("A", 10, 4);
  worked.order("A", 10, 2);
  worked.order("A", 10, 5).priority = 7;
  const model::Plant plant = worked.build();
  const MaterialPlan plan = by_priority(plant);
  EXPECT_EQ(peg_of(plan, 0)->supply, SupplyKind::stock);
  EXPECT_EQ(peg_of(plan, 1)->supply, SupplyKind::open_purchase);
}

TEST(Net, LateSupplyIsWaitedForOnlyWhenANewOrderIsNoSooner) {
  for (const int arrival : {9, 11}) {
    WorkedPlant worked;
    worked.make("A", 10);
    worked.purchase("A", 10, arrival);
    worked.order("A", 10, 2);
    const model::Plant plant = worked.build();
    EXPECT_EQ(peg_of(by_priority(plant), 0)->supply, arrival == 9 ? SupplyKind::open_purchase : SupplyKind::production);
  }
}

TEST(Net, SupplyReservedForAnOrderGoesToIt) {
  WorkedPlant worked;
  worked.make("A", 10);
  worked.order("A", 10, 2).priority = 7;
  worked.order("A", 10, 30);
  worked.production("A", 10, 3).for_order = "2";
  const model::Plant plant = worked.build();
  const MaterialPlan plan = by_priority(plant);
  ASSERT_NE(peg_of(plan, 1), nullptr);
  EXPECT_EQ(peg_of(plan, 1)->supply_index, 0U);  // carried over orders come first
  EXPECT_NE(peg_of(plan, 0)->supply_index, 0U);
}

TEST(Net, LotsThatExpireBeforeALateOrderIsReadyAreNotForIt) {
  WorkedPlant worked;
  worked.make("A", 10);
  worked.stock("A", 10).expiry = WorkedPlant::day(20);
  worked.order("A", 10, 15);
  const model::Plant plant = worked.build();
  const auto ranks = allocation_ranks(plant, AllocationRule::due_date);
  EXPECT_EQ(peg_of(explode(plant, ranks), 0)->supply, SupplyKind::stock);
  Concessions concessions(plant);
  concessions.delay[0] = 5 * kDay;
  EXPECT_EQ(peg_of(explode(plant, ranks, concessions), 0)->supply, SupplyKind::production);
}

TEST(Net, AnOrderThatIsLateAnywayLeavesSupplyToThoseWhoCanUseItNow) {
  WorkedPlant worked;
  worked.make("A", 10);
  worked.stock("A", 10);
  worked.order("A", 10, 2);
  worked.order("A", 10, 5);
  const model::Plant plant = worked.build();
  const auto ranks = allocation_ranks(plant, AllocationRule::due_date);
  EXPECT_EQ(peg_of(explode(plant, ranks), 0)->supply, SupplyKind::stock);
  Concessions concessions(plant);
  concessions.lateness[0] = 20 * kDay;
  EXPECT_EQ(peg_of(explode(plant, ranks, concessions), 1)->supply, SupplyKind::stock);
}

TEST(Net, SafetyStockIsWhatLasts) {
  WorkedPlant worked;
  worked.buy("A", 1).safety_stock = base::Quantity::units(5);
  worked.stock("A", 10).expiry = WorkedPlant::day(1);
  const model::Plant tomorrow = worked.build();
  const MaterialPlan plan = by_priority(tomorrow);
  EXPECT_TRUE(plan.pegs.empty());
  EXPECT_EQ(needs(tomorrow, plan, "A"), (Row{{1, 5}})) << "what is there is gone then";
  worked.draft.stock[0].expiry = WorkedPlant::day(90);
  const model::Plant lasting = worked.build();
  EXPECT_TRUE(by_priority(lasting).needs.empty());
  EXPECT_EQ(by_priority(lasting).pegs.size(), 1U);
}

TEST(Net, WhatKeepsAsLongAsANewLotIsSafetyStock) {
  WorkedPlant worked;
  model::ItemRow& item = worked.buy("A", 1);
  item.safety_stock = base::Quantity::units(5);
  item.shelf_life = std::chrono::days(10);
  worked.purchase("A", 5, 3);
  const model::Plant plant = worked.build();
  EXPECT_TRUE(by_priority(plant).needs.empty()) << "bought for day 3, it keeps as long as anything";
}

TEST(Net, ExpiredStockIsNamedAsTheReason) {
  WorkedPlant worked;
  worked.buy("A", 10);
  worked.draft.offers.clear();
  worked.stock("A", 10).expiry = WorkedPlant::day(9);
  worked.order("A", 10, 15);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = by_priority(plant);
  ASSERT_EQ(plan.unplanned.size(), 1U);
  EXPECT_EQ(plan.unplanned[0].reason, plan::UnplannedReason::expired);
}

TEST(Net, AtTheSiteWhereItIsNotMadeOnlyWhatIsThereCounts) {
  WorkedPlant worked;
  worked.draft.sites.push_back({.id = "depot"});
  worked.make("A", 1);
  worked.stock("A", 10).site = "depot";
  for (model::StockRow& row : worked.draft.stock) row.site = "depot";
  worked.order("A", 10, 5).site = "depot";
  worked.order("A", 10, 6).site = "depot";
  worked.order("A", 10, 6).site = "site";
  const model::Plant plant = worked.build();
  const MaterialPlan plan = by_priority(plant);
  EXPECT_EQ(peg_of(plan, 0)->supply, SupplyKind::stock);
  EXPECT_EQ(peg_of(plan, 1), nullptr);
  EXPECT_EQ(peg_of(plan, 2)->supply, SupplyKind::production);
  ASSERT_EQ(plan.unplanned.size(), 1U);
  EXPECT_EQ(plan.unplanned[0].order, model::OrderId(1));
  EXPECT_EQ(plan.unplanned[0].reason, plan::UnplannedReason::no_source);
}

}  // namespace
}  // namespace kilter::material
