#include "sourcing/source.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "sourcing/testing/buying_plant.hpp"

namespace kilter::sourcing {
namespace {

using namespace testing;
using plan::PurchaseReason;
using plan::UnplannedReason;

const plan::Purchase& purchase(const PurchasePlan& plan, std::size_t index) {
  return plan.purchases[plan::PurchaseId(index)];
}

TEST(Source, BuysForTheNeedFromTheCheapestVendor) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 120, .lead_days = 1});
  world.offer(item, world.vendor(), {.price = 100, .lead_days = 5});
  world.need(item, 10, 20, 0, world.order(500));
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.purchases.size(), 1U);
  EXPECT_EQ(purchase(plan, 0).offer, model::OfferId(1));
  EXPECT_EQ(purchase(plan, 0).receipt_at, 20 * kDay);
  EXPECT_EQ(purchase(plan, 0).order_at, 15 * kDay);
  EXPECT_EQ(purchase(plan, 0).earliest, 5 * kDay);
  EXPECT_EQ(purchase(plan, 0).need, 20 * kDay);
  EXPECT_EQ(purchase(plan, 0).goods, Money::minor(1'000));
  EXPECT_EQ(purchase(plan, 0).reason, PurchaseReason::cheapest);
  ASSERT_EQ(plan.pegs.size(), 1U);
  EXPECT_EQ(plan.pegs[plan::PegId(0)].quantity, Quantity::units(10));
}

TEST(Source, ALimitedVendorServesThoseWhoSaveMost) {
  BuyingPlant world;
  const model::VendorId limited = world.vendor(10);
  const model::VendorId other = world.vendor();
  const model::OrderId order = world.order(10'000);
  const model::ItemId urgent = world.item();
  world.offer(urgent, limited, {.price = 1'000});
  world.offer(urgent, other, {.price = 1'100});
  const model::ItemId dear = world.item();
  world.offer(dear, limited, {.price = 1'000});
  world.offer(dear, other, {.price = 3'000});
  world.need(urgent, 10, 4, 0, order);
  world.need(dear, 10, 4, 1, order);
  const PurchasePlan plan = source(world.plant, world.needs);
  base::Money goods;
  for (const plan::Purchase& bought : plan.purchases) goods += bought.goods;
  EXPECT_EQ(goods, Money::minor(10 * 1'100 + 10 * 1'000)) << "not 10 x 1,000 and 10 x 3,000";
}

// Two to four items, one vendor with a limit and one without: against every way to share out the limit.
TEST(Source, SharesOutALimitAsWellAsTryingEverything) {
  base::Random random(8);
  for (int round = 0; round < 60; ++round) {
    BuyingPlant world(20, 0);
    const std::int64_t limit = random.between(1, 12);
    const model::VendorId limited = world.vendor(limit);
    const model::VendorId other = world.vendor();
    const model::OrderId order = world.order(1'000'000);
    std::vector<std::int64_t> saving;  // of each item's units, one by one
    std::int64_t dearest = 0;
    const auto items = static_cast<std::uint32_t>(random.between(2, 4));
    for (std::uint32_t rank = 0; rank < items; ++rank) {
      const model::ItemId item = world.item();
      const std::int64_t cheap = random.between(50, 150);
      const std::int64_t dear = random.between(50, 300);
      world.offer(item, limited, {.price = cheap});
      world.offer(item, other, {.price = dear});
      const std::int64_t units = random.between(1, 8);
      world.need(item, units, 4, rank, order);
      dearest += dear * units;
      for (std::int64_t unit = 0; unit < units; ++unit) saving.push_back(std::max<std::int64_t>(0, dear - cheap));
    }
    // best[k]: the most that k units of the limited vendor save.
    std::vector<std::int64_t> best(static_cast<std::size_t>(limit) + 1, 0);
    for (const std::int64_t one : saving) {
      for (std::size_t k = best.size() - 1; k > 0; --k) best[k] = std::max(best[k], best[k - 1] + one);
    }
    base::Money goods;
    const PurchasePlan plan = source(world.plant, world.needs);
    for (const plan::Purchase& bought : plan.purchases) goods += bought.goods;
    EXPECT_EQ(goods, Money::minor(dearest - best.back())) << "round " << round;
  }
}

TEST(Source, PaysMoreToBeInTimeWhenLatenessCostsMore) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 120, .lead_days = 1});
  world.offer(item, world.vendor(), {.price = 100, .lead_days = 5});
  world.need(item, 10, 3, 0, world.order(101));  // 200 dearer, two days late at 101
  EXPECT_EQ(purchase(source(world.plant, world.needs), 0).reason, PurchaseReason::in_time);
  world.plant.orders[model::OrderId(0)].penalty_per_day = Money::minor(99);
  EXPECT_EQ(purchase(source(world.plant, world.needs), 0).receipt_at, 5 * kDay);
}

TEST(Source, SaysThatTheCheaperVendorIsFull) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 120, .lead_days = 1});
  world.offer(item, world.vendor(10), {.price = 100, .lead_days = 1});
  world.need(item, 10, 3, 0, world.order(1'000));
  world.need(item, 10, 3, 1, world.order(1'000));
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.purchases.size(), 2U);
  for (const plan::Purchase& bought : plan.purchases) {
    EXPECT_EQ(bought.reason == PurchaseReason::capacity, bought.offer == model::OfferId(0));
  }
}

TEST(Source, JoinsNeedsWhileHoldingCostsLessThanAnOrder) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 100, .order_cost = 1'000});
  const model::OrderId order = world.order(10'000);
  world.need(item, 5, 10, 0, order);
  world.need(item, 5, 19, 1, order);  // nine days x 5 x 20 = 900: joined
  world.need(item, 5, 30, 2, order);  // eleven more: not
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.purchases.size(), 2U);
  EXPECT_EQ(purchase(plan, 0).quantity, Quantity::units(10));
  EXPECT_EQ(purchase(plan, 1).receipt_at, 30 * kDay);
}

TEST(Source, TakesThePriceBreakWhenItPays) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 1'000, .breaks = {{10, 700}}});
  world.need(item, 8, 10, 0, world.order(10'000));
  const PurchasePlan dear = source(world.plant, world.needs);
  // Eight cost 8,000. Ten cost 7,000, and holding two to the horizon 2 x 130 x 20 = 5,200.
  EXPECT_EQ(purchase(dear, 0).quantity, Quantity::units(8));
  world.need(item, 2, 20, 1, world.order(10'000));
  const PurchasePlan joined = source(world.plant, world.needs);
  ASSERT_EQ(joined.purchases.size(), 1U);
  EXPECT_EQ(purchase(joined, 0).goods, Money::minor(7'000));
  EXPECT_EQ(purchase(joined, 0).reason, PurchaseReason::only_offer);
}

TEST(Source, SaysWhenItBuysMoreForThePrice) {
  BuyingPlant world(20, 1);
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 1'000, .breaks = {{10, 700}}});
  world.need(item, 8, 10, 0, world.order(10'000));
  const PurchasePlan plan = source(world.plant, world.needs);
  EXPECT_EQ(purchase(plan, 0).quantity, Quantity::units(10));
  EXPECT_EQ(purchase(plan, 0).reason, PurchaseReason::price_break);
}

TEST(Source, SurplusOfAMultipleCoversTheNextNeed) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 100, .multiple = 6});
  world.need(item, 4, 10, 0, world.order(10'000));
  world.need(item, 7, 12, 1, world.order(10'000));
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.purchases.size(), 2U);
  EXPECT_EQ(purchase(plan, 0).quantity + purchase(plan, 1).quantity, Quantity::units(12));
}

TEST(Source, NothingIsBoughtAheadOnlyBecauseHoldingIsFree) {
  BuyingPlant world(140, 0);
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 100, .multiple = 5});
  for (Tick day = 10; day < 60; day += 10) world.need(item, 5, day, static_cast<std::uint32_t>(day), world.order(100));
  EXPECT_EQ(source(world.plant, world.needs).purchases.size(), 5U);
}

TEST(Source, ALotIsNotMadeLargerAtTheCostOfABetterRank) {
  BuyingPlant world;
  const model::VendorId vendor = world.vendor(10);
  for (std::uint32_t i = 0; i < 2; ++i) {
    const model::ItemId item = world.item();
    world.offer(item, vendor, {.price = 100, .lead_days = 7});
    world.need(item, 5, 8, i, world.order(100));
    world.need(item, 5, 8, 10 + i, world.order(100));
  }
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.purchases.size(), 4U);
  EXPECT_EQ(purchase(plan, 0).receipt_at, 8 * kDay);   // ranks 0 and 1 share the first week,
  EXPECT_EQ(purchase(plan, 1).receipt_at, 14 * kDay);  // 10 and 11 the next
  EXPECT_EQ(purchase(plan, 2).receipt_at, 8 * kDay);
  EXPECT_EQ(purchase(plan, 3).receipt_at, 14 * kDay);
}

TEST(Source, TurnsOfOneItemThatArriveTogetherAreOnePurchase) {
  BuyingPlant world;
  const model::VendorId vendor = world.vendor(10);
  for (std::uint32_t i = 0; i < 2; ++i) {
    const model::ItemId item = world.item();
    world.offer(item, vendor, {.price = 100, .lead_days = 7});
    world.need(item, 3, 8, i, world.order(100));
    world.need(item, 3, 8, 10 + i, world.order(100));
  }
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.purchases.size(), 3U);
  EXPECT_EQ(purchase(plan, 0).quantity, Quantity::units(6));  // ranks 0 and 10
  EXPECT_EQ(purchase(plan, 1).quantity + purchase(plan, 2).quantity, Quantity::units(6));
}

TEST(Source, LargeNeedsAreSplitByTheMaximum) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 100, .order_cost = 50, .maximum = 40});
  world.need(item, 100, 10, 0, world.order(10'000));
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.purchases.size(), 3U);
  EXPECT_EQ(purchase(plan, 2).quantity, Quantity::units(20));
  EXPECT_EQ(purchase(plan, 2).freight, Money::minor(50));
}

TEST(Source, OrdersMoreWhenPartOfItIsBad) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.plant.items[item].yield = Ratio::micros(900'000);
  world.offer(item, world.vendor(), {.price = 100, .multiple = 1});
  world.need(item, 90, 10, 0, world.order(10'000));
  const PurchasePlan plan = source(world.plant, world.needs);
  EXPECT_EQ(purchase(plan, 0).quantity, Quantity::units(100));
  EXPECT_EQ(purchase(plan, 0).good, Quantity::units(90));
}

TEST(Source, WhatIsLateAnyhowIsServedByRank) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(10), {.price = 100, .lead_days = 7});
  world.need(item, 10, 5, 0, world.order(100));
  world.need(item, 10, 1, 1, world.order(100));
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.purchases.size(), 2U);
  EXPECT_EQ(purchase(plan, 0).receipt_at, 7 * kDay);
  EXPECT_EQ(purchase(plan, 1).receipt_at, 14 * kDay);
  EXPECT_EQ(plan.pegs[plan::PegId(0)].demand_index, 0U);
  EXPECT_EQ(plan.pegs[plan::PegId(0)].supply_index, 0U);
  EXPECT_EQ(purchase(plan, 0).earliest, purchase(plan, 0).receipt_at);  // tied by the vendor's week
}

TEST(Source, AWeekThatIsTooSmallIsFilledFromTheWeeksBefore) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(40), {.price = 100});
  world.need(item, 100, 38, 0, world.order(1'000'000));  // Thursday of week 5
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.purchases.size(), 3U);
  EXPECT_EQ(purchase(plan, 0).quantity, Quantity::units(20));
  EXPECT_EQ(purchase(plan, 0).receipt_at, 27 * kDay);
  EXPECT_EQ(purchase(plan, 2).receipt_at, 38 * kDay);
}

TEST(Source, AHardCapMovesAPurchaseToTheNextPeriod) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 100, .lead_days = 2});
  world.cap(model::AccountKind::material, 0, 30, 500);
  world.need(item, 5, 10, 0, world.order(100));
  world.need(item, 5, 12, 1, world.order(100));
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.purchases.size(), 2U);
  EXPECT_EQ(purchase(plan, 0).order_at, 8 * kDay);
  EXPECT_EQ(purchase(plan, 1).order_at, 30 * kDay);
  EXPECT_EQ(purchase(plan, 1).reason, PurchaseReason::budget);
}

