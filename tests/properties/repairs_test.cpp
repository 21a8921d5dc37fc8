// Repairs of published plans of random plants: time goes by, things happen, and every plan offered keeps all rules,
// leaves what is frozen where it can stay, and says to the cent what it costs.
#include "coordinate/live/repairs.hpp"

#include <gtest/gtest.h>

#include <string>

#include "base/random.hpp"
#include "check/verify.hpp"
#include "coordinate/live/carry/situation.hpp"
#include "coordinate/live/firm.hpp"
#include "coordinate/make_plan.hpp"
#include "model/builder.hpp"
#include "model/draft_of.hpp"
#include "support/live/floor_time.hpp"
#include "support/live/random_facts.hpp"
#include "support/random_plant.hpp"

namespace kilter::properties {
namespace {

using coordinate::RepairPlan;

struct Case {
  coordinate::Firmed published;
  model::Plant now;
  std::string what;
};

Case overtaken(std::uint64_t seed, model::Duration frozen) {
  model::PlantDraft draft = support::random_draft(seed, 1 + static_cast<int>(seed % 6));
  draft.plant.frozen = frozen;
  const model::Plant plant = model::build(draft).value();
  coordinate::OrderNumbers numbers = coordinate::OrderNumbers::after(plant);
  const plan::Plan plan = coordinate::make_plan(plant, {.seconds = 0}).plan;
  Case made{.published = coordinate::firm(model::draft_of(plant), plant, plan, {}, numbers).value()};
  base::Random random(seed);
  const model::Duration elapsed(random.chance(0.2) ? 0 : random.between(0, 4 * 86'400));
  model::PlantDraft now = support::after(made.published.live, made.published.plan, elapsed);
  for (std::int64_t left = random.between(1, 2); left > 0; --left) {
    const auto fact = static_cast<support::Fact>(random.below(support::kFactNames.size()));
    support::add_fact(random, fact, made.published.live, made.published.plan, now);
    made.what +=
        std::string(made.what.empty() ? "" : ", ") + std::string(support::kFactNames[static_cast<std::size_t>(fact)]);
  }
  made.now = model::build(now).value();
  return made;
}

coordinate::Repairs repaired(const Case& made, std::uint64_t seed) {
  return coordinate::repairs(made.now, {.plant = made.published.live, .plan = made.published.plan},
                             {.steps = 100, .seed = seed});
}

// Best in something, or worth its price at least: it costs no more than all lateness does when nothing is done.
bool makes_sense(const RepairPlan& way, const plan::Objective& nothing_done) {
  const base::Money at_stake = nothing_done.parts[static_cast<std::size_t>(plan::CostKind::penalty)];
  return way.least_change || way.least_lateness || way.least_cost || !(at_stake < coordinate::total(way.money));
}

void expect_sound(const Case& made, const RepairPlan& way, const base::Money& nothing_done, const std::string& name) {
  for (const check::Violation& violation : check::verify(way.plant ? *way.plant : made.now, way.plan)) {
    ADD_FAILURE() << name << " " << violation.rule << ": " << violation.message;
  }
  EXPECT_EQ(coordinate::total(way.money), way.plan.objective.total() - nothing_done) << name;
  base::Money lines;
  for (const plan::CostLine& line : way.plan.costs) lines += line.amount;
  EXPECT_EQ(coordinate::total(way.money), lines - nothing_done) << name;
}

TEST(Repairs, OfRandomPlantsKeepEveryRule) {
  std::size_t ways = 0;
  std::size_t without = 0;
  constexpr std::uint64_t kCases = 50;
  for (std::uint64_t seed = 0; seed < kCases; ++seed) {
    const Case made = overtaken(seed, model::Duration(0));
    const coordinate::Repairs found = repaired(made, seed);
    const std::string name = "seed " + std::to_string(seed) + " (" + made.what + ")";
    for (const RepairPlan& way : found.ways) {
      expect_sound(made, way, found.nothing_done.total(), name + " " + way.name);
      EXPECT_TRUE(makes_sense(way, found.nothing_done)) << name << " " << way.name;
    }
    ways += found.ways.size();
    without += found.ways.empty() ? 1U : 0U;
  }
  EXPECT_GT(ways, 2 * kCases);
  EXPECT_LE(without, 1U);  // facts that planning from scratch cannot bring under all rules either
}

// By production order and operation of the published plan.
TEST(Repairs, LeaveWhatIsFrozenWhereItCanStay) {
  std::size_t pinned = 0;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const Case made = overtaken(seed, model::Duration(86'400));
    const coordinate::Published published{.plant = made.published.live, .plan = made.published.plan};
    const coordinate::Situation today = coordinate::situation(made.now, published);
    const coordinate::Repairs found = repaired(made, seed);
    for (std::size_t op = 0; op < today.damage.problem.operation_count; ++op) {
      if (today.damage.problem.fixed[op] != schedule::Fixed::pinned) continue;
      ++pinned;
      for (const RepairPlan& way : found.ways) {
        if (way.way == coordinate::RepairWay::overtime) continue;  // makes a problem of its own
        const plan::Placement& placement = way.plan.placements[today.today.model.placement_of[op]];
        EXPECT_EQ(placement.start, today.damage.published.start[op]) << "seed " << seed << " " << way.name;
      }
    }
  }
  EXPECT_GT(pinned, 20U);
}

TEST(Repairs, NothingIsTouchedWhenEverythingGoesToPlan) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const model::Plant plant = support::random_plant(seed, 2);
    coordinate::OrderNumbers numbers = coordinate::OrderNumbers::after(plant);
    const plan::Plan plan = coordinate::make_plan(plant, {.seconds = 0}).plan;
    const auto published = coordinate::firm(model::draft_of(plant), plant, plan, {}, numbers).value();
    const auto found =
        coordinate::repairs(published.live, {.plant = published.live, .plan = published.plan}, {.steps = 100});
    ASSERT_FALSE(found.ways.empty()) << "seed " << seed;
    EXPECT_EQ(found.ways.front().changes, coordinate::Differences()) << "seed " << seed;
  }
}

}  // namespace
}  // namespace kilter::properties
