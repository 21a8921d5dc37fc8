// Which messages are due is worked out by the checker: none may be missing, none invented.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "check/rules.hpp"
#include "check/testing/small_plan.hpp"

namespace kilter::check {
namespace {

using base::Quantity;
using plan::ActionKind;

// Two boards of the first order come from a purchase under way instead of stock, `arrival` from the origin; the orders
// are due `due` from it.
class ActionsTest : public ::testing::Test {
 protected:
  void boards_under_way(time::Tick arrival, time::Tick due, std::int64_t quantity = 2) {
    small_.draft.purchase_orders.push_back({.id = "PO-1",
                                            .vendor = "mill",
                                            .item = "board",
                                            .quantity = Quantity::units(quantity),
                                            .current = SmallPlan::at(arrival)});
    for (model::OrderRow& order : small_.draft.orders) order.requested = SmallPlan::at(due);
    small_.rebuild();
    for (plan::ProductionOrder& order : small_.plan.production_orders) order.need = due;
    plan::Peg& boards = small_.plan.pegs[plan::PegId(0)];
    boards.supply = plan::SupplyKind::open_purchase;
  }
  void tell(ActionKind kind, time::Tick from, time::Tick to, std::int64_t quantity) {
    small_.plan.actions.push_back({.kind = kind,
                                   .supply = plan::SupplyKind::open_purchase,
                                   .index = 0,
                                   .from = from,
                                   .to = to,
                                   .quantity = Quantity::units(quantity)});
  }
  [[nodiscard]] std::vector<std::string> found() const {
    Report report;
    check_actions(Facts(small_.plant, small_.plan), report);
    std::vector<std::string> messages;
    for (const Violation& violation : std::move(report).take()) messages.push_back(violation.message);
    return messages;
  }

  SmallPlan small_;
};

TEST_F(ActionsTest, NothingIsToldInsideTheTolerances) {
  boards_under_way(5 * kDay, 5 * kDay);
  EXPECT_TRUE(found().empty()) << found().front();
  tell(ActionKind::expedite, 5 * kDay, 5 * kDay - 2 * kHour, 2);
  EXPECT_EQ(found().size(), 1U) << "invented";
}

TEST_F(ActionsTest, ExpediteIsDueWhenMoreThanADayLate) {
  boards_under_way(8 * kDay, 5 * kDay);
  EXPECT_EQ(found().size(), 1U) << "suppressed";
  tell(ActionKind::expedite, 8 * kDay, 5 * kDay - 2 * kHour, 2);
  EXPECT_TRUE(found().empty()) << found().front();
}

TEST_F(ActionsTest, DeferIsDueWhenMoreThanAWeekEarly) {
  boards_under_way(2 * kDay, 12 * kDay);
  small_.plan.placements[plan::PlacementId(0)].start = 12 * kDay - 2 * kHour;
  EXPECT_EQ(found().size(), 1U) << "suppressed";
  tell(ActionKind::defer, 2 * kDay, 12 * kDay - 2 * kHour, 2);
  EXPECT_TRUE(found().empty()) << found().front();
}

TEST_F(ActionsTest, NothingIsDeferredBeyondItsUse) {
  boards_under_way(2 * kDay, 12 * kDay);
  plan::Placement& first = small_.plan.placements[plan::PlacementId(0)];
  first.start = 10 * kDay;
  tell(ActionKind::defer, 2 * kDay, 12 * kDay - 2 * kHour, 2);
  EXPECT_EQ(found().size(), 1U) << "the plan saws them before";
  small_.plan.actions.back().to = 10 * kDay;
  EXPECT_TRUE(found().empty()) << found().front();
  first.start = 3 * kDay;
  EXPECT_EQ(found().size(), 1U) << "invented";
}

TEST_F(ActionsTest, WhatIsOverdueIsChased) {
  boards_under_way(-3 * kDay, 12 * kDay);
  small_.plan.placements[plan::PlacementId(0)].start = 10 * kDay;
  EXPECT_EQ(found().size(), 1U) << "suppressed";
  tell(ActionKind::defer, -3 * kDay, 10 * kDay, 2);
  EXPECT_EQ(found().size(), 2U) << "deferred";
  small_.plan.actions.back().kind = ActionKind::expedite;
  EXPECT_TRUE(found().empty()) << found().front();
}

TEST_F(ActionsTest, CancelIsDueWhenNothingUsesIt) {
  boards_under_way(5 * kDay, 5 * kDay);
  small_.plan.pegs[plan::PegId(0)].supply = plan::SupplyKind::stock;
  EXPECT_EQ(found().size(), 1U) << "suppressed";
  tell(ActionKind::cancel, 5 * kDay, 5 * kDay, 2);
  EXPECT_TRUE(found().empty()) << found().front();
}

TEST_F(ActionsTest, DecreaseIsToTheLeastThatTheVendorSells) {
  boards_under_way(5 * kDay, 5 * kDay, 10);
  EXPECT_EQ(found().size(), 1U) << "suppressed";
  tell(ActionKind::decrease, 5 * kDay, 5 * kDay, 4);
  EXPECT_EQ(found().size(), 1U) << "four boards are more than enough";
  small_.plan.actions.back().quantity = Quantity::units(2);
  EXPECT_TRUE(found().empty()) << found().front();
}

TEST_F(ActionsTest, WhatIsOrderedTodayIsTold) {
  small_.plan.purchases[plan::PurchaseId(0)].order_at = kHour;
  EXPECT_EQ(found().size(), 1U);
}

}  // namespace
}  // namespace kilter::check
