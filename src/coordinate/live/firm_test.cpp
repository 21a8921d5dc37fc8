#include "coordinate/live/firm.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "check/verify.hpp"
#include "coordinate/make_plan.hpp"
#include "coordinate/workshop.hpp"
#include "model/builder.hpp"

namespace kilter::coordinate {
namespace {

constexpr time::Tick kDay = 24 * kHour;

// Two orders of tables, and an open production order that a planner made firm.
Workshop busy() {
  Workshop workshop;
  workshop.stock("board", 100);
  workshop.order("SO-1", 5, 10 * kDay);
  workshop.order("SO-2", 8, 20 * kDay);
  workshop.order("SO-3", 2, 5 * kDay);
  workshop.draft.production_orders.push_back({.id = "MO-7",
                                              .item = "table",
                                              .quantity = base::Quantity::units(2),
                                              .due = Workshop::monday() + time::Duration(5 * kDay),
                                              .for_order = "SO-3"});
  return workshop;
}

Firmed published(const model::PlantDraft& draft, std::span<const FirmOrder> earlier = {}, std::uint64_t last = 0) {
  const model::Plant plant = model::build(draft).value();
  OrderNumbers numbers = OrderNumbers::after(plant, last);
  return firm(draft, plant, make_plan(plant, {.seconds = 0}).plan, earlier, numbers).value();
}

std::set<std::string> ids(const model::PlantDraft& draft) {
  std::set<std::string> found;
  for (const model::ProductionOrderRow& row : draft.production_orders) found.insert(row.id.str());
  return found;
}

TEST(Firm, NewOrdersGetNumbersThatNobodyHad) {
  EXPECT_EQ(ids(published(busy().draft).draft), (std::set<std::string>{"MO-7", "MO-8", "MO-9"}));
  EXPECT_EQ(ids(published(busy().draft, {}, 40).draft), (std::set<std::string>{"MO-7", "MO-41", "MO-42"}));
}

TEST(Firm, TheTableSaysPlannedAndTheLivePlantFirm) {
  const Firmed firmed = published(busy().draft);
  for (const model::ProductionOrderRow& row : firmed.draft.production_orders) {
    EXPECT_EQ(row.status, row.id.view() == "MO-7" ? model::SupplyStatus::firm : model::SupplyStatus::planned);
  }
  for (const model::OpenProductionOrder& order : firmed.live.production_orders) {
    EXPECT_EQ(order.status, model::SupplyStatus::firm);
  }
}

TEST(Firm, ThePlanStaysWhatItWas) {
  const Workshop workshop = busy();
  const model::Plant plant = workshop.build();
  const plan::Plan plan = make_plan(plant, {.seconds = 0}).plan;
  OrderNumbers numbers(7);
  const Firmed firmed = firm(workshop.draft, plant, plan, {}, numbers).value();
  EXPECT_TRUE(check::verify(firmed.live, firmed.plan).empty());
  EXPECT_EQ(firmed.plan.objective, plan.objective);
  EXPECT_EQ(firmed.plan.placements, plan.placements);
  EXPECT_EQ(firmed.plan.pegs, plan.pegs);
  EXPECT_EQ(firmed.plan.deliveries, plan.deliveries);
  for (const plan::ProductionOrder& order : firmed.plan.production_orders) EXPECT_TRUE(order.open.valid());
}

TEST(Firm, NobodyIsToldToHurryOrToPutOffWhatWasJustPlanned) {
  Workshop workshop = busy();
  workshop.order("SO-4", 5, -3 * kDay);  // late whatever is done
  workshop.draft.items.front().safety_stock = base::Quantity::units(3);
  const Firmed firmed = published(workshop.draft);
  EXPECT_EQ(firmed.orders.size(), 4U);
  EXPECT_TRUE(check::verify(firmed.live, firmed.plan).empty());
  for (const plan::ActionMessage& message : firmed.plan.actions) {
    const bool shifts = message.kind == plan::ActionKind::expedite || message.kind == plan::ActionKind::defer;
    EXPECT_FALSE(shifts && message.supply == plan::SupplyKind::production) << message.index;
  }
}

TEST(Firm, TheNextPublicationKeepsTheIdOfTheSameOrder) {
  Workshop workshop = busy();
  const Firmed first = published(workshop.draft);
  workshop.order("SO-4", 3, 15 * kDay);
  model::PlantDraft draft = first.draft;  // from scratch: what is `planned` is made anew
  draft.orders = workshop.draft.orders;
  const Firmed second = published(draft, first.orders, 9);
  std::set<std::string> made;
  for (const FirmOrder& order : second.orders) made.insert(order.for_order + " " + order.id);
  EXPECT_EQ(made, (std::set<std::string>{"SO-1 MO-8", "SO-2 MO-9", "SO-4 MO-10"}));
  EXPECT_EQ(ids(second.draft), (std::set<std::string>{"MO-10", "MO-7", "MO-8", "MO-9"}));
}

TEST(Firm, AnOtherQuantityIsAnotherOrder) {
  Workshop workshop = busy();
  const Firmed first = published(workshop.draft);
  model::PlantDraft draft = first.draft;
  draft.orders[0].quantity = base::Quantity::units(6);
  const Firmed second = published(draft, first.orders, 9);
  EXPECT_EQ(ids(second.draft), (std::set<std::string>{"MO-10", "MO-7", "MO-9"}));
}

// One order in two lots: equal but for the date.
TEST(Firm, OfTwoOrdersAlikeTheFirstKeepsTheFirstId) {
  Workshop workshop;
  workshop.stock("board", 100);
  workshop.order("SO-1", 10, 10 * kDay);
  workshop.draft.items.front().lot_maximum = base::Quantity::units(5);
  const Firmed first = published(workshop.draft);
  ASSERT_EQ(first.orders.size(), 2U);
  std::vector<FirmOrder> earlier(first.orders.rbegin(), first.orders.rend());
  earlier[0].due += time::Duration(kDay);
  earlier[1].due -= time::Duration(kDay);
  const Firmed second = published(workshop.draft, earlier, 2);
  ASSERT_EQ(second.orders.size(), 2U);
  EXPECT_EQ(second.orders[0].id, first.orders[0].id);
  EXPECT_EQ(second.orders[1].id, first.orders[1].id);
}

// A plan made for the live plant carries published orders on: their rows and ids stay as they are.
TEST(Firm, OrdersThatTheLivePlanCarriesOnStay) {
  Workshop workshop = busy();
  const Firmed first = published(workshop.draft);
  workshop.order("SO-4", 3, 15 * kDay);
  model::PlantDraft draft = first.draft;
  draft.orders = workshop.draft.orders;
  const Firmed second = published(live_draft(draft), first.orders, 9);
  EXPECT_EQ(second.orders.size(), 1U);
  EXPECT_EQ(second.orders.front().id, "MO-10");
  EXPECT_EQ(second.live.production_orders.size(), 4U);
}

TEST(Firm, WhatHangsOnAnOrderThatIsReplacedGoesWithIt) {
  Workshop workshop = busy();
  workshop.draft.production_orders.push_back({.id = "OLD",
                                              .item = "table",
                                              .quantity = base::Quantity::units(1),
                                              .status = model::SupplyStatus::planned,
                                              .due = Workshop::monday()});
  workshop.draft.clearances.push_back({.id = "C", .production_order = "OLD"});
  workshop.draft.progress.push_back({.production_order = "OLD", .operation = "10"});
  const Firmed firmed = published(workshop.draft);
  EXPECT_FALSE(ids(firmed.draft).contains("OLD"));
  EXPECT_TRUE(firmed.draft.clearances.empty());
  EXPECT_TRUE(firmed.draft.progress.empty());
}

TEST(Firm, ADraftThatIsNoPlantIsRefused) {
  const Workshop workshop = busy();
  const model::Plant plant = workshop.build();
  model::PlantDraft broken = workshop.draft;
  broken.orders[0].item = "chair";
  OrderNumbers numbers(7);
  const auto refused = firm(broken, plant, make_plan(plant, {.seconds = 0}).plan, {}, numbers);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().front().where.value, "chair");
}

}  // namespace
}  // namespace kilter::coordinate
