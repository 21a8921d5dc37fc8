#include "plan/better.hpp"

#include <gtest/gtest.h>

namespace kilter::plan {
namespace {

// Orders of ten units; lateness of the second costs 30.00 a day, of the others 10.00; the last may be shipped in parts.
model::Plant three_orders() {
  model::Plant plant;
  for (const std::int64_t cents : {1'000, 3'000, 1'000}) {
    model::CustomerOrder order;
    order.quantity = Quantity::units(10);
    order.penalty_per_day = Money::minor(cents);
    order.partial = plant.orders.size() == 2;
    plant.orders.push_back(order);
  }
  return plant;
}

Plan of(std::uint32_t violations, std::int64_t cents, const std::vector<std::uint32_t>& left_out = {},
        std::int64_t units = 10) {
  Plan plan;
  plan.objective.violations = violations;
  plan.objective.parts.front() = Money::minor(cents);
  for (const std::uint32_t order : left_out) {
    plan.unplanned.push_back({.order = model::OrderId(order), .item = {}, .quantity = Quantity::units(units)});
  }
  return plan;
}

TEST(Better, HardPartsComeBeforeMoney) {
  const model::Plant plant = three_orders();
  EXPECT_TRUE(better(plant, of(0, 25'000), of(0, 7'000, {0}))) << "leaving out looks cheaper than delivering very late";
  EXPECT_FALSE(better(plant, of(0, 7'000, {0}), of(0, 25'000)));
  EXPECT_TRUE(better(plant, of(0, 9'000, {0, 1, 2}), of(1, 7'000)));
  EXPECT_TRUE(better(plant, of(0, 6'999, {0}), of(0, 7'000, {0})));
  EXPECT_FALSE(better(plant, of(0, 7'000, {0}), of(0, 7'000, {0})));
}

TEST(Better, WhatIsLeftOutCountsByItsUrgency) {
  const model::Plant plant = three_orders();
  EXPECT_TRUE(better(plant, of(0, 9'000, {0, 2}), of(0, 7'000, {1}))) << "two orders of 10.00 a day weigh 20.00";
  EXPECT_EQ(left_out_per_day(plant, of(0, 0, {1})), Money::minor(3'000));
  EXPECT_EQ(left_out_per_day(plant, of(0, 0, {0, 2}, 3)), Money::minor(1'300)) << "only the missing part of the last";
}

}  // namespace
}  // namespace kilter::plan