TEST(Source, ACapWithoutEndLeavesTheRestUnsourced) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 100, .lead_days = 2});
  world.cap(model::AccountKind::material, 0, 1'000, 700);
  world.need(item, 5, 10, 0, world.order(100));
  world.need(item, 5, 12, 1, world.order(100));
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.unsourced.size(), 1U);
  EXPECT_EQ(plan.unsourced[0].need, 1U);
  EXPECT_EQ(plan.unsourced[0].quantity, Quantity::units(5)) << "part of an order that ships whole is of no use";
  EXPECT_EQ(plan.unsourced[0].reason, UnplannedReason::budget_cap);
}

TEST(Source, OfAnOrderThatShipsInPartsACapLeavesWhatThereIsMoneyFor) {
  BuyingPlant world;
  const model::ItemId pump = world.item();
  world.offer(pump, world.vendor(), {.price = 100, .lead_days = 2});
  const model::ItemId hose = world.item();
  world.offer(hose, world.vendor(), {.price = 50, .lead_days = 2});
  world.cap(model::AccountKind::material, 0, 1'000, 700);
  const model::OrderId parts = world.order(100);
  world.plant.orders[parts].partial = true;
  world.plant.orders[parts].quantity = Quantity::units(10);
  world.need(pump, 10, 10, 0, parts);
  world.need(hose, 10, 10, 0, parts);
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.unsourced.size(), 2U) << "as many of both as make whole ones";
  EXPECT_EQ(plan.unsourced[0].quantity, Quantity::units(6));
  EXPECT_EQ(plan.unsourced[1].quantity, Quantity::units(6));
}

