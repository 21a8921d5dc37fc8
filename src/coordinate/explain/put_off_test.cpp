#include "coordinate/explain/put_off.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "check/verify.hpp"
#include "coordinate/make_plan.hpp"
#include "coordinate/workshop.hpp"

namespace kilter::coordinate {
namespace {

using plan::LateCause;
using plan::LateLink;

// Two tables need two boards at 5.00, due on Wednesday; the board comes a day after it is ordered. This week there is
// money for `cap` boards, from next Monday on for as many as it takes.
model::Plant short_of_money(std::int64_t cap) {
  Workshop workshop;
  workshop.draft.accounts.push_back({.id = "wood", .kind = model::AccountKind::material});
  workshop.draft.budgets.push_back({.account = "wood",
                                    .from = Workshop::monday(),
                                    .until = Workshop::monday() + time::Duration(7 * 24 * kHour),
                                    .hard_cap = base::Money::minor(cap * 500)});
  workshop.order("A", 2, 3 * 24 * kHour);
  return workshop.build();
}

plan::Plan plan_of(const model::Plant& plant) {
  Outcome outcome = make_plan(plant, {.seconds = 0});
  for (const check::Violation& violation : outcome.violations)
    ADD_FAILURE() << violation.rule << ": " << violation.message;
  return outcome.plan;
}

bool believed(const model::Plant& plant, const plan::Plan& plan) {
  const auto violations = check::verify(plant, plan);
  return std::none_of(violations.begin(), violations.end(),
                      [](const auto& violation) { return violation.rule == "late-chain-cause"; });
}

TEST(PutOff, TheWaitForMoneyIsTheBudgetsAndTheLeadTimeBeforeIsTheVendors) {
  const model::Plant plant = short_of_money(1);
  const plan::Plan plan = plan_of(plant);
  ASSERT_EQ(plan.late_chains.size(), 1U);
  const std::vector<LateLink>& links = plan.late_chains[0].links;
  ASSERT_EQ(links.size(), 3U);
  EXPECT_EQ(links[1].cause, LateCause::budget);
  EXPECT_EQ(links[1].blocker, 0U);
  EXPECT_EQ(links[1].from, 24 * kHour);
  EXPECT_EQ(links[1].until, 8 * 24 * kHour);
  EXPECT_EQ(links[1].counted, plan.late_chains[0].lateness);
  EXPECT_EQ(links[2].cause, LateCause::purchase);
  EXPECT_EQ(links[2].until, 24 * kHour);
}

// The mill delivers a thousand boards a week: it is the money that they wait for, and that is told of the purchase.
TEST(PutOff, AVendorWithRoomIsNotBlamedForTheCap) {
  model::Plant plant = short_of_money(1);
  plant.vendors[model::VendorId(0)].capacity_per_week = base::Quantity::units(1'000);
  plan::Plan plan = plan_of(plant);
  ASSERT_EQ(plan.purchases.size(), 1U);
  plan::Purchase& purchase = plan.purchases[plan::PurchaseId(0)];
  EXPECT_EQ(purchase.reason, plan::PurchaseReason::budget);
  purchase.reason = plan::PurchaseReason::capacity;
  const auto violations = check::verify(plant, plan);
  EXPECT_TRUE(std::any_of(violations.begin(), violations.end(),
                          [](const auto& violation) { return violation.rule == "purchase-reason"; }));
}

TEST(PutOff, NothingIsPutOffWhereTheMoneyReaches) { EXPECT_TRUE(plan_of(short_of_money(2)).late_chains.empty()); }

TEST(PutOff, TheCheckerDoesNotBelieveThatTheVendorTookSoLong) {
  const model::Plant plant = short_of_money(1);
  plan::Plan plan = plan_of(plant);
  ASSERT_EQ(plan.late_chains.size(), 1U);
  std::vector<LateLink>& links = plan.late_chains[0].links;
  links[2].until = links[1].until;
  links[2].counted = links[1].counted;
  links.erase(links.begin() + 1);
  EXPECT_FALSE(believed(plant, plan));
}

TEST(PutOff, TheCheckerDoesNotBelieveInACapThatLeavesEnough) {
  const model::Plant plant = short_of_money(1);
  const plan::Plan plan = plan_of(plant);
  ASSERT_TRUE(believed(plant, plan));
  model::Plant richer = plant;
  richer.budgets[model::BudgetId(0)].hard_cap = base::Money::minor(1'000);
  EXPECT_FALSE(believed(richer, plan));
}

TEST(PutOff, TheCheckerKnowsWhenTheVendorCouldHaveCome) {
  const model::Plant plant = short_of_money(1);
  plan::Plan plan = plan_of(plant);
  ASSERT_EQ(plan.late_chains.size(), 1U);
  std::vector<LateLink>& links = plan.late_chains[0].links;
  links[1].from = links[2].until = 23 * kHour;
  EXPECT_FALSE(believed(plant, plan));
}

}  // namespace
}  // namespace kilter::coordinate
