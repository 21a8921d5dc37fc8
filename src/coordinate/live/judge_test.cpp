#include "coordinate/live/judge.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "coordinate/live/firm.hpp"
#include "coordinate/make_plan.hpp"
#include "coordinate/workshop.hpp"
#include "model/builder.hpp"

namespace kilter::coordinate {
namespace {

constexpr time::Tick kDay = 24 * kHour;

// Tables for SO-1 and SO-2, sawn one after the other, both just in time; boards are there.
class Judge : public ::testing::Test {
 protected:
  Judge() {
    workshop_.draft.plant.default_penalty_per_day = base::Money::minor(24'000);
    workshop_.stock("board", 12);
    workshop_.order("SO-1", 10, 2 * kDay);
    workshop_.order("SO-2", 10, 2 * kDay + 10 * kHour);
    workshop_.draft.purchase_orders.push_back({.id = "PO-1",
                                               .vendor = "mill",
                                               .item = "board",
                                               .quantity = base::Quantity::units(8),
                                               .current = Workshop::monday() + time::Duration(kDay)});
    const model::Plant plant = workshop_.build();
    OrderNumbers numbers(0);
    firmed_ = firm(workshop_.draft, plant, make_plan(plant, {.seconds = 0}).plan, {}, numbers).value();
    now_ = live_draft(firmed_.draft);
  }

  [[nodiscard]] Judgement judged() const {
    return judge(model::build(now_).value(), {.plant = firmed_.live, .plan = firmed_.plan});
  }
  static time::Instant at(time::Tick tick) { return Workshop::monday() + time::Duration(tick); }

  Workshop workshop_;
  Firmed firmed_;
  model::PlantDraft now_;
};

TEST_F(Judge, APlanThatGoesAsPublishedIsNotStale) {
  const Judgement found = judged();
  EXPECT_FALSE(found.is_stale());
  EXPECT_EQ(found.late, base::Money());
}

TEST_F(Judge, AClosedUnitIsNamedOnceAndWhatStandsBehindIsNotBlamed) {
  now_.closures.push_back({.work_unit = "saw", .from = at(kDay), .until = at(2 * kDay)});
  const Judgement found = judged();
  ASSERT_EQ(found.hits.size(), 2U);
  EXPECT_EQ(found.hits[0].cause, HitCause::unit_closed);
  EXPECT_EQ(found.hits[1].cause, HitCause::behind_others);
  ASSERT_EQ(found.reasons.size(), 1U);
  EXPECT_EQ(found.reasons.front().words, "saw is closed: 1 operation");
  ASSERT_EQ(found.promises.size(), 2U);
  EXPECT_EQ(found.promises[0].delivered, 2 * kDay + 10 * kHour);
  EXPECT_EQ(found.late, base::Money::minor(20'000));  // ten hours each at 10 an hour
}

TEST_F(Judge, ALatePurchaseIsNamedWithWhatItBrings) {
  now_.purchase_orders.front().current = at(6 * kDay);
  now_.offers.front().lead_time = time::Duration(5 * kDay);
  const Judgement found = judged();
  ASSERT_FALSE(found.reasons.empty());
  EXPECT_EQ(found.reasons.front().cause, HitCause::material);
  EXPECT_GT(found.late, base::Money());
}

TEST_F(Judge, WhatShouldHaveBegunIsNamed) {
  now_.plant.origin = at(2 * kDay);
  const Judgement found = judged();
  ASSERT_FALSE(found.reasons.empty());
  EXPECT_EQ(found.reasons.front().words, "Work has not begun: 1 operation");
}

TEST_F(Judge, WorkThatTakesLongerIsNamed) {
  const plan::Placement& first = *std::min_element(firmed_.plan.placements.begin(), firmed_.plan.placements.end(),
                                                   [](const auto& a, const auto& b) { return a.start < b.start; });
  const time::Tick half = first.start + 5 * kHour;
  now_.plant.origin = at(half);
  now_.stock.front().quantity = base::Quantity::units(2);
  if (half >= kDay) {  // received by now
    now_.purchase_orders.clear();
    now_.stock.front().quantity += base::Quantity::units(8);
  }
  const model::OpenProductionOrderId open = firmed_.plan.production_orders[first.order].open;
  now_.progress.push_back({.production_order = now_.keep(firmed_.live.production_orders[open].id),
                           .operation = "10",
                           .status = model::WorkStatus::started,
                           .work_unit = "saw",
                           .start = at(first.start),
                           .done_quantity = base::Quantity::units(1)});
  const Judgement found = judged();
  ASSERT_EQ(found.hits.size(), 2U);
  EXPECT_EQ(found.hits[0].cause, HitCause::runs_longer);
  EXPECT_EQ(found.hits[0].nothing_done - found.hits[0].published, 4 * kHour);
  EXPECT_EQ(found.hits[1].cause, HitCause::behind_others);
}

TEST_F(Judge, ANewOrderIsToBeDecidedOn) {
  workshop_.order("SO-3", 1, 5 * kDay);
  now_.orders = workshop_.draft.orders;
  const Judgement found = judged();
  EXPECT_TRUE(found.hits.empty());
  EXPECT_EQ(found.added, 1U);
  EXPECT_TRUE(found.is_stale());
}

}  // namespace
}  // namespace kilter::coordinate
