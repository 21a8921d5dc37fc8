#include "coordinate/live/fixes/late_fixes.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "check/verify.hpp"
#include "coordinate/live/firm.hpp"
#include "coordinate/make_plan.hpp"
#include "coordinate/workshop.hpp"
#include "model/builder.hpp"

namespace kilter::coordinate {
namespace {

constexpr time::Tick kDay = 24 * kHour;

Workshop one_saw() {
  Workshop workshop;
  workshop.draft.plant.default_penalty_per_day = base::Money::minor(24'000);
  workshop.stock("board", 1'000);
  return workshop;
}

struct Shop {
  explicit Shop(const model::PlantDraft& draft) {
    const model::Plant plant = model::build(draft).value();
    OrderNumbers numbers(0);
    firmed = firm(draft, plant, make_plan(plant, {.seconds = 0}).plan, {}, numbers).value();
    now = live_draft(firmed.draft);
  }

  [[nodiscard]] LateFixes fixes(std::uint32_t order) const {
    const model::Plant plant = model::build(now).value();
    const auto found = late_fixes(plant, {.plant = firmed.live, .plan = firmed.plan}, model::OrderId(order), {});
    EXPECT_TRUE(found);
    for (const auto* list : {&found->singles, &found->pairs}) {
      for (const LateFix& fix : *list) {
        EXPECT_TRUE(check::verify(fix.way.plant ? *fix.way.plant : plant, fix.way.plan).empty()) << fix.way.words;
      }
    }
    return found.value();
  }

  Firmed firmed;
  model::PlantDraft now;
};

const LateFix* fix_of(const std::vector<LateFix>& fixes, FixKind kind) {
  const auto at =
      std::find_if(fixes.begin(), fixes.end(), [&](const LateFix& fix) { return fix.fixes.front().kind == kind; });
  return at == fixes.end() ? nullptr : &*at;
}

// SO-1 is wanted sooner now; SO-2 stands before it, and would pay.
TEST(LateFixes, AnOrderGoesFirstAndAnotherPays) {
  Workshop workshop = one_saw();
  workshop.order("SO-1", 10, 40 * kHour);
  workshop.order("SO-2", 20, 22 * kHour);
  Shop shop(workshop.draft);
  shop.now.orders.front().requested = Workshop::monday() + time::Duration(12 * kHour);
  const LateFixes found = shop.fixes(0);
  EXPECT_EQ(found.due, 12 * kHour);
  EXPECT_GT(found.nothing_done, found.due);
  const LateFix* const first = fix_of(found.singles, FixKind::first);
  ASSERT_NE(first, nullptr);
  EXPECT_TRUE(first->in_time);
  ASSERT_EQ(first->payers.size(), 1U);
  EXPECT_EQ(first->payers.front().order, model::OrderId(1));
  EXPECT_TRUE(first->way.words.starts_with("SO-1 goes first: ")) << first->way.words;
  // The customer may take it late, which changes no plan and costs nothing but the penalty that is saved.
  const LateFix* const accepted = fix_of(found.singles, FixKind::accept_date);
  ASSERT_NE(accepted, nullptr);
  EXPECT_TRUE(accepted->in_time);
  EXPECT_TRUE(accepted->payers.empty());
  EXPECT_TRUE(accepted->way.changes.moved.empty());
  EXPECT_LT(total(accepted->way.money), base::Money());
  EXPECT_TRUE(found.pairs.empty());
}

// A purchase slips: it comes sooner, or the mill delivers anew, a day after ordering.
TEST(LateFixes, ALatePurchaseIsExpeditedOrBoughtAnew) {
  Workshop workshop = one_saw();
  workshop.draft.stock.clear();
  workshop.order("SO-1", 5, 2 * kDay);
  workshop.draft.purchase_orders.push_back({.id = "PO-1",
                                            .vendor = "mill",
                                            .item = "board",
                                            .quantity = base::Quantity::units(5),
                                            .price = base::UnitPrice::micros(5'000'000),
                                            .ordered = Workshop::monday(),
                                            .requested = Workshop::monday() + time::Duration(kDay),
                                            .current = Workshop::monday() + time::Duration(kDay)});
  workshop.draft.offers.front().lead_time = time::Duration(10 * kDay);
  Shop shop(workshop.draft);
  shop.now.purchase_orders.front().current = Workshop::monday() + time::Duration(5 * kDay);
  const LateFixes found = shop.fixes(0);
  const LateFix* const sooner = fix_of(found.singles, FixKind::expedite);
  ASSERT_NE(sooner, nullptr);
  EXPECT_TRUE(sooner->in_time);
  EXPECT_NE(sooner->way.plant, nullptr);
  EXPECT_NE(sooner->way.words.find("PO-1 (board) comes"), std::string::npos) << sooner->way.words;
  EXPECT_EQ(found.chain.links.front().cause, plan::LateCause::process);
}

TEST(LateFixes, AnOrderInTimeNeedsNone) {
  Workshop workshop = one_saw();
  workshop.order("SO-1", 5, 2 * kDay);
  const LateFixes found = Shop(workshop.draft).fixes(0);
  EXPECT_TRUE(found.singles.empty());
  EXPECT_TRUE(found.chain.links.empty());
}

}  // namespace
}  // namespace kilter::coordinate
