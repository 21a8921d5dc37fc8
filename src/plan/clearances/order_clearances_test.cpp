#include "plan/clearances/order_clearances.hpp"

#include <gtest/gtest.h>

namespace kilter::plan {
namespace {

model::Clearance of(const model::Plant& plant, std::uint32_t order, std::optional<Tick> expected) {
  model::Clearance clearance;
  clearance.order = model::OrderId(order);
  if (expected) clearance.expected = plant.frame.instant(*expected);
  return clearance;
}

model::Plant two_orders() {
  model::Plant plant;
  plant.orders.push_back({.id = "O1"});
  plant.orders.push_back({.id = "O2"});
  return plant;
}

TEST(OrderClearances, TheLastDateCounts) {
  model::Plant plant = two_orders();
  for (const Tick expected : {100, 300, 200}) plant.clearances.push_back(of(plant, 1, expected));
  const OrderClearances clearances(plant);
  EXPECT_TRUE(clearances.open(model::OrderId(1)));
  EXPECT_FALSE(clearances.blocked(model::OrderId(1)));
  EXPECT_EQ(clearances.expected(model::OrderId(1)), 300);
  EXPECT_EQ(clearances.last(model::OrderId(1)), 1U);
  EXPECT_FALSE(clearances.open(model::OrderId(0)));
  EXPECT_EQ(clearances.expected(model::OrderId(0)), kLongAgo);
}

TEST(OrderClearances, WithoutADateItIsBlocked) {
  model::Plant plant = two_orders();
  plant.clearances.push_back(of(plant, 0, std::nullopt));
  const OrderClearances clearances(plant);
  EXPECT_TRUE(clearances.open(model::OrderId(0)));
  EXPECT_TRUE(clearances.blocked(model::OrderId(0)));
  EXPECT_EQ(clearances.expected(model::OrderId(0)), kLongAgo);
}

TEST(OrderClearances, WhatIsGivenOrAboutSomethingElseHoldsNothing) {
  model::Plant plant = two_orders();
  plant.clearances.push_back(of(plant, 0, 100));
  plant.clearances.back().cleared = true;
  plant.clearances.push_back({.operation = model::OperationId(0)});
  const OrderClearances clearances(plant);
  EXPECT_FALSE(clearances.any());
  EXPECT_FALSE(clearances.open(model::OrderId(0)));
  EXPECT_EQ(clearances.expected(model::OrderId(0)), kLongAgo);
}

}  // namespace
}  // namespace kilter::plan
