#include <gtest/gtest.h>

#include "sourcing/source.hpp"
#include "sourcing/testing/buying_plant.hpp"

namespace kilter::sourcing {
namespace {

using namespace testing;

// Three needs of one unit, bought one by one, and then all wanted on day 15.
plan::Plan bought_for_one_day(const OfferTerms& terms) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), terms);
  std::uint32_t rank = 0;
  for (const int day : {20, 60, 100}) world.need(item, 1, day, rank++, world.order(100));
  plan::Plan plan;
  PurchasePlan purchases = source(world.plant, world.needs);
  plan.purchases = purchases.purchases;
  plan.pegs = purchases.pegs;
  EXPECT_EQ(plan.purchases.size(), 3U);
  postpone(world.plant, std::vector<ReceiptWish>(3, {.by = 15 * kDay}), plan);
  merge_twins(world.plant, plan);
  return plan;
}

TEST(MergeTwins, WhatCameToBeBoughtAtOnceIsOnePurchaseAtItsPrice) {
  const plan::Plan plan = bought_for_one_day({.price = 100, .order_cost = 30, .breaks = {{3, 80}}});
  ASSERT_EQ(plan.purchases.size(), 1U);
  const plan::Purchase& purchase = plan.purchases[plan::PurchaseId(0)];
  EXPECT_EQ(purchase.quantity, Quantity::units(3));
  EXPECT_EQ(purchase.goods, Money::minor(240));
  EXPECT_EQ(purchase.freight, Money::minor(30));
  for (const plan::Peg& peg : plan.pegs) EXPECT_EQ(peg.supply_index, 0U);
}

TEST(MergeTwins, WhatNothingIsPeggedToIsNotBought) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 100});
  world.need(item, 1, 20, 0, world.order(100));
  plan::Plan plan;
  PurchasePlan purchases = source(world.plant, world.needs);
  plan.purchases = purchases.purchases;
  plan.pegs = purchases.pegs;
  plan.purchases.push_back(plan.purchases[plan::PurchaseId(0)]);
  plan.purchases[plan::PurchaseId(1)].receipt_at += kDay;
  merge_twins(world.plant, plan);
  EXPECT_EQ(plan.purchases.size(), 1U);
}

TEST(MergeTwins, TheMaximumOfAnOfferHolds) {
  const plan::Plan plan = bought_for_one_day({.price = 100, .maximum = 2});
  ASSERT_EQ(plan.purchases.size(), 2U);
  EXPECT_EQ(plan.purchases[plan::PurchaseId(0)].quantity, Quantity::units(2));
  EXPECT_EQ(plan.pegs[plan::PegId(2)].supply_index, 1U);
}

}  // namespace
}  // namespace kilter::sourcing
