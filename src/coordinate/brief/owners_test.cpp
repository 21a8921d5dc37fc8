#include "coordinate/brief/owners.hpp"

#include <gtest/gtest.h>

namespace kilter::coordinate {
namespace {

using plan::LampCause;
using plan::LampState;

constexpr time::Tick kDay = 86'400;

TEST(DecidingLamp, BlockedBeforeTheLatestDate) {
  plan::Readiness ready;
  EXPECT_FALSE(deciding_lamp(ready).has_value());
  ready.lamps[1] = {.state = LampState::on_date, .cause = LampCause::person, .at = kDay};
  EXPECT_EQ(deciding_lamp(ready), model::Lamp::people);
  ready.lamps[5] = {.state = LampState::on_date, .cause = LampCause::inspection, .at = 2 * kDay};
  EXPECT_EQ(deciding_lamp(ready), model::Lamp::quality);
  ready.lamps[4] = {.state = LampState::blocked, .cause = LampCause::clearance, .at = time::kNever};
  EXPECT_EQ(deciding_lamp(ready), model::Lamp::document);
}

TEST(OwnerOf, AClearanceIsItsOwnersOrThePlanners) {
  model::Plant plant;
  plant.clearances.push_back({.id = "CL-1", .owner = "Sales, R. Kern"});
  plant.clearances.push_back({.id = "CL-2"});
  EXPECT_EQ(owner_of(plant, {.state = LampState::blocked, .cause = LampCause::clearance}).named, "Sales, R. Kern");
  const Owner other = owner_of(plant, {.state = LampState::blocked, .cause = LampCause::clearance, .index = 1});
  EXPECT_EQ(other.role, Role::planner);
  EXPECT_TRUE(other.named.empty());
}

TEST(OwnerOf, NobodySeesToWhatIsReady) {
  EXPECT_EQ(owner_of({}, {.cause = LampCause::purchase}).role, Role::nobody);
  EXPECT_EQ(owner_of({}, {.state = LampState::on_date, .cause = LampCause::purchase}).role, Role::buyer);
}

}  // namespace
}  // namespace kilter::coordinate
