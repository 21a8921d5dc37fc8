// The slow twin goes from the production order to every customer order that it ends up in, by itself for every
// question.
#include "check/explain/money_waits.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/random.hpp"
#include "check/testing/small_plan.hpp"

namespace kilter::check {
namespace {

constexpr std::uint32_t kOrders = 6;
constexpr std::uint32_t kLots = 14;

// Six customer orders, and two periods of two days without money.
SmallPlan without_money() {
  SmallPlan small;
  for (const char* id : {"C", "D", "E", "F"}) {
    small.draft.orders.push_back(
        {.id = id, .item = "table", .quantity = base::Quantity::units(2), .requested = SmallPlan::at(4 * kHour)});
  }
  small.draft.accounts.push_back({.id = "material", .kind = model::AccountKind::material});
  for (const Tick day : {0, 2}) {
    small.draft.budgets.push_back({.account = "material",
                                   .from = SmallPlan::at(day * kDay),
                                   .until = SmallPlan::at((day + 2) * kDay),
                                   .hard_cap = base::Money::zero()});
  }
  small.rebuild();
  return small;
}

// A lot of one placement; half of it goes here, half there: into lots after it, or to customer orders.
void add_lot(const SmallPlan& like, std::uint32_t lot, base::Random& random, plan::Plan& plan) {
  plan::Placement placement = like.plan.placements[plan::PlacementId(0)];
  placement.order = plan::ProductionOrderId(lot);
  placement.assignments = {plan::AssignmentId(0), plan::AssignmentId(0)};
  plan.placements.push_back(placement);
  plan::ProductionOrder order = like.plan.production_orders[plan::ProductionOrderId(0)];
  order.placements = {plan::PlacementId(lot), plan::PlacementId(lot + 1)};
  plan.production_orders.push_back(order);
  for (int half = 0; half < 2; ++half) {
    const bool sold = lot + 1 == kLots || random.below(3) == 0;
    plan.pegs.push_back({.supply = plan::SupplyKind::production,
                         .demand = sold ? plan::DemandKind::order : plan::DemandKind::placement,
                         .supply_index = lot,
                         .demand_index = sold ? random.below(kOrders) : lot + 1 + random.below(kLots - lot - 1),
                         .line = {},
                         .quantity = base::Quantity::units(1)});
  }
}

SmallPlan random_plan(base::Random& random) {
  SmallPlan small = without_money();
  plan::Plan plan;
  for (std::uint32_t lot = 0; lot < kLots; ++lot) add_lot(small, lot, random, plan);
  for (std::uint32_t order = 0; order < kOrders; order += 2) {
    const std::uint32_t period = random.below(2);
    plan.deferrals.push_back({.order = model::OrderId(order),
                              .budget = model::BudgetId(period),
                              .until = static_cast<Tick>(period + 1) * 2 * kDay});
  }
  plan.deferrals.push_back({.order = {}, .budget = model::BudgetId(0), .until = 2 * kDay});  // for stock
  small.plan = std::move(plan);
  return small;
}

void add_served(const plan::Plan& plan, std::uint32_t lot, std::set<std::uint32_t>& served) {
  for (const plan::Peg& peg : plan.pegs) {
    if (peg.supply_index != lot) continue;
    if (peg.demand == plan::DemandKind::order) {
      served.insert(peg.demand_index);
    } else {
      add_served(plan, peg.demand_index, served);  // one placement for every lot
    }
  }
}

bool waited_slowly(const plan::Plan& plan, std::uint32_t lot, model::BudgetId budget, Tick start, Tick until) {
  std::set<std::uint32_t> served;
  add_served(plan, lot, served);
  bool found = false;
  for (const plan::Deferral& deferral : plan.deferrals) {
    if (!deferral.order.valid() || !served.contains(deferral.order.index())) continue;
    found = found || (deferral.budget == budget && std::min(deferral.until, start) == until);
  }
  return found;
}

struct Counts {
  int asked = 0;
  int waited = 0;
};

// Every question about one production order.
void compare(const SmallPlan& small, const MoneyWaits& waits, std::uint32_t lot, Counts& counts) {
  for (const model::BudgetId budget : ids_of(small.plant.budgets)) {
    for (const Tick start : {kDay, 3 * kDay, 9 * kDay}) {
      for (const Tick until : {kDay, 2 * kDay, 3 * kDay, 4 * kDay}) {
        const bool expected = waited_slowly(small.plan, lot, budget, start, until);
        ASSERT_EQ(waits.waited(plan::ProductionOrderId(lot), budget, start, until), expected)
            << "lot " << lot << ", budget " << budget.index() << ", " << start << " until " << until;
        counts.waited += expected ? 1 : 0;
        ++counts.asked;
      }
    }
  }
}

TEST(MoneyWaits, AreThoseOfEveryCustomerOrderThatAProductionOrderServes) {
  base::Random random(11);
  Counts counts;
  for (int round = 0; round < 40; ++round) {
    SCOPED_TRACE(round);
    const SmallPlan small = random_plan(random);
    const MoneyWaits waits(Facts(small.plant, small.plan));
    for (std::uint32_t lot = 0; lot < kLots; ++lot) compare(small, waits, lot, counts);
  }
  EXPECT_GT(counts.waited, counts.asked / 20);
  EXPECT_LT(counts.waited, counts.asked / 2);
}

}  // namespace
}  // namespace kilter::check
