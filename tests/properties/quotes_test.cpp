// Quotes on published plans of random plants that facts have overtaken: published work stays where it gets anyway, and
// the plan with the quoted order keeps all rules.
#include "coordinate/live/quote.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>

#include "base/random.hpp"
#include "check/verify.hpp"
#include "coordinate/finish.hpp"
#include "coordinate/live/firm.hpp"
#include "coordinate/live/judge.hpp"
#include "coordinate/make_plan.hpp"
#include "model/builder.hpp"
#include "model/draft_of.hpp"
#include "support/live/floor_time.hpp"
#include "support/random_plant.hpp"

namespace kilter::properties {
namespace {

// An order like one that is there, for some day.
coordinate::Inquiry inquiry(base::Random& random, const model::Plant& plant) {
  const model::CustomerOrder& like =
      plant.orders[model::OrderId(random.below(static_cast<std::uint32_t>(plant.orders.size())))];
  return {.item = like.item,
          .site = like.site,
          .quantity = base::Quantity::units(random.between(1, 20)),
          .requested = plant.policy.origin + model::Duration(random.between(0, 30) * 86'400)};
}

// Starts of open orders' operations, by order and operation.
using Starts = std::map<std::pair<std::string, std::string>, time::Tick>;

Starts starts(const model::Plant& plant, const plan::Plan& plan) {
  Starts found;
  for (const plan::Placement& placement : plan.placements) {
    const model::OpenProductionOrderId open = plan.production_orders[placement.order].open;
    if (open.valid())
      found[{plant.production_orders[open].id, plant.operations[placement.operation].id}] = placement.start;
  }
  return found;
}

TEST(Quotes, LeavePublishedWorkAndKeepTheRules) {
  int quoted = 0;
  int sound = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const model::Plant plant = support::random_plant(seed, 1 + static_cast<int>(seed % 6));
    coordinate::OrderNumbers numbers = coordinate::OrderNumbers::after(plant);
    const plan::Plan plan = coordinate::make_plan(plant, {.seconds = 0}).plan;
    const auto firmed = coordinate::firm(model::draft_of(plant), plant, plan, {}, numbers).value();
    base::Random random(seed);
    const model::Plant now =
        model::build(support::after(firmed.live, firmed.plan, model::Duration(random.between(0, 3 * 86'400)))).value();
    const coordinate::Published published{.plant = firmed.live, .plan = firmed.plan};
    const coordinate::Judgement judged = coordinate::judge(now, published);
    const coordinate::Quotes quotes(now, published);
    coordinate::Quote quote = quotes.quote(inquiry(random, now));
    EXPECT_EQ(quote.date.delivered == time::kNever, quote.plan.placements.empty());
    if (quote.date.delivered == time::kNever) continue;
    ++quoted;
    EXPECT_EQ(starts(quote.plant, quote.plan), starts(now, judged.nothing_done)) << "seed " << seed;
    coordinate::explain_plan(quote.plant, quote.plan);
    if (check::verify(quote.plant, quote.plan).empty()) ++sound;
  }
  EXPECT_GT(quoted, 40);
  // Not all: nothing done may spoil what does not keep, or leave published work without a place, quoted or not.
  EXPECT_GE(10 * sound, 9 * quoted);
}

}  // namespace
}  // namespace kilter::properties
