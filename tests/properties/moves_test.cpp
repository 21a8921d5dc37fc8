// Operations of published plans of random plants wished elsewhere: every answer keeps all rules, leaves the operation
// where it says, says to the cent what it costs, and calls nothing feasible that is not as wished.
#include "coordinate/live/moves/moves.hpp"

#include <gtest/gtest.h>

#include <string>

#include "base/random.hpp"
#include "check/verify.hpp"
#include "coordinate/live/firm.hpp"
#include "coordinate/make_plan.hpp"
#include "model/builder.hpp"
#include "model/draft_of.hpp"
#include "support/live/floor_time.hpp"
#include "support/random_plant.hpp"

namespace kilter::properties {
namespace {

using coordinate::MoveAnswer;
using coordinate::Wish;

struct Tally {
  std::size_t asked = 0;
  std::size_t feasible = 0;
  std::size_t elsewhere = 0;  // not as wished, but with another start
  std::size_t without = 0;
  std::size_t refused = 0;
};

const plan::Placement* placement_of(const plan::Plan& plan, const Wish& wish) {
  for (const plan::Placement& each : plan.placements) {
    if (each.operation == wish.operation && plan.production_orders[each.order].open == wish.order) return &each;
  }
  return nullptr;
}

Wish random_wish(base::Random& random, const model::Plant& now, const plan::Plan& published) {
  const plan::PlacementId id(random.below(static_cast<std::uint32_t>(published.placements.size())));
  const plan::Placement& old = published.placements[id];
  Wish wish{.order = {}, .operation = old.operation};
  const model::OpenProductionOrderId before = published.production_orders[old.order].open;
  wish.order = before;  // the caller translates it
  const auto& units = now.operations[old.operation].units;
  if (!units.empty() && random.chance(0.5))
    wish.unit = units[random.below(static_cast<std::uint32_t>(units.size()))].unit;
  if (random.chance(0.8)) wish.start = static_cast<time::Tick>(random.between(0, 10 * 86'400));
  return wish;
}

void expect_sound(const model::Plant& now, const Wish& wish, const MoveAnswer& answer, const std::string& name) {
  const coordinate::WishedPlace& place = answer.places.front();
  EXPECT_EQ(place.feasible, place.hindrances.empty()) << name;
  if (!answer.way) return;
  for (const check::Violation& violation : check::verify(now, answer.way->plan)) {
    ADD_FAILURE() << name << " " << violation.rule << ": " << violation.message;
  }
  const plan::Placement* stands = placement_of(answer.way->plan, wish);
  ASSERT_NE(stands, nullptr) << name;
  EXPECT_EQ(stands->start, place.start) << name;
  EXPECT_EQ(stands->unit, place.unit) << name;
  if (wish.start == time::kNever || !place.feasible) return;
  EXPECT_EQ(stands->start, wish.start) << name;
}

TEST(Moves, OfRandomPlantsKeepEveryRule) {
  Tally tally;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    model::PlantDraft draft = support::random_draft(seed, 1 + static_cast<int>(seed % 6));
    const model::Plant plant = model::build(draft).value();
    coordinate::OrderNumbers numbers = coordinate::OrderNumbers::after(plant);
    const plan::Plan plan = coordinate::make_plan(plant, {.seconds = 0}).plan;
    const auto firmed = coordinate::firm(model::draft_of(plant), plant, plan, {}, numbers).value();
    if (firmed.plan.placements.empty()) continue;
    base::Random random(seed);
    const model::Plant now =
        model::build(support::after(firmed.live, firmed.plan, model::Duration(random.between(0, 2 * 86'400)))).value();
    const coordinate::Published published{.plant = firmed.live, .plan = firmed.plan};
    const coordinate::Moves moves(now, published);
    const coordinate::Counterparts counterparts(firmed.live, now);
    for (int count = 0; count < 4; ++count) {
      Wish wish = random_wish(random, firmed.live, firmed.plan);
      wish.order = counterparts.open(wish.order);
      wish.operation = counterparts.operation(wish.operation);
      wish.unit = counterparts.unit(wish.unit);
      if (!wish.order.valid()) continue;
      const MoveAnswer answer = moves.ask({&wish, 1}, {.search = {.steps = 50}});
      expect_sound(now, wish, answer, "seed " + std::to_string(seed) + " wish " + std::to_string(count));
      ++tally.asked;
      tally.feasible += answer.feasible ? 1U : 0U;
      tally.elsewhere += !answer.feasible && answer.way ? 1U : 0U;
      tally.without += answer.places.front().start == time::kNever ? 1U : 0U;
      tally.refused += answer.places.front().start != time::kNever && !answer.way ? 1U : 0U;
    }
  }
  RecordProperty("asked", static_cast<int>(tally.asked));
  EXPECT_GT(tally.feasible, tally.asked / 10);
  EXPECT_GT(tally.elsewhere, tally.asked / 20);
  EXPECT_LE(tally.refused, tally.asked / 20) << tally.asked << " asked, " << tally.feasible << " feasible, "
                                             << tally.elsewhere << " elsewhere, " << tally.without << " without";
}

}  // namespace
}  // namespace kilter::properties
