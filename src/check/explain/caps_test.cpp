// Two boards for 10.00, a day on their way, ordered when the period is over:
//
//   |-- period, cap --|
//   0    1 day      2 days      3 days
//        could have come          comes
#include "check/explain/caps.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "check/testing/small_plan.hpp"

namespace kilter::check {
namespace {

constexpr model::BudgetId kPeriod{0};
constexpr plan::PurchaseId kBoards{0};

SmallPlan capped(base::Money cap) {
  SmallPlan small;
  small.draft.accounts.push_back({.id = "material", .kind = model::AccountKind::material});
  small.draft.budgets.push_back(
      {.account = "material", .from = SmallPlan::at(0), .until = SmallPlan::at(2 * kDay), .hard_cap = cap});
  small.rebuild();
  return small;
}

bool put_off(const SmallPlan& small) {
  const Facts facts(small.plant, small.plan);
  return Caps(facts).put_off(kBoards, kPeriod, kDay, 3 * kDay);
}

TEST(Caps, NamesTheOneThatLeavesTooLittle) {
  EXPECT_TRUE(put_off(capped(base::Money::minor(9'99))));
  EXPECT_FALSE(put_off(capped(base::Money::minor(10'00))));
}

TEST(Caps, CountsWhatOtherPurchasesOfThePeriodTook) {
  SmallPlan small = capped(base::Money::minor(19'99));
  EXPECT_FALSE(put_off(small));
  plan::Purchase other = small.plan.purchases[kBoards];
  other.order_at = kDay;
  small.plan.purchases.push_back(other);
  EXPECT_TRUE(put_off(small));
  small.plan.purchases[plan::PurchaseId(1)].order_at = 2 * kDay;  // the period is over
  EXPECT_FALSE(put_off(small));
}

TEST(Caps, IsNoCauseOfWhatCameLaterStill) {
  const SmallPlan small = capped(base::Money::zero());
  const Facts facts(small.plant, small.plan);
  const Caps caps(facts);
  EXPECT_TRUE(caps.put_off_by_any(kBoards, 3 * kDay));
  EXPECT_FALSE(caps.put_off_by_any(kBoards, 3 * kDay + kHour));  // the vendor was open in between
  EXPECT_FALSE(caps.put_off(kBoards, kPeriod, kDay + kHour, 3 * kDay));
}

// The slow twin asks every purchase about every budget by itself.
TEST(Caps, LeftIsWhatEveryPurchaseByItselfLeaves) {
  base::Random random(7);
  SmallPlan small = capped(base::Money::minor(100'00));
  small.draft.accounts.push_back({.id = "freight", .kind = model::AccountKind::freight});
  small.draft.offers[0].order_cost = base::Money::minor(3'00);
  for (const char* account : {"material", "freight"}) {
    for (time::Tick day = 2; day < 8; day += 3) {
      small.draft.budgets.push_back({.account = account,
                                     .from = SmallPlan::at(day * kDay),
                                     .until = SmallPlan::at((day + 3) * kDay),
                                     .hard_cap = base::Money::minor(500'00),
                                     .spent = base::Money::minor(20'00),
                                     .committed = base::Money::minor(5'00)});
    }
  }
  small.rebuild();
  const plan::Purchase one = small.plan.purchases[kBoards];
  for (int i = 0; i < 30; ++i) {
    plan::Purchase purchase = one;
    purchase.order_at = static_cast<time::Tick>(random.below(9)) * kDay;
    purchase.quantity = base::Quantity::units(2 * static_cast<std::int64_t>(1 + random.below(3)));
    small.plan.purchases.push_back(purchase);
  }
  const Facts facts(small.plant, small.plan);
  const Caps caps(facts);
  for (const model::BudgetId id : ids_of(small.plant.budgets)) {
    const model::Budget& budget = small.plant.budgets[id];
    base::Money left = *budget.hard_cap - budget.spent - budget.committed;
    for (const plan::Purchase& purchase : small.plan.purchases) {
      const time::Instant ordered = SmallPlan::at(purchase.order_at);
      if (ordered < budget.from || ordered >= budget.until) continue;
      const bool freight = small.plant.accounts[budget.account].kind == model::AccountKind::freight;
      left = left - (freight ? base::Money::minor(3'00) : one.unit_price.times(purchase.quantity));
    }
    EXPECT_EQ(caps.left(id), left) << id.index();
  }
}

}  // namespace
}  // namespace kilter::check
