// Late orders of random plants: everything offered to mend them keeps all rules, in the plant that it is said to hold
// for, delivers when it says, and costs what it says.
#include "coordinate/live/fixes/late_fixes.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "base/random.hpp"
#include "check/verify.hpp"
#include "coordinate/live/firm.hpp"
#include "coordinate/live/moves/moves.hpp"
#include "coordinate/make_plan.hpp"
#include "model/builder.hpp"
#include "model/draft_of.hpp"
#include "support/live/floor_time.hpp"
#include "support/live/random_facts.hpp"
#include "support/random_plant.hpp"

namespace kilter::properties {
namespace {

using coordinate::LateFix;

void expect_sound(const model::Plant& now, const LateFix& fix, model::OrderId order, const plan::Plan& nothing_done,
                  const std::string& name) {
  const model::Plant& plant = fix.way.plant ? *fix.way.plant : now;
  for (const check::Violation& violation : check::verify(plant, fix.way.plan)) {
    ADD_FAILURE() << name << " " << fix.way.words << " " << violation.rule << ": " << violation.message;
  }
  base::Money lines;
  for (const plan::CostLine& line : fix.way.plan.costs) lines += line.amount;
  EXPECT_EQ(coordinate::total(fix.way.money), lines - nothing_done.objective.total()) << name;
  for (const plan::Delivery& delivery : fix.way.plan.deliveries) {
    if (delivery.order != order) continue;
    EXPECT_EQ(delivery.delivered, fix.delivered) << name;
    EXPECT_EQ(delivery.late() == 0, fix.in_time) << name;
  }
  for (const coordinate::TouchedPromise& payer : fix.payers) EXPECT_NE(payer.order, order) << name;
}

TEST(LateFixes, OfRandomPlantsKeepEveryRule) {
  std::size_t orders = 0;
  std::size_t found = 0;
  std::set<coordinate::FixKind> kinds;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const model::Plant plant = model::build(support::random_draft(seed, 1 + static_cast<int>(seed % 6))).value();
    coordinate::OrderNumbers numbers = coordinate::OrderNumbers::after(plant);
    const plan::Plan plan = coordinate::make_plan(plant, {.seconds = 0}).plan;
    const auto firmed = coordinate::firm(model::draft_of(plant), plant, plan, {}, numbers).value();
    base::Random random(seed);
    model::PlantDraft draft = support::after(firmed.live, firmed.plan, model::Duration(random.between(0, 86'400)));
    const auto fact = static_cast<support::Fact>(random.below(support::kFactNames.size()));
    support::add_fact(random, fact, firmed.live, firmed.plan, draft);
    const model::Plant now = model::build(draft).value();
    const coordinate::Published published{.plant = firmed.live, .plan = firmed.plan};
    const coordinate::Moves moves(now, published);
    for (const plan::Delivery& delivery : moves.nothing_done().deliveries) {
      if (delivery.late() == 0 || orders > 3 * seed) continue;
      ++orders;
      const auto fixes = coordinate::late_fixes(now, published, delivery.order, {});
      ASSERT_TRUE(fixes);
      const std::string name = "seed " + std::to_string(seed) + " " + now.orders[delivery.order].id;
      for (const auto* list : {&fixes->singles, &fixes->pairs}) {
        for (const LateFix& fix : *list) {
          expect_sound(now, fix, delivery.order, moves.nothing_done(), name);
          for (const coordinate::Fix& each : fix.fixes) kinds.insert(each.kind);
          ++found;
        }
      }
    }
  }
  EXPECT_GT(orders, 20U);
  EXPECT_GT(found, 2 * orders);
  EXPECT_GE(kinds.size(), 5U);
}

}  // namespace
}  // namespace kilter::properties
