#include "plan/served/served_orders.hpp"

#include <gtest/gtest.h>

namespace kilter::plan {
namespace {

// A lot of ten wheels: six go into frames for order 0, three into frames of which orders 0 and 1 get one each, one is
// left over.
TEST(ServedOrders, FollowPegsThroughProductionOrders) {
  model::Plant plant;
  for (int i = 0; i < 2; ++i) plant.orders.push_back({});
  Plan plan;
  for (const std::int64_t good : {10, 6, 2}) {
    ProductionOrder order;
    order.good = Quantity::units(good);
    const PlacementId placement = plan.placements.next_id();
    plan.placements.push_back({.order = plan.production_orders.next_id()});
    order.placements = {placement, plan.placements.next_id()};
    plan.production_orders.push_back(order);
  }
  const auto peg = [&](std::uint32_t from, DemandKind kind, std::uint32_t to, std::int64_t units) {
    plan.pegs.push_back({.supply = SupplyKind::production,
                         .demand = kind,
                         .supply_index = from,
                         .demand_index = to,
                         .line = {},
                         .quantity = Quantity::units(units)});
  };
  peg(0, DemandKind::placement, 1, 6);
  peg(0, DemandKind::placement, 2, 3);
  peg(1, DemandKind::order, 0, 6);
  peg(2, DemandKind::order, 1, 1);
  peg(2, DemandKind::order, 0, 1);
  const ServedOrders served(plan, PegIndex(plant, plan));
  const auto wheels = served.of(ProductionOrderId(0));
  ASSERT_EQ(wheels.size(), 3U);
  EXPECT_EQ(wheels[0].order, model::OrderId(0));
  EXPECT_EQ(wheels[0].share, 7'500'000);
  EXPECT_EQ(wheels[1].order, model::OrderId(1));
  EXPECT_EQ(wheels[1].share, 1'500'000);
  EXPECT_FALSE(wheels[2].order.valid());
  EXPECT_EQ(wheels[2].share, 1'000'000);
}

}  // namespace
}  // namespace kilter::plan
