#include <gtest/gtest.h>

#include "sourcing/source.hpp"
#include "sourcing/testing/buying_plant.hpp"

namespace kilter::sourcing {
namespace {

using namespace testing;

TEST(Postpone, MovesReceiptsWithinWhatIsPossible) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 100, .lead_days = 5});
  world.need(item, 1, 10, 0, world.order(100));
  world.need(item, 1, 30, 1, world.order(100));
  world.need(item, 1, 50, 2, world.order(100));
  plan::Plan plan;
  plan.purchases = source(world.plant, world.needs).purchases;
  postpone(world.plant, {{.by = 15 * kDay}, {.by = 2 * kDay}, {}}, plan);
  EXPECT_EQ(plan.purchases[plan::PurchaseId(0)].receipt_at, 15 * kDay);
  EXPECT_EQ(plan.purchases[plan::PurchaseId(0)].order_at, 10 * kDay);
  EXPECT_EQ(plan.purchases[plan::PurchaseId(1)].receipt_at, 5 * kDay);
  EXPECT_EQ(plan.purchases[plan::PurchaseId(2)].receipt_at, 50 * kDay);
}

TEST(Postpone, WaitsForTheFirstReceiptThatKeepsLongEnough) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(), {.price = 100, .lead_days = 5});
  world.need(item, 1, 10, 0, world.order(100));
  world.need(item, 1, 30, 1, world.order(100));
  plan::Plan plan;
  plan.purchases = source(world.plant, world.needs).purchases;
  postpone(world.plant,
           {{.by = 15 * kDay, .fresh_from = 16 * kDay, .latest = 17 * kDay},
            {.by = 20 * kDay, .fresh_from = 25 * kDay, .latest = 24 * kDay}},
           plan);
  EXPECT_EQ(plan.purchases[plan::PurchaseId(0)].receipt_at, 16 * kDay);
  EXPECT_EQ(plan.purchases[plan::PurchaseId(0)].order_at, 11 * kDay);
  EXPECT_EQ(plan.purchases[plan::PurchaseId(1)].receipt_at, 20 * kDay) << "nothing helps: by its date then";
}

TEST(Postpone, LeavesPurchasesAloneThatALimitTies) {
  BuyingPlant world;
  const model::ItemId item = world.item();
  world.offer(item, world.vendor(10), {.price = 100});
  world.need(item, 10, 10, 0, world.order(100));
  world.need(item, 10, 20, 1, world.order(100));
  plan::Plan plan;
  plan.purchases = source(world.plant, world.needs).purchases;
  postpone(world.plant, {{.by = 20 * kDay}, {.by = 20 * kDay}}, plan);
  EXPECT_EQ(plan.purchases[plan::PurchaseId(0)].receipt_at, 10 * kDay);
}

}  // namespace
}  // namespace kilter::sourcing
