// Plans of random plants: nothing that the checker forbids, late chains that sum to the second, the same plan from the
// same input. `bench/random_plants` does the first for ten thousand plants.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "check/verify.hpp"
#include "codec/plan/write.hpp"
#include "codec/plant/plant_text.hpp"
#include "codec/plant/write.hpp"
#include "coordinate/make_plan.hpp"
#include "plan/better.hpp"
#include "support/random_plant.hpp"

namespace kilter::properties {
namespace {

model::Plant plant_of(std::uint64_t seed) { return support::random_plant(seed, 1 + static_cast<int>(seed % 4)); }

coordinate::PlanOptions without_search() {
  coordinate::PlanOptions options;
  options.seconds = 0;
  return options;
}

coordinate::PlanOptions with_steps(std::uint64_t steps, std::uint64_t seed) {
  coordinate::PlanOptions options;
  options.seconds = 0;
  options.steps = steps;
  options.seed = seed;
  return options;
}

void expect_clean(std::uint64_t seed, const coordinate::Outcome& outcome) {
  for (const check::Violation& violation : outcome.violations) {
    ADD_FAILURE() << "seed " << seed << " " << violation.rule << ": " << violation.message;
  }
}

void expect_exact_chains(std::uint64_t seed, const plan::Plan& plan) {
  std::size_t late = 0;
  for (const plan::Delivery& delivery : plan.deliveries) late += delivery.late() > 0 ? 1U : 0U;
  EXPECT_EQ(plan.late_chains.size(), late) << "seed " << seed;
  for (const plan::LateChain& chain : plan.late_chains) {
    std::int64_t counted = 0;
    for (const plan::LateLink& link : chain.links) counted += link.counted;
    EXPECT_EQ(counted, chain.lateness) << "seed " << seed;
  }
}

TEST(Plans, OfRandomPlantsPassTheChecker) {
  for (std::uint64_t seed = 1'000; seed < 1'250; ++seed) {
    const coordinate::Outcome outcome = coordinate::make_plan(plant_of(seed), without_search());
    expect_clean(seed, outcome);
    expect_exact_chains(seed, outcome.plan);
  }
}

// Plants on which planner and checker once disagreed, as `random_plants` of bench/ numbers and sizes them.
TEST(Plans, OfPlantsOnceRefusedPassTheChecker) {
  for (const std::uint64_t seed : {1785U, 2749U, 2792U, 4985U, 9008U, 9639U}) {
    const model::Plant plant = support::random_plant(seed, 1 + static_cast<int>(seed % 6));
    expect_clean(seed, coordinate::make_plan(plant, without_search()));
  }
}

TEST(Plans, PassTheCheckerAfterSearch) {
  for (std::uint64_t seed = 2'000; seed < 2'060; ++seed) {
    const coordinate::Outcome outcome = coordinate::make_plan(plant_of(seed), with_steps(300, seed));
    expect_clean(seed, outcome);
    expect_exact_chains(seed, outcome.plan);
  }
}

using Files = std::vector<std::pair<std::string, std::string>>;

Files written(const model::Plant& plant, const plan::Plan& plan) {
  codec::MemoryFolder folder;
  codec::write_plan(codec::PlanView(plant, plan), {.version = "test"}, folder);
  return folder.files();
}

// Same input, same seed, one thread, a budget of steps: the same bytes out.
TEST(Plans, AreTheSameToTheByte) {
  for (std::uint64_t seed = 3'000; seed < 3'030; ++seed) {
    const model::Plant plant = plant_of(seed);
    const plan::Plan once = coordinate::make_plan(plant, with_steps(200, 5)).plan;
    const plan::Plan again = coordinate::make_plan(plant, with_steps(200, 5)).plan;
    ASSERT_EQ(written(plant, once), written(plant, again)) << "seed " << seed;
    ASSERT_EQ(once, again) << "seed " << seed;
  }
}

// A plant that was exported and read again gets the same plan.
TEST(Plans, AreTheSameForThePlantWrittenAndReadBack) {
  for (std::uint64_t seed = 4'000; seed < 4'040; ++seed) {
    const model::Plant plant = plant_of(seed);
    const std::string text = codec::plant::join_text(codec::plant::write(plant));
    const auto again = codec::plant::read_text(text);
    ASSERT_TRUE(again.ok()) << "seed " << seed << ": " << again.error().front().message;
    ASSERT_EQ(coordinate::make_plan(plant, without_search()).plan,
              coordinate::make_plan(again.value(), without_search()).plan)
        << "seed " << seed;
  }
}

// Search plans no fewer orders than construction, and never makes as many dearer: not by a cent.
TEST(Plans, AreNoWorseAfterSearch) {
  for (std::uint64_t seed = 5'000; seed < 5'040; ++seed) {
    const model::Plant plant = plant_of(seed);
    const plan::Plan before = coordinate::make_plan(plant, without_search()).plan;
    const plan::Plan after = coordinate::make_plan(plant, with_steps(300, 1)).plan;
    EXPECT_FALSE(plan::better(plant, before, after))
        << "seed " << seed << ": " << before.objective.unplanned << " unplanned, " << before.objective.total().raw()
        << " cents became " << after.objective.unplanned << ", " << after.objective.total().raw();
  }
}

}  // namespace
}  // namespace kilter::properties
