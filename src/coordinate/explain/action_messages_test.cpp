#include "coordinate/explain/action_messages.hpp"

#include <gtest/gtest.h>

#include "coordinate/make_plan.hpp"
#include "material/worked_plant.hpp"

namespace kilter::coordinate {
namespace {

using base::Quantity;
using material::kDay;
using material::WorkedPlant;
using model::SupplyStatus;
using plan::ActionKind;
using plan::ActionMessage;

// What is said of open orders.
std::vector<ActionMessage> messages(const WorkedPlant& worked) {
  Outcome outcome = make_plan(worked.build(), {.seconds = 0});
  EXPECT_TRUE(outcome.violations.empty()) << outcome.violations.front().message;
  std::erase_if(outcome.plan.actions,
                [](const ActionMessage& message) { return message.kind == ActionKind::order_now; });
  return outcome.plan.actions;
}

ActionMessage about_purchase(ActionKind kind, int from, int to, int quantity) {
  return {.kind = kind,
          .supply = plan::SupplyKind::open_purchase,
          .index = 0,
          .from = from * kDay,
          .to = to * kDay,
          .quantity = Quantity::units(quantity)};
}

// A is bought in 12 days; 100 are under way for day 10.
WorkedPlant under_way() {
  WorkedPlant worked;
  worked.buy("A", 12);
  worked.purchase("A", 100, 10);
  return worked;
}

TEST(ActionMessages, SupplyThatIsWantedEarlierIsExpedited) {
  WorkedPlant worked = under_way();
  worked.order("A", 100, 6);
  EXPECT_EQ(messages(worked), (std::vector{about_purchase(ActionKind::expedite, 10, 6, 100)}));
}

TEST(ActionMessages, NobodyIsBotheredInsideTheTolerances) {
  for (const int due : {10, 17}) {
    WorkedPlant worked = under_way();
    worked.order("A", 96, due);
    EXPECT_TRUE(messages(worked).empty()) << due;
  }
}

TEST(ActionMessages, SupplyThatIsWantedMuchLaterIsDeferred) {
  WorkedPlant worked = under_way();
  worked.order("A", 100, 18);
  EXPECT_EQ(messages(worked), (std::vector{about_purchase(ActionKind::defer, 10, 18, 100)}));
}

// C is due on day 30; the plan may make it sooner.
TEST(ActionMessages, NothingIsDeferredBeyondTheDayOnWhichThePlanUsesIt) {
  WorkedPlant worked = under_way();
  worked.make("C", 1);
  worked.bom("C", "A", 1);
  worked.draft.work_centres.push_back({.id = "bench"});
  worked.draft.work_units.push_back({.id = "bench-1", .work_centre = "bench"});
  worked.draft.operations.push_back({.item = "C", .operation = "10", .work_centre = "bench"});
  worked.draft.operations.back().run_per_unit = std::chrono::hours(1);
  worked.order("C", 20, 30);
  model::Plant plant = worked.build();
  plan::Plan plan = make_plan(plant, {.seconds = 0}).plan;
  ASSERT_EQ(plan.placements.size(), 1U);
  const auto deferred_to = [&] {
    for (const ActionMessage& message : action_messages(plant, plan)) {
      if (message.kind == ActionKind::defer) return message.to;
    }
    return time::kNever;
  };
  plan::Placement& placement = plan.placements[plan::PlacementId(0)];
  placement.start = 20 * kDay;
  EXPECT_EQ(deferred_to(), 20 * kDay);
  placement.start = 11 * kDay;
  EXPECT_EQ(deferred_to(), time::kNever);
}

// Wanted in three weeks, but it should have been there two days ago: the plan counts on it being there.
TEST(ActionMessages, AnOverduePurchaseIsChasedAndNeverDeferred) {
  WorkedPlant worked;
  worked.buy("A", 12);
  worked.purchase("A", 100, -2);
  worked.order("A", 100, 21);
  EXPECT_EQ(messages(worked), (std::vector{about_purchase(ActionKind::expedite, -2, 21, 100)}));
}

TEST(ActionMessages, SupplyThatNobodyWantsIsCancelled) {
  EXPECT_EQ(messages(under_way()), (std::vector{about_purchase(ActionKind::cancel, 10, 10, 100)}));
}

TEST(ActionMessages, SupplyThatIsTooMuchIsDecreased) {
  WorkedPlant worked = under_way();
  worked.order("A", 80, 10);
  EXPECT_EQ(messages(worked), (std::vector{about_purchase(ActionKind::decrease, 10, 10, 80)}));
}

TEST(ActionMessages, ADecreaseIsToAQuantityThatTheVendorSells) {
  WorkedPlant worked = under_way();
  worked.draft.offers[0].multiple = Quantity::units(30);
  worked.draft.offers[0].minimum = Quantity::units(50);
  worked.order("A", 52, 10);
  EXPECT_EQ(messages(worked), (std::vector{about_purchase(ActionKind::decrease, 10, 10, 60)}));
  worked.draft.orders[0].quantity = Quantity::units(20);
  EXPECT_EQ(messages(worked), (std::vector{about_purchase(ActionKind::decrease, 10, 10, 60)}));
}

TEST(ActionMessages, ADecreaseKeepsToTheRulesOfTheItemToo) {
  WorkedPlant worked = under_way();
  worked.draft.offers[0].multiple = Quantity::units(12);
  worked.draft.items[0].lot_multiple = Quantity::units(8);
  worked.order("A", 20, 10);
  EXPECT_EQ(messages(worked), (std::vector{about_purchase(ActionKind::decrease, 10, 10, 24)}));
  worked.draft.items[0].lot_minimum = Quantity::units(60);
  EXPECT_EQ(messages(worked), (std::vector{about_purchase(ActionKind::decrease, 10, 10, 72)}));
}

TEST(ActionMessages, AnIncreaseIsNotBeyondTheItemsLargestLot) {
  WorkedPlant worked = under_way();
  worked.draft.purchase_orders[0].status = SupplyStatus::firm;
  worked.draft.items[0].lot_maximum = Quantity::units(105);
  worked.order("A", 110, 13);
  EXPECT_TRUE(messages(worked).empty());
}

TEST(ActionMessages, FirmSupplyThatIsALittleShortIsIncreased) {
  WorkedPlant worked = under_way();
  worked.draft.purchase_orders[0].status = SupplyStatus::firm;
  worked.order("A", 110, 13);
  EXPECT_EQ(messages(worked), (std::vector{about_purchase(ActionKind::increase, 10, 10, 110)}));
}

TEST(ActionMessages, SentOrdersAreNotIncreased) {
  WorkedPlant worked = under_way();
  worked.order("A", 110, 13);
  EXPECT_TRUE(messages(worked).empty());
}

TEST(ActionMessages, AnIncreaseIsNotBeyondWhatTheVendorSellsAtOnce) {
  WorkedPlant worked = under_way();
  worked.draft.purchase_orders[0].status = SupplyStatus::firm;
  worked.draft.offers[0].maximum = Quantity::units(105);
  worked.order("A", 110, 13);
  EXPECT_TRUE(messages(worked).empty());
}

TEST(ActionMessages, MuchMoreIsAnOrderOfItsOwn) {
  WorkedPlant worked = under_way();
  worked.draft.purchase_orders[0].status = SupplyStatus::firm;
  worked.order("A", 126, 13);
  EXPECT_TRUE(messages(worked).empty());
}

TEST(ActionMessages, SafetyStockKeepsSupplyButAsksForNoDate) {
  WorkedPlant worked = under_way();
  worked.draft.items[0].safety_stock = Quantity::units(100);
  EXPECT_TRUE(messages(worked).empty());
}

// B takes a day and is due on day 10, when A arrives: a day late, which no tolerance covers up.
TEST(ActionMessages, APurchaseThatALateOrderWaitsForIsChased) {
  WorkedPlant worked = under_way();
  worked.make("B", 1);
  worked.bom("B", "A", 1);
  worked.order("B", 100, 10);
  const std::vector<ActionMessage> found = messages(worked);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, ActionKind::expedite);
  EXPECT_EQ(found[0].to, 9 * kDay);
}

TEST(ActionMessages, LotRulesLimitADecrease) {
  WorkedPlant worked;
  model::ItemRow& item = worked.make("A", 1);
  item.lot_minimum = Quantity::units(60);
  item.lot_multiple = Quantity::units(50);
  worked.production("A", 100, 10);
  worked.order("A", 20, 10);
  EXPECT_TRUE(messages(worked).empty());  // 60 at least, in fifties: 100
}

TEST(ActionMessages, FirmProductionThatMustStartNowIsReleased) {
  WorkedPlant worked;
  worked.make("A", 4);
  worked.production("A", 100, 4);
  worked.order("A", 100, 4);
  const std::vector<ActionMessage> found = messages(worked);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, ActionKind::release);
  EXPECT_EQ(found[0].supply, plan::SupplyKind::production);
  worked.draft.production_orders[0].status = SupplyStatus::released;
  EXPECT_TRUE(messages(worked).empty());
}

TEST(ActionMessages, WorkThatHasBegunIsLeftAlone) {
  WorkedPlant worked;
  worked.make("A", 4);
  worked.draft.work_centres.push_back({.id = "centre"});
  worked.draft.work_units.push_back({.id = "unit", .work_centre = "centre"});
  worked.draft.operations.push_back({.item = "A", .operation = "10", .work_centre = "centre"});
  worked.production("A", 100, 4);
  EXPECT_EQ(messages(worked).size(), 1U);  // cancel
  worked.draft.progress.push_back({.production_order = "MO0",
                                   .operation = "10",
                                   .status = model::WorkStatus::started,
                                   .work_unit = "unit",
                                   .start = WorkedPlant::day(-1)});
  EXPECT_TRUE(messages(worked).empty());
}

}  // namespace
}  // namespace kilter::coordinate
