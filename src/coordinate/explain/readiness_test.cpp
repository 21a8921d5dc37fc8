#include <gtest/gtest.h>

#include "coordinate/make_plan.hpp"
#include "material/worked_plant.hpp"

namespace kilter::coordinate {
namespace {

using material::WorkedPlant;

// The material lamp of the one operation, which waits for B although a lot of it is held.
plan::LampReading lamp_of(WorkedPlant& worked) {
  worked.make("A", 1);
  worked.bom("A", "B", 1);
  worked.stock("B", 10).held = true;
  worked.order("A", 10, 20);
  const Outcome outcome = make_plan(worked.build(), {.seconds = 0});
  EXPECT_TRUE(outcome.violations.empty()) << outcome.violations.front().message;
  return outcome.plan.readiness.front().lamps[static_cast<std::size_t>(model::Lamp::material)];
}

TEST(Readiness, APurchaseToBeSentIsNotHiddenByAHeldLot) {
  WorkedPlant worked;
  worked.buy("B", 3);
  EXPECT_EQ(lamp_of(worked).cause, plan::LampCause::purchase);
}

TEST(Readiness, AHeldLotIsNamedWhereTheRestIsUnderWay) {
  WorkedPlant worked;
  worked.buy("B", 3);
  worked.purchase("B", 10, 5);
  EXPECT_EQ(lamp_of(worked).cause, plan::LampCause::held_lot);
}

}  // namespace
}  // namespace kilter::coordinate
