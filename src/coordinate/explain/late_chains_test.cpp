#include <gtest/gtest.h>

#include <algorithm>

#include "check/verify.hpp"
#include "coordinate/explain/explain.hpp"
#include "coordinate/make_plan.hpp"
#include "material/worked_plant.hpp"

namespace kilter::coordinate {
namespace {

using plan::LateCause;

constexpr time::Tick kHour = 3'600;

// Two orders for the booth, an hour each and both overdue, begun `idle` seconds after they could.
plan::Plan begun_late(const model::Plant& plant, time::Tick idle) {
  plan::Plan plan = make_plan(plant, {.seconds = 0}).plan;
  for (plan::Placement& placement : plan.placements) {
    placement.start += idle;
    placement.end += idle;
  }
  for (plan::ProductionOrder& order : plan.production_orders) {
    order.start += idle;
    order.end += idle;
  }
  for (plan::Delivery& delivery : plan.deliveries) delivery.delivered += idle;
  plan.late_chains = late_chains(plant, plan);
  return plan;
}

model::Plant booth() {
  material::WorkedPlant worked;
  worked.draft.work_centres.push_back({.id = "paint"});
  worked.draft.work_units.push_back({.id = "booth", .work_centre = "paint"});
  worked.make("frame", 0);
  worked.draft.operations.push_back(
      {.item = "frame", .operation = "10", .work_centre = "paint", .fixed_time = std::chrono::hours(1)});
  worked.order("frame", 1, 0);
  worked.order("frame", 1, 0);
  return worked.build();
}

// The wait of the order that is delivered last.
plan::LateLink& wait_of_last(plan::Plan& plan) {
  auto& chains = plan.late_chains;
  auto& links = std::max_element(chains.begin(), chains.end(), [](const auto& a, const auto& b) {
                  return a.lateness < b.lateness;
                })->links;
  return links.at(1);
}

bool believed(const model::Plant& plant, const plan::Plan& plan) {
  const auto violations = check::verify(plant, plan);
  return std::none_of(violations.begin(), violations.end(),
                      [](const auto& violation) { return violation.rule == "late-chain-cause"; });
}

TEST(LateChains, BehindOtherWorkIsAQueue) {
  const model::Plant plant = booth();
  plan::Plan plan = begun_late(plant, 0);
  EXPECT_EQ(wait_of_last(plan).cause, LateCause::queue);
  EXPECT_EQ(wait_of_last(plan).until, kHour);
  EXPECT_TRUE(believed(plant, plan));
}

TEST(LateChains, AUnitThatStoodIdleIsNoQueue) {
  const model::Plant plant = booth();
  plan::Plan plan = begun_late(plant, 2 * kHour);
  plan::LateLink& wait = wait_of_last(plan);
  EXPECT_EQ(wait.cause, LateCause::choice);
  EXPECT_EQ(wait.from, 0);
  EXPECT_EQ(wait.until, 3 * kHour);
  EXPECT_TRUE(believed(plant, plan));
  const plan::PlacementId first(wait.placement.index() == 0 ? 1 : 0);
  wait.cause = LateCause::queue;
  wait.blocker = first.index();
  EXPECT_FALSE(believed(plant, plan));
}

// Ann alone cuts and paints: first the leg at the saw for two hours, then two frames in the booth for an hour each.
model::Plant one_painter() {
  material::WorkedPlant worked;
  worked.draft.skills.push_back({.id = "all"});
  worked.draft.people.push_back({.id = "Ann"});
  worked.draft.person_skills.push_back({.person = "Ann", .skill = "all"});
  for (const char* unit : {"saw", "booth"}) {
    worked.draft.work_centres.push_back({.id = unit});
    worked.draft.work_units.push_back({.id = unit, .work_centre = unit});
  }
  worked.make("leg", 0);
  worked.make("frame", 0);
  worked.draft.operations.push_back(
      {.item = "leg", .operation = "10", .work_centre = "saw", .fixed_time = std::chrono::hours(2), .skill = "all"});
  worked.draft.operations.push_back({.item = "frame",
                                     .operation = "10",
                                     .work_centre = "booth",
                                     .fixed_time = std::chrono::hours(1),
                                     .skill = "all"});
  worked.order("leg", 1, 0);
  worked.order("frame", 1, 0);
  worked.order("frame", 1, 0);
  for (std::size_t i = 0; i < 3; ++i) {
    worked.draft.orders[i].priority = i == 0 ? 3 : 1;
    worked.draft.orders[i].penalty_per_day = base::Money::minor(i == 0 ? 1'000'000 : 1'000);
  }
  return worked.build();
}

TEST(LateChains, AnIdleUnitIsNotBlamedForAPersonWhoWorksElsewhere) {
  const model::Plant plant = one_painter();
  plan::Plan plan = make_plan(plant, {.seconds = 0}).plan;
  plan::LateLink& queue = wait_of_last(plan);
  ASSERT_EQ(queue.cause, LateCause::queue);
  EXPECT_EQ(queue.from, 2 * kHour);
  EXPECT_EQ(queue.until, 3 * kHour);
  const auto& links = std::find_if(plan.late_chains.begin(), plan.late_chains.end(), [](const auto& chain) {
                        return chain.lateness == 4 * kHour;
                      })->links;
  ASSERT_EQ(links.size(), 3U);
  EXPECT_EQ(links[2].cause, LateCause::person);
  EXPECT_EQ(links[2].blocker, 0U) << "Ann";
  EXPECT_EQ(links[2].from, 0);
  EXPECT_EQ(links[2].until, 2 * kHour);
  EXPECT_TRUE(believed(plant, plan));
  plan::Plan blaming = plan;  // the booth, which stood idle
  auto& told = std::find_if(blaming.late_chains.begin(), blaming.late_chains.end(), [](const auto& chain) {
                 return chain.lateness == 4 * kHour;
               })->links;
  told[2].cause = LateCause::queue;
  told[2].blocker = told[1].blocker;
  EXPECT_FALSE(believed(plant, blaming));
}

}  // namespace
}  // namespace kilter::coordinate
