// Needs are the dates at which all that is served would be on time, whatever the plan made of them before.
#include "coordinate/explain/needs.hpp"

#include <gtest/gtest.h>

#include "coordinate/make_plan.hpp"
#include "coordinate/workshop.hpp"

namespace kilter::coordinate {
namespace {

constexpr time::Tick kDay = 24 * kHour;

// Two tables due on day 10, whose boards are bought: an hour's work each.
class Needs : public ::testing::Test {
 protected:
  void SetUp() override {
    workshop_.order("A", 2, 10 * kDay);
    plant_ = workshop_.build();
    plan_ = make_plan(plant_, {.seconds = 0}).plan;
    ASSERT_EQ(plan_.production_orders.size(), 1U);
    ASSERT_EQ(plan_.purchases.size(), 1U);
  }
  [[nodiscard]] time::Tick of_tables() const { return plan_.production_orders[plan::ProductionOrderId(0)].need; }
  [[nodiscard]] time::Tick of_boards() const { return plan_.purchases[plan::PurchaseId(0)].need; }

  Workshop workshop_;
  model::Plant plant_;
  plan::Plan plan_;
};

TEST_F(Needs, OfAnOrderThatWasTakenToBeLateAreByItsDueDateAgain) {
  plan_.production_orders[plan::ProductionOrderId(0)].need = 37 * kDay;
  plan_.purchases[plan::PurchaseId(0)].need = 37 * kDay - 2 * kHour;
  settle_needs(plant_, plan_);
  EXPECT_EQ(of_tables(), 10 * kDay);
  EXPECT_EQ(of_boards(), 10 * kDay - 2 * kHour);
}

TEST_F(Needs, OfWhatServesNobodyStay) {
  plan_.pegs = {};
  plan_.production_orders[plan::ProductionOrderId(0)].need = 12 * kDay;
  settle_needs(plant_, plan_);
  EXPECT_EQ(of_tables(), 12 * kDay);
}

// What safety stock asks for earlier than any customer stands.
TEST_F(Needs, AreNeverPutOff) {
  plan_.production_orders[plan::ProductionOrderId(0)].need = 4 * kDay;
  settle_needs(plant_, plan_);
  EXPECT_EQ(of_tables(), 4 * kDay);
  EXPECT_EQ(of_boards(), 4 * kDay - 2 * kHour);
}

}  // namespace
}  // namespace kilter::coordinate