TEST(Source, ItemsThatCompeteForAVendorTakeTurnsByRank) {
  BuyingPlant world;
  const model::VendorId vendor = world.vendor(10);
  const model::ItemId first = world.item();
  world.offer(first, vendor, {.price = 100, .lead_days = 7});
  const model::ItemId second = world.item();
  world.offer(second, vendor, {.price = 100, .lead_days = 7});
  world.need(first, 10, 1, 0, world.order(100));
  world.need(first, 10, 1, 2, world.order(100));
  world.need(second, 10, 1, 1, world.order(100));
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.purchases.size(), 3U);
  EXPECT_EQ(purchase(plan, 0).receipt_at, 7 * kDay);
  EXPECT_EQ(purchase(plan, 1).receipt_at, 21 * kDay);
  EXPECT_EQ(purchase(plan, 2).receipt_at, 14 * kDay);
}

TEST(Source, NamesWhyNothingCanBeBought) {
  BuyingPlant world;
  const model::ItemId none = world.item();
  world.need(none, 1, 1, 0);
  const model::ItemId far = world.item();
  world.offer(far, world.vendor(), {.lead_days = 1'000});
  world.need(far, 1, 1, 0);
  const model::ItemId past = world.item();
  const model::OfferId offer = world.offer(past, world.vendor(), {});
  world.plant.offers[offer].until = world.plant.frame.instant(0);
  world.need(past, 1, 1, 0);
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.unsourced.size(), 3U);
  EXPECT_EQ(plan.unsourced[0].reason, UnplannedReason::no_offer);
  EXPECT_EQ(plan.unsourced[1].reason, UnplannedReason::beyond_horizon);
  EXPECT_EQ(plan.unsourced[2].reason, UnplannedReason::no_offer);
}

TEST(Source, AnOfferIsUsedWhileItHolds) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 5'000, .lead_days = 2});
  const model::OfferId cheap = world.offer(item, world.vendor(), {.price = 100, .lead_days = 2});
  world.plant.offers[cheap].until = world.plant.frame.instant(10 * kDay);
  world.need(item, 1, 30, 0, world.order(100'000));
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.purchases.size(), 1U);
  EXPECT_EQ(purchase(plan, 0).offer, cheap);  // ordered on the last day, held for 18 days
  EXPECT_EQ(purchase(plan, 0).order_at, 10 * kDay - 60);
}

TEST(Source, ShortLivedGoodsAreNotBoughtAhead) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.plant.items[item].shelf_life = time::Duration(3 * kDay);
  world.offer(item, world.vendor(), {.price = 100, .order_cost = 100'000});
  world.need(item, 5, 10, 0, world.order(10'000));
  world.need(item, 5, 11, 1, world.order(10'000));
  world.need(item, 5, 14, 2, world.order(10'000));
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.purchases.size(), 2U);
  EXPECT_EQ(purchase(plan, 0).quantity, Quantity::units(10));
  EXPECT_EQ(purchase(plan, 1).receipt_at, 14 * kDay);
}

// The vendor can deliver 10 a week, 8 of which another purchase takes.
TEST(Source, PurchasesThatStandAlreadyUseUpTheLimits) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(10), {.price = 100});
  world.need(item, 8, 9, 0, world.order(10));
  const PurchasePlan standing = source(world.plant, world.needs);
  const PurchasePlan plan = source(world.plant, world.needs, standing.purchases.raw());
  ASSERT_EQ(standing.purchases.size(), 1U);
  ASSERT_EQ(plan.purchases.size(), 1U);
  EXPECT_NE(purchase(plan, 0).receipt_at / (7 * kDay), purchase(standing, 0).receipt_at / (7 * kDay));
}

TEST(Source, DeliveriesComeOnOpenDaysOfTheVendor) {
  BuyingPlant world;
  std::vector<time::Interval> open;
  for (Tick monday = 0; monday < world.plant.span_end; monday += 7 * kDay) {
    for (Tick day = 0; day < 5; ++day) {
      open.push_back({monday + day * kDay + 8 * 3600, monday + day * kDay + 16 * 3600});
    }
  }
  model::Calendar calendar;
  calendar.regular = time::WorkingCalendar(open);
  const model::VendorId vendor = world.vendor();
  world.plant.vendors[vendor].calendar = world.plant.calendars.push_back(calendar);
  const model::ItemId item = world.item();
  world.offer(item, vendor, {.price = 100, .lead_days = 5});
  world.need(item, 1, 13, 0, world.order(10'000));  // a Sunday
  world.need(item, 1, 2, 1, world.order(10'000));   // Wednesday; the fifth day is a Saturday
  const PurchasePlan plan = source(world.plant, world.needs);
  ASSERT_EQ(plan.purchases.size(), 2U);
  EXPECT_EQ(purchase(plan, 0).receipt_at, 7 * kDay + 8 * 3600);
  EXPECT_EQ(purchase(plan, 1).receipt_at, 11 * kDay + 8 * 3600);  // Friday morning
}

}  // namespace
}  // namespace kilter::sourcing
