#include "sourcing/limits/rationing.hpp"

#include <gtest/gtest.h>

#include <array>
#include <utility>

#include "sourcing/source.hpp"
#include "sourcing/testing/buying_plant.hpp"

namespace kilter::sourcing {
namespace {

using namespace testing;

// Units ordered before `day`.
Quantity ordered_before(const PurchasePlan& plan, Tick day) {
  Quantity sum;
  for (const plan::Purchase& purchase : plan.purchases) {
    if (purchase.order_at < day * kDay) sum += purchase.quantity;
  }
  return sum;
}

// When the last unit for the need (of an order of its own) comes; kNever when it is not served whole.
Tick whole_at(const BuyingPlant& world, const PurchasePlan& plan, std::size_t need) {
  Quantity left = world.needs[need].quantity;
  Tick last = time::kLongAgo;
  for (const plan::Peg& peg : plan.pegs) {
    const plan::Purchase& purchase = plan.purchases[plan::PurchaseId(peg.supply_index)];
    if (purchase.item != world.needs[need].item || peg.demand_index != world.needs[need].demand_index) continue;
    left -= peg.quantity;
    last = std::max(last, purchase.receipt_at);
  }
  return left.is_zero() ? last : time::kNever;
}

// One purchase for the whole month is the policy; where it does not fit under the cap, what fits is bought.
TEST(Rationing, ACapSplitsWhatThePolicyWouldBuyAtOnce) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.plant.items[item].lot_policy = model::LotPolicy::period;
  world.plant.items[item].lot_days = 30;
  world.offer(item, world.vendor(), {.price = 100, .lead_days = 2});
  world.cap(model::AccountKind::material, 0, 30, 800);
  for (std::uint32_t rank = 0; rank < 6; ++rank) world.need(item, 3, 10 + Tick(rank), rank, world.order(1'000));
  const PurchasePlan plan = source(world.plant, world.needs);
  EXPECT_TRUE(plan.unsourced.empty());
  EXPECT_EQ(ordered_before(plan, 30), Quantity::units(6));
  EXPECT_LE(whole_at(world, plan, 0), 10 * kDay);
  EXPECT_LE(whole_at(world, plan, 1), 11 * kDay);
}

// All 28 cost 980.00, the cap leaves 709.00 for the first week. Of twenty now and eight later the eight would miss the
// lower price; sixteen and twelve both have it.
TEST(Rationing, BothPartsOfADividedPurchaseReachForThePriceBreak) {
  BuyingPlant world(140, 1);
  const model::ItemId item = world.item();
  world.plant.items[item].lot_policy = model::LotPolicy::period;
  world.plant.items[item].lot_days = 14;
  world.offer(item, world.vendor(), {.price = 5'000, .lead_days = 1, .multiple = 4, .breaks = {{10, 3'500}}});
  world.cap(model::AccountKind::material, 0, 8, 70'900);
  std::uint32_t rank = 0;
  for (const auto& [units, day, penalty] :
       {std::array{2, 6, 100}, {10, 6, 50}, {2, 5, 10}, {2, 7, 10}, {4, 5, 10}, {2, 6, 5}, {1, 5, 5}, {4, 6, 5}}) {
    world.need(item, units, day, rank++, world.order(penalty * 100));
  }
  const PurchasePlan plan = source(world.plant, world.needs);
  EXPECT_TRUE(plan.unsourced.empty());
  EXPECT_EQ(ordered_before(plan, 8), Quantity::units(16));
  for (const plan::Purchase& purchase : plan.purchases) {
    EXPECT_EQ(purchase.unit_price, UnitPrice::micros(35'000'000)) << purchase.quantity.raw();
  }
}

// The first order does not fit; the two behind it do. Part of it now would help nobody.
TEST(Rationing, AnOrderTooLargeForTheCapDoesNotHoldUpThoseBehindIt) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 100, .lead_days = 2});
  world.cap(model::AccountKind::material, 0, 30, 900);
  world.need(item, 10, 10, 0, world.order(1'000));
  world.need(item, 4, 11, 1, world.order(1'000));
  world.need(item, 5, 12, 2, world.order(1'000));
  const PurchasePlan plan = source(world.plant, world.needs);
  EXPECT_EQ(ordered_before(plan, 30), Quantity::units(9));
  EXPECT_EQ(whole_at(world, plan, 0), 32 * kDay);
  EXPECT_LE(whole_at(world, plan, 1), 11 * kDay);
  EXPECT_LE(whole_at(world, plan, 2), 12 * kDay);
}

// Each of three orders needs one of both items. The money is enough for both items of one order, or for the cheap item
// of all: an order whose one item is there and whose other is late is late. Counted item by item the cheap ones looked
// better.
TEST(Rationing, TheLatenessOfAnOrderCountsOnceForAllItNeeds) {
  BuyingPlant world;
  std::vector<model::ItemId> items;
  const model::VendorId vendor = world.vendor();
  for (const std::int64_t price : {100, 300}) {
    items.push_back(world.item());
    world.offer(items.back(), vendor, {.price = price, .lead_days = 2});
  }
  world.cap(model::AccountKind::material, 0, 30, 400);
  std::vector<model::OrderId> orders;
  for (int i = 0; i < 3; ++i) orders.push_back(world.order(1'000));
  for (const model::ItemId item : items) {
    for (std::uint32_t i = 0; i < 3; ++i) world.need(item, 1, 10, i, orders[i]);
  }
  const PurchasePlan plan = source(world.plant, world.needs);
  int on_time = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    if (whole_at(world, plan, i) <= 10 * kDay && whole_at(world, plan, i + 3) <= 10 * kDay) ++on_time;
  }
  EXPECT_EQ(on_time, 1);
}

// The second period's money would be used up by the orders that want it then; the more urgent one that does not fit
// into the first comes before them.
TEST(Rationing, WhoeverIsMoreUrgentHasTheMoneyOfALaterPeriodToo) {
  BuyingPlant world;
  const model::VendorId vendor = world.vendor();
  const model::ItemId pump = world.item();
  world.offer(pump, vendor, {.price = 400, .lead_days = 2});
  const model::ItemId valve = world.item();
  world.offer(valve, vendor, {.price = 200, .lead_days = 2});
  world.cap(model::AccountKind::material, 0, 30, 100);
  world.cap(model::AccountKind::material, 30, 60, 400);
  world.need(pump, 1, 10, 0, world.order(10'000));
  world.need(valve, 1, 40, 1, world.order(1'000));
  world.need(valve, 1, 41, 2, world.order(1'000));
  const PurchasePlan plan = source(world.plant, world.needs);
  EXPECT_EQ(whole_at(world, plan, 0), 32 * kDay);
  EXPECT_GE(whole_at(world, plan, 1), 62 * kDay);
  EXPECT_GE(whole_at(world, plan, 2), 62 * kDay);
}

// Waiting for the lower price is cheaper and leaves the second order out.
TEST(Rationing, NoMoneyIsWorthLeavingAnOrderOut) {
  BuyingPlant world;
  const model::VendorId vendor = world.vendor();
  const model::ItemId pump = world.item();
  world.offer(pump, vendor, {.price = 400, .lead_days = 2, .breaks = {{4, 200}}});
  world.cap(model::AccountKind::material, 0, 1'000, 1'200);
  world.need(pump, 1, 10, 0, world.order(1'000));
  world.need(pump, 2, 90, 1, world.order(1'000));
  EXPECT_TRUE(source(world.plant, world.needs).unsourced.empty());
}

// The first takes the money of three; left out itself, it makes room for all of them.
TEST(Rationing, AsFewAreLeftOutAsCanBe) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 100, .lead_days = 2});
  world.cap(model::AccountKind::material, 0, 1'000, 500);
  for (const auto& [rank, units] : {std::pair(0U, 4), {1U, 2}, {2U, 2}, {3U, 1}}) {
    world.need(item, units, 10 + Tick(rank), rank, world.order(1'000));
  }
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.unsourced.size(), 1U);
  EXPECT_EQ(plan.unsourced[0].need, 0U);
}

// No limit at all: more needs than are tried exactly, joined by the policy.
TEST(Rationing, WhatThePolicyJoinsIsBoughtWhereHoldingIsDear) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.plant.items[item].lot_policy = model::LotPolicy::period;
  world.plant.items[item].lot_days = 20;
  world.offer(item, world.vendor(), {.price = 100, .lead_days = 2});
  for (std::uint32_t rank = 0; rank < 60; ++rank) world.need(item, 3, 10 + Tick(rank), rank, world.order(1'000));
  const PurchasePlan plan = source(world.plant, world.needs);
  EXPECT_TRUE(plan.unsourced.empty());
  EXPECT_EQ(plan.purchases.size(), 3U);
}

}  // namespace
}  // namespace kilter::sourcing
