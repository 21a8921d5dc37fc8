#include "coordinate/live/quote.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "coordinate/live/firm.hpp"
#include "coordinate/make_plan.hpp"
#include "coordinate/workshop.hpp"
#include "model/builder.hpp"

namespace kilter::coordinate {
namespace {

constexpr time::Tick kDay = 24 * kHour;

// One saw, an hour a table; 20 tables for SO-1 just in time for its due date, 30 boards in stock.
class QuoteTest : public ::testing::Test {
 protected:
  QuoteTest() {
    workshop_.stock("board", 30);
    workshop_.order("SO-1", 20, 2 * kDay);
    const model::Plant plant = workshop_.build();
    OrderNumbers numbers(0);
    firmed_ = firm(workshop_.draft, plant, make_plan(plant, {.seconds = 0}).plan, {}, numbers).value();
    now_ = model::build(live_draft(firmed_.draft)).value();
  }

  [[nodiscard]] Published published() const { return {.plant = firmed_.live, .plan = firmed_.plan}; }
  [[nodiscard]] Inquiry tables(int units, time::Tick requested) const {
    return {.item = now_.items.raw().front().id == "table" ? model::ItemId(0) : model::ItemId(1),
            .site = model::SiteId(0),
            .quantity = base::Quantity::units(units),
            .requested = now_.frame.instant(requested)};
  }
  [[nodiscard]] time::Tick start() const { return firmed_.plan.placements[plan::PlacementId(0)].start; }

  Workshop workshop_;
  Firmed firmed_;
  model::Plant now_;
};

TEST_F(QuoteTest, FitsIntoTheGapBeforePublishedWork) {
  ASSERT_GE(start(), 10 * kHour);
  const Quotes quotes(now_, published());
  EXPECT_EQ(quotes.date(tables(10, kDay)).delivered, 10 * kHour);
  EXPECT_TRUE(quotes.date(tables(10, kDay)).in_time());
}

TEST_F(QuoteTest, WhatDoesNotFitWaitsBehindPublishedWork) {
  const Quotes quotes(now_, published());
  const int units = static_cast<int>(start() / kHour) + 1;
  const QuotedDate date = quotes.date(tables(units, kDay));
  EXPECT_GE(date.delivered, start() + 20 * kHour + units * kHour);
  EXPECT_FALSE(date.in_time());
}

TEST_F(QuoteTest, MaterialThatIsPromisedIsBoughtForIt) {
  const Quotes quotes(now_, published());
  const Quote quote = quotes.quote(tables(11, kDay));  // ten boards are left: one comes tomorrow
  EXPECT_GE(quote.date.delivered, kDay + 11 * kHour);
  EXPECT_GT(quote.total(), base::Money());
  ASSERT_FALSE(quote.waits.links.empty());
  const auto bought = std::find_if(quote.waits.links.begin(), quote.waits.links.end(),
                                   [](const plan::LateLink& link) { return link.cause == plan::LateCause::purchase; });
  EXPECT_NE(bought, quote.waits.links.end());
}

TEST_F(QuoteTest, LeavesPublishedWorkAlone) {
  const Quotes quotes(now_, published());
  const Quote quote = quotes.quote(tables(25, kDay));
  for (const plan::Placement& placement : quote.plan.placements) {
    const plan::ProductionOrder& order = quote.plan.production_orders[placement.order];
    if (order.open.valid()) {
      EXPECT_EQ(placement.start, start());
    }
  }
  EXPECT_EQ(quote.plan.deliveries.front().delivered, firmed_.plan.deliveries.front().delivered);
}

TEST_F(QuoteTest, IsTheSameHoweverOftenItIsAsked) {
  const Quotes quotes(now_, published());
  const QuotedDate first = quotes.date(tables(5, kDay));
  EXPECT_GT(quotes.date(tables(25, kDay)).delivered, first.delivered);
  EXPECT_EQ(quotes.date(tables(5, kDay)).delivered, first.delivered);
}

TEST_F(QuoteTest, WhatCannotBeHadSaysWhy) {
  Workshop workshop;
  workshop.order("SO-1", 1, 20 * kDay);
  workshop.draft.offers.front().maximum = base::Quantity::units(1);
  workshop.draft.vendors.front().capacity_per_week = base::Quantity::units(1);
  const model::Plant plant = workshop.build();
  OrderNumbers numbers(0);
  const Firmed firmed = firm(workshop.draft, plant, make_plan(plant, {.seconds = 0}).plan, {}, numbers).value();
  const Quotes quotes(firmed.live, {.plant = firmed.live, .plan = firmed.plan});
  const QuotedDate date = quotes.date(tables(500, kDay));
  EXPECT_EQ(date.delivered, time::kNever);
  EXPECT_EQ(firmed.live.items[date.missing].id, "board");
  EXPECT_EQ(date.reason, plan::UnplannedReason::component_unplanned);
}

TEST_F(QuoteTest, PulledAheadItSaysWhoPays) {
  Inquiry inquiry = tables(10, start() / 2);
  inquiry.priority = 9;
  const model::Plant ordered = with_inquiry(now_, inquiry, "NEW");
  const Repairs found = pull_ahead(ordered, published(), {.steps = 100});
  ASSERT_FALSE(found.ways.empty());
  for (const RepairPlan& way : found.ways) {
    EXPECT_TRUE(std::any_of(way.plan.deliveries.begin(), way.plan.deliveries.end(), [&](const auto& delivery) {
      return ordered.orders[delivery.order].id == "NEW" && delivery.planned();
    }));
  }
}

}  // namespace
}  // namespace kilter::coordinate
