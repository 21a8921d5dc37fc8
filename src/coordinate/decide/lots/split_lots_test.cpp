#include "coordinate/decide/lots/split_lots.hpp"

#include <gtest/gtest.h>

#include "coordinate/decide/lots/material_reach.hpp"
#include "coordinate/workshop.hpp"

namespace kilter::coordinate {
namespace {

using base::Quantity;
using time::Tick;

constexpr Tick kDay = 24 * kHour;

// Tables of a week are sawn together; six boards are there, four come on the ninth day.
Workshop shared_week() {
  Workshop workshop;
  workshop.draft.items[0].lot_policy = model::LotPolicy::period;
  workshop.draft.items[0].lot_days = 7;
  workshop.draft.plant.default_penalty_per_day = base::Money::minor(10'00);
  workshop.draft.offers.clear();
  workshop.stock("board", 6);
  workshop.draft.purchase_orders.push_back({.id = "PO-1",
                                            .vendor = "mill",
                                            .item = "board",
                                            .quantity = Quantity::units(4),
                                            .current = Workshop::monday() + time::Duration(9 * kDay)});
  workshop.order("A", 3, 2 * kDay);
  workshop.order("B", 3, 3 * kDay);
  workshop.order("C", 4, 4 * kDay);
  return workshop;
}

Proposal first_plan(const model::Plant& plant) {
  const auto ranks = material::allocation_ranks(plant, material::AllocationRule::due_date);
  return propose(plant, {.ranks = ranks}, Effort::policy_grid);
}

std::vector<std::int64_t> lots(const Proposal& proposal) {
  std::vector<std::int64_t> units;
  for (const plan::ProductionOrder& order : proposal.plan.production_orders) {
    units.push_back(order.quantity.raw() / base::kMicro);
  }
  return units;
}

TEST(SplitLots, OrdersWhoseMaterialIsThereDoNotWaitForThatOfOthers) {
  const model::Plant plant = shared_week().build();
  Proposal proposal = first_plan(plant);
  ASSERT_EQ(lots(proposal), (std::vector<std::int64_t>{10}));
  const std::vector<Tick> before = lateness_of(plant, proposal);
  EXPECT_GT(before[0], 0);
  split_lots(plant, 12, nullptr, proposal);
  EXPECT_EQ(lots(proposal), (std::vector<std::int64_t>{6, 4}));
  const std::vector<Tick> after = lateness_of(plant, proposal);
  EXPECT_EQ(after[0], 0);
  EXPECT_EQ(after[1], 0);
  EXPECT_LE(after[2], before[2]);
}

TEST(SplitLots, ALotStaysWholeWhereTheSetupCostsMoreThanTheLateness) {
  Workshop workshop = shared_week();
  workshop.draft.operations[0].setup = time::Duration(kHour);
  workshop.draft.work_units[0].cost_per_hour = base::HourlyRate::micros(10'000'000'000);
  const model::Plant plant = workshop.build();
  Proposal proposal = first_plan(plant);
  split_lots(plant, 12, nullptr, proposal);
  EXPECT_EQ(lots(proposal), (std::vector<std::int64_t>{10}));
}

TEST(SplitLots, NothingIsTriedWithoutTrials) {
  const model::Plant plant = shared_week().build();
  Proposal proposal = first_plan(plant);
  split_lots(plant, 0, nullptr, proposal);
  EXPECT_EQ(lots(proposal), (std::vector<std::int64_t>{10}));
}

TEST(SplitLots, EveryLotKeepsTheMinimumAndTheMultiple) {
  Workshop workshop = shared_week();
  workshop.draft.items[0].lot_minimum = Quantity::units(4);
  workshop.draft.items[0].lot_multiple = Quantity::units(2);
  const model::Plant plant = workshop.build();
  Proposal proposal = first_plan(plant);
  split_lots(plant, 12, nullptr, proposal);
  EXPECT_EQ(lots(proposal), (std::vector<std::int64_t>{6, 4}));
}

// Benches are made from the tables of a week, and it is the boards below that are late: both levels come in two.
TEST(SplitLots, TheLotsBelowThatWaitAreSplitWithIt) {
  Workshop workshop = shared_week();
  workshop.draft.items.push_back(
      {.id = "bench", .source = model::Source::make, .lot_policy = model::LotPolicy::period, .lot_days = 7});
  workshop.draft.operations.push_back(
      {.item = "bench", .operation = "10", .work_centre = "sawing", .run_per_unit = time::Duration(kHour)});
  workshop.draft.boms.push_back({.item = "bench", .component = "table", .quantity = Quantity::units(1)});
  for (model::OrderRow& order : workshop.draft.orders) order.item = "bench";
  const model::Plant plant = workshop.build();
  Proposal proposal = first_plan(plant);
  ASSERT_EQ(lots(proposal), (std::vector<std::int64_t>{10, 10}));
  split_lots(plant, 12, nullptr, proposal);
  EXPECT_EQ(lots(proposal), (std::vector<std::int64_t>{6, 4, 6, 4}));
  const std::vector<Tick> after = lateness_of(plant, proposal);
  EXPECT_EQ(after[0] + after[1], 0);
}

TEST(SplitLots, AnEconomicLotIsSplitToo) {
  Workshop workshop = shared_week();
  workshop.draft.items[0].lot_policy = model::LotPolicy::economic;
  workshop.draft.items[0].lot_days = 0;
  workshop.draft.items[0].order_cost = base::Money::minor(1'000'00);
  workshop.draft.items[0].cost = base::UnitPrice::micros(1'000'000'000);
  workshop.draft.plant.holding_per_year = base::Ratio::micros(200'000);
  workshop.draft.purchase_orders[0].quantity = Quantity::units(20);
  const model::Plant plant = workshop.build();
  Proposal proposal = first_plan(plant);
  ASSERT_EQ(lots(proposal), (std::vector<std::int64_t>{25}));
  split_lots(plant, 12, nullptr, proposal);
  const std::vector<Tick> after = lateness_of(plant, proposal);
  EXPECT_EQ(after[0], 0);
  EXPECT_EQ(after[1], 0);
  EXPECT_GT(after[2], 0);
}

// One order of ten tables; its customer takes parts.
Workshop order_in_parts() {
  Workshop workshop = shared_week();
  workshop.draft.items[0].lot_policy = model::LotPolicy::lot_for_lot;
  workshop.draft.items[0].lot_days = 0;
  workshop.draft.orders.clear();
  workshop.order("A", 10, 2 * kDay);
  workshop.draft.orders[0].partial = true;
  return workshop;
}

std::vector<std::int64_t> lots_after_splitting(const Workshop& workshop) {
  const model::Plant plant = workshop.build();
  Proposal proposal = first_plan(plant);
  split_lots(plant, 12, nullptr, proposal);
  return lots(proposal);
}

TEST(SplitLots, AnOrderThatMayBeShippedInPartsIsMadeInTwo) {
  EXPECT_EQ(lots_after_splitting(order_in_parts()), (std::vector<std::int64_t>{6, 4}));
}

TEST(SplitLots, AnOrderThatMayNotStaysWhole) {
  Workshop workshop = order_in_parts();
  workshop.draft.orders[0].partial = false;
  EXPECT_EQ(lots_after_splitting(workshop), (std::vector<std::int64_t>{10}));
}

TEST(SplitLots, AnOrderInTimeStaysWhole) {
  Workshop workshop = order_in_parts();
  workshop.draft.orders[0].requested = Workshop::monday() + time::Duration(20 * kDay);
  EXPECT_EQ(lots_after_splitting(workshop), (std::vector<std::int64_t>{10}));
}

TEST(SplitLots, TheFirstPartIsALegalLot) {
  Workshop workshop = order_in_parts();
  workshop.draft.items[0].lot_multiple = Quantity::units(5);
  EXPECT_EQ(lots_after_splitting(workshop), (std::vector<std::int64_t>{5, 5}));
  workshop.draft.items[0].lot_minimum = Quantity::units(7);
  EXPECT_EQ(lots_after_splitting(workshop), (std::vector<std::int64_t>{10}));
}

// The second part, being larger, would have to begin sooner; what is there still goes to the first.
TEST(SplitLots, WhatIsThereGoesToTheFirstPart) {
  Workshop workshop = order_in_parts();
  workshop.draft.stock[0].quantity = Quantity::units(2);
  workshop.draft.purchase_orders[0].quantity = Quantity::units(8);
  const model::Plant plant = workshop.build();
  Proposal proposal = first_plan(plant);
  split_lots(plant, 12, nullptr, proposal);
  ASSERT_EQ(lots(proposal), (std::vector<std::int64_t>{2, 8}));
  EXPECT_LT(proposal.solution.end[0], kDay);
}

TEST(MaterialReach, TheScarcestComponentDecides) {
  const model::Plant plant = shared_week().build();
  const Proposal proposal = first_plan(plant);
  const plan::PegIndex pegs(plant, proposal.plan);
  const MaterialReach reach(plant, proposal.plan, pegs);
  const plan::ProductionOrderId lot(0);
  EXPECT_EQ(reach.dates(lot), (std::vector<Tick>{0, 9 * kDay}));
  EXPECT_DOUBLE_EQ(reach.share_by(lot, 0), 0.6);
  EXPECT_DOUBLE_EQ(reach.share_by(lot, 9 * kDay), 1.0);
  EXPECT_EQ(reach.waiting(lot, 0), (std::vector<plan::ProductionOrderId>{lot}));
  EXPECT_TRUE(reach.waiting(lot, 9 * kDay).empty());
}

}  // namespace
}  // namespace kilter::coordinate
