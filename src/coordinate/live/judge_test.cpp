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
  [[nodiscard]] const plan::Placement& first() const {
    return *std::min_element(firmed_.plan.placements.begin(), firmed_.plan.placements.end(),
                             [](const auto& a, const auto& b) { return a.start < b.start; });
  }
  // `now` and how late it began are from its published start.
  void start_first(time::Tick late, time::Tick now, std::int64_t counted) {
    const model::OpenProductionOrderId open = firmed_.plan.production_orders[first().order].open;
    now_.plant.origin = at(first().start + now);
    now_.stock.front().quantity = base::Quantity::units(10);
    now_.purchase_orders.clear();
    now_.progress.push_back({.production_order = now_.keep(firmed_.live.production_orders[open].id),
                             .operation = "10",
                             .status = model::WorkStatus::started,
                             .work_unit = "saw",
                             .start = at(first().start + late),
                             .done_quantity = base::Quantity::units(counted)});
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
  start_first(0, 5 * kHour, 1);
  const Judgement found = judged();
  ASSERT_EQ(found.hits.size(), 2U);
  EXPECT_EQ(found.hits[0].cause, HitCause::runs_longer);
  EXPECT_EQ(found.hits[0].nothing_done - found.hits[0].published, 4 * kHour);
  EXPECT_EQ(found.hits[1].cause, HitCause::behind_others);
}

// The first operation began so long after it was to, and nothing was counted; it is so late now.
struct Begun {
  time::Tick late = 0;
  time::Tick now = 0;
  std::int64_t counted = 0;
};

TEST_F(Judge, AFewMinutesAreNoNews) {
  const model::PlantDraft untouched = now_;
  const auto judged_at = [&](const Begun& begun) {
    now_ = untouched;
    start_first(begun.late, begun.now, begun.counted);
    return judged();
  };
  EXPECT_FALSE(judged_at({.late = 4 * 60, .now = kHour}).is_stale()) << "told late, or begun late";
  EXPECT_FALSE(judged_at({.late = 0, .now = 9 * kHour}).is_stale()) << "nothing was counted, nothing is known";
  EXPECT_TRUE(judged_at({.late = 0, .now = 9 * kHour, .counted = 2}).is_stale()) << "counts say what is left";
  const Judgement overdue = judged_at({.late = 0, .now = 11 * kHour});
  ASSERT_FALSE(overdue.reasons.empty()) << "it should have ended";
  EXPECT_EQ(overdue.reasons.front().cause, HitCause::runs_longer);
}

TEST_F(Judge, WhatIsOverdueIsNamedHoweverLittleItMoves) {
  now_.plant.origin = at(first().start + 60);
  const Judgement found = judged();
  ASSERT_EQ(found.reasons.size(), 1U);
  EXPECT_EQ(found.reasons.front().words, "Work has not begun: 1 operation");
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
