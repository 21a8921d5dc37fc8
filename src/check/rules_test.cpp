// One violation of each rule, in a plan that can be followed on paper: the rule is content before it and names it
// after.
#include "check/rules.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "check/testing/small_plan.hpp"

namespace kilter::check {
namespace {

using base::Quantity;

struct Case {
  const char* rule;
  void (*check)(const Facts&, Report&);
  void (*broken)(SmallPlan&);
};

plan::Placement& second(SmallPlan& small) { return small.plan.placements[plan::PlacementId(1)]; }
plan::Purchase& purchase(SmallPlan& small) { return small.plan.purchases[plan::PurchaseId(0)]; }
plan::ProductionOrder& order(SmallPlan& small) { return small.plan.production_orders[plan::ProductionOrderId(1)]; }
plan::Peg& boards(SmallPlan& small) { return small.plan.pegs[plan::PegId(0)]; }

// The second order waits for a licence until then.
void clear_second(SmallPlan& small, time::Tick expected) {
  small.draft.clearances.push_back({.id = "LIC", .order = "B", .expected = SmallPlan::at(expected)});
  small.rebuild();
}

void move_second(SmallPlan& small, time::Tick start) {
  second(small).start = start;
  second(small).end = start + 2 * kHour;
  small.plan.assignments[plan::AssignmentId(1)].start = start;
  small.plan.assignments[plan::AssignmentId(1)].end = start + 2 * kHour;
}

const std::vector<Case>& schedule_cases() {
  static const std::vector<Case> kCases{
      {"unknown-lane", check_lanes, [](SmallPlan& small) { second(small).lane = 1; }},
      {"unit-overlap", check_lanes, [](SmallPlan& small) { move_second(small, kHour); }},
      {"setup-time", check_lanes, [](SmallPlan& small) { second(small).setup = 60; }},
      {"unit-not-eligible", check_units, [](SmallPlan& small) { second(small).unit = model::WorkUnitId(1); }},
      {"run-time", check_units, [](SmallPlan& small) { second(small).run += 1; }},
      {"before-origin", check_working_time, [](SmallPlan& small) { move_second(small, -kHour); }},
      {"working-time", check_working_time, [](SmallPlan& small) { second(small).end += kHour; }},
      {"unscheduled", check_order_times, [](SmallPlan& small) { second(small).end = time::kNever; }},
      {"order-times", check_order_times, [](SmallPlan& small) { order(small).end += kHour; }},
      {"clearance", check_clearances, [](SmallPlan& small) { clear_second(small, 3 * kHour); }},
      {"derived", check_derived, [](SmallPlan& small) { second(small).material = kHour; }},
  };
  return kCases;
}

const std::vector<Case>& people_cases() {
  static const std::vector<Case> kCases{
      {"head-count", check_staffing,
       [](SmallPlan& small) {
         second(small).assignments = {plan::AssignmentId(0), plan::AssignmentId(0)};
       }},
      {"skill-level", check_staffing,
       [](SmallPlan& small) { small.plan.assignments[plan::AssignmentId(1)].index = 1; }},
      {"certificate", check_staffing,
       [](SmallPlan& small) {
         small.draft.person_skills[0].until = SmallPlan::at(2 * kHour);
         small.rebuild();
       }},
      {"person-overlap", check_presence, [](SmallPlan& small) { move_second(small, kHour); }},
      {"attendance", check_presence,
       [](SmallPlan& small) { small.plan.assignments[plan::AssignmentId(1)].end -= kHour; }},
      {"person-absent", check_presence,
       [](SmallPlan& small) {
         small.draft.absences.push_back({.person = "ana", .from = SmallPlan::at(0), .until = SmallPlan::at(kDay)});
         small.rebuild();
       }},
      {"hours-per-day", check_hours,
       [](SmallPlan& small) {
         small.draft.people[0].hours_per_day = time::Duration(3 * kHour);
         small.rebuild();
       }},
  };
  return kCases;
}

const std::vector<Case>& material_cases() {
  static const std::vector<Case> kCases{
      {"supply-overused", check_supplies, [](SmallPlan& small) { boards(small).quantity = Quantity::units(3); }},
      {"held-stock", check_supplies, [](SmallPlan& small) { small.plant.stock[model::StockId(0)].held = true; }},
      {"peg-item", check_pegs,
       [](SmallPlan& small) {
         boards(small).supply = plan::SupplyKind::production;
         boards(small).supply_index = 1;
       }},
      {"too-early", check_pegs,
       [](SmallPlan& small) {
         boards(small).supply = plan::SupplyKind::purchase;
         boards(small).supply_index = 0;
       }},
      {"expired", check_pegs,
       [](SmallPlan& small) {
         small.draft.stock[0].expiry = SmallPlan::at(kHour);
         small.rebuild();
       }},
      {"demand-short", check_demands, [](SmallPlan& small) { boards(small).quantity = Quantity::units(1); }},
      {"demand-overpegged", check_demands, [](SmallPlan& small) { boards(small).quantity = Quantity::units(3); }},
      {"unplanned", check_unplanned,
       [](SmallPlan& small) { small.plan.pegs[plan::PegId(1)].quantity = Quantity::units(1); }},
      {"good-quantity", check_quantities, [](SmallPlan& small) { order(small).good = Quantity::units(3); }},
      {"delivery", check_deliveries, [](SmallPlan& small) { small.plan.deliveries[1].delivered += kHour; }},
      {"delivery", check_deliveries, [](SmallPlan& small) { clear_second(small, 5 * kHour); }},
      {"need", check_needs, [](SmallPlan& small) { order(small).need = kHour; }},
      {"rank", check_needs, [](SmallPlan& small) { order(small).rank = 0; }},
      {"order-served", check_needs, [](SmallPlan& small) { order(small).for_order = model::OrderId(0); }},
  };
  return kCases;
}

const std::vector<Case>& purchase_cases() {
  static const std::vector<Case> kCases{
      {"offer", check_purchases, [](SmallPlan& small) { purchase(small).item = model::ItemId(0); }},
      {"lead-time", check_purchases, [](SmallPlan& small) { purchase(small).order_at += 60; }},
      {"minimum-quantity", check_purchases, [](SmallPlan& small) { purchase(small).quantity = Quantity::units(1); }},
      {"multiple", check_purchases, [](SmallPlan& small) { purchase(small).quantity = Quantity::units(3); }},
      {"unit-price", check_purchases,
       [](SmallPlan& small) { purchase(small).unit_price = base::UnitPrice::micros(4'000'000); }},
      {"purchase-total", check_purchases, [](SmallPlan& small) { purchase(small).goods += base::Money::minor(1); }},
      {"vendor-capacity", check_vendor_capacity,
       [](SmallPlan& small) {
         small.draft.vendors[0].capacity_per_week = Quantity::units(1);
         small.rebuild();
       }},
      {"objective", check_objective, [](SmallPlan& small) { small.plan.objective.parts[0] += base::Money::minor(1); }},
  };
  return kCases;
}

std::set<std::string> found(const Case& one, const SmallPlan& small) {
  Report report;
  one.check(Facts(small.plant, small.plan), report);
  std::set<std::string> rules;
  for (const Violation& violation : std::move(report).take()) rules.insert(violation.rule);
  return rules;
}

void expect_each(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    SmallPlan small;
    EXPECT_FALSE(found(one, small).contains(one.rule)) << one.rule << " is named where nothing is wrong";
    one.broken(small);
    EXPECT_TRUE(found(one, small).contains(one.rule)) << one.rule << " went unnoticed";
  }
}

TEST(Rules, OfTheSchedule) { expect_each(schedule_cases()); }

TEST(Rules, OfPeople) { expect_each(people_cases()); }

TEST(Rules, OfMaterial) { expect_each(material_cases()); }

TEST(Rules, OfPurchasesAndMoney) { expect_each(purchase_cases()); }

TEST(Rules, ReferencesPointAtSomething) {
  SmallPlan small;
  Report good;
  check_references(small.plant, small.plan, good);
  EXPECT_TRUE(good.clean());
  second(small).unit = model::WorkUnitId(7);
  Report bad;
  check_references(small.plant, small.plan, bad);
  EXPECT_FALSE(bad.clean());
}

}  // namespace
}  // namespace kilter::check
