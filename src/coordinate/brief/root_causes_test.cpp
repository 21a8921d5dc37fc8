#include "coordinate/brief/root_causes.hpp"

#include <gtest/gtest.h>

#include <utility>

#include "coordinate/make_plan.hpp"
#include "support/random_plant.hpp"

namespace kilter::coordinate {
namespace {

TEST(RootCauses, SharesSumToLatenessAndPenalty) {
  std::size_t late = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const model::Plant plant = support::random_plant(seed, 3);
    const plan::Plan plan = make_plan(plant, {.seconds = 0}).plan;
    std::int64_t seconds = 0;
    base::Money money;
    for (const plan::LateChain& chain : plan.late_chains) {
      seconds += chain.lateness;
    }
    for (const plan::CostLine& line : plan.costs) {
      const bool whole = line.kind == plan::CostKind::penalty && plan.deliveries[line.index].planned();
      if (whole) money += line.amount;
    }
    for (const RootCause& cause : root_causes(plant, plan)) {
      seconds -= cause.seconds;
      money -= cause.money;
      EXPECT_GT(cause.link.counted, 0);
      EXPECT_FALSE(cause.orders.empty());
    }
    EXPECT_EQ(seconds, 0) << seed;
    EXPECT_EQ(money, base::Money::zero()) << seed;
    late += plan.late_chains.size();
  }
  EXPECT_GT(late, 20U);
}

// Two units of one centre, one of none.
TEST(RootOf, QueuesAtAllUnitsOfACentreAreOne) {
  model::Plant plant;
  const auto centre = plant.work_centres.push_back({.id = "weld"});
  const auto first = plant.work_units.push_back({.id = "weld-1", .work_centre = centre});
  const auto second = plant.work_units.push_back({.id = "weld-2", .work_centre = centre});
  const auto alone = plant.work_units.push_back({.id = "saw"});
  plan::Plan plan;
  std::vector<Root> roots;
  for (const auto unit : {first, second, alone}) {
    const auto placement = plan.placements.push_back({.unit = unit});
    roots.push_back(root_of(plant, plan, {.cause = plan::LateCause::queue, .placement = placement}));
  }
  EXPECT_EQ(roots[0], roots[1]);
  EXPECT_NE(roots[0], roots[2]);
  EXPECT_EQ(roots[2].kind, RootKind::work_unit);
}

// Of an order that is 100 seconds late.
plan::LateChain chain_of(std::vector<plan::LateLink> links) {
  return {.order = model::OrderId(0), .lateness = 100, .links = std::move(links)};
}

TEST(MainLink, IsOfTheRootWithMostOfTheLateness) {
  model::Plant plant;
  plant.orders.push_back({.id = "A"});
  const plan::Plan plan;
  EXPECT_EQ(main_link(plant, plan, chain_of({})), nullptr);
  const plan::LateChain fixed =
      chain_of({{.cause = plan::LateCause::outside, .counted = 40}, {.cause = plan::LateCause::closed, .counted = 60}});
  EXPECT_EQ(main_link(plant, plan, fixed), &fixed.links[1]);
}

TEST(MainLink, IsWhatCouldBeChanged) {
  model::Plant plant;
  plant.orders.push_back({.id = "A"});
  const plan::Plan plan;
  const plan::LateChain night =
      chain_of({{.cause = plan::LateCause::choice, .counted = 10}, {.cause = plan::LateCause::closed, .counted = 90}});
  EXPECT_EQ(main_link(plant, plan, night), &night.links[0]);
  const plan::LateChain moment =
      chain_of({{.cause = plan::LateCause::choice, .counted = 9}, {.cause = plan::LateCause::closed, .counted = 91}});
  EXPECT_EQ(main_link(plant, plan, moment), &moment.links[1]) << "less than a tenth";
}

TEST(MainLink, IsNotThePastWhereThereIsSomethingElseToChange) {
  model::Plant plant;
  plant.orders.push_back({.id = "A"});
  const plan::Plan plan;
  const plan::LateChain overdue = chain_of(
      {{.cause = plan::LateCause::choice, .counted = 2}, {.cause = plan::LateCause::late_start, .counted = 98}});
  EXPECT_EQ(main_link(plant, plan, overdue), &overdue.links[0]);
  const plan::LateChain work = chain_of(
      {{.cause = plan::LateCause::setup, .counted = 2}, {.cause = plan::LateCause::late_start, .counted = 98}});
  EXPECT_EQ(main_link(plant, plan, work), &work.links[1]);
}

}  // namespace
}  // namespace kilter::coordinate
