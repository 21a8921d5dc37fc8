// Causes that are easily told as another: a vendor's closed hours, overtime without money, a wait for a successor.
#include <gtest/gtest.h>

#include <algorithm>

#include "check/verify.hpp"
#include "coordinate/brief/root_causes.hpp"
#include "coordinate/make_plan.hpp"
#include "material/worked_plant.hpp"

namespace kilter::coordinate {
namespace {

using base::Money;
using plan::LateCause;
using plan::LateLink;
using std::chrono::hours;

constexpr time::Tick kHour = 3'600;

bool believed(const model::Plant& plant, const plan::Plan& plan) {
  const auto violations = check::verify(plant, plan);
  return std::none_of(violations.begin(), violations.end(),
                      [](const auto& violation) { return violation.rule == "late-chain-cause"; });
}

LateLink* link_of(plan::Plan& plan, LateCause cause) {
  for (plan::LateChain& chain : plan.late_chains) {
    for (LateLink& link : chain.links) {
      if (link.cause == cause) return &link;
    }
  }
  return nullptr;
}

time::Tick counted(const plan::LateChain& chain) {
  time::Tick sum = 0;
  for (const LateLink& link : chain.links) sum += link.counted;
  return sum;
}

// 8 to 16 on workdays; today is a Monday.
void add_office_hours(model::PlantDraft& draft, model::Text id) {
  draft.calendars.push_back({.id = id});
  draft.calendar_shifts.push_back(
      {.calendar = id, .days = model::kMondayToFriday, .start = 8 * kHour, .end = 16 * kHour});
}

// A frame, cut in four hours at any time, and coated in eight by a vendor that opens at eight.
model::Plant coater() {
  material::WorkedPlant worked;
  add_office_hours(worked.draft, "office");
  worked.draft.vendors.push_back({.id = "coater", .calendar = "office"});
  worked.draft.work_centres.push_back({.id = "saw"});
  worked.draft.work_units.push_back({.id = "saw", .work_centre = "saw"});
  worked.make("frame", 0);
  worked.draft.operations.push_back({.item = "frame", .operation = "10", .work_centre = "saw", .fixed_time = hours(4)});
  worked.draft.operations.push_back(
      {.item = "frame", .operation = "20", .vendor = "coater", .outside_lead_time = hours(8)});
  worked.order("frame", 1, 0);
  return worked.build();
}

TEST(ChainCauses, AVendorsNightIsClosedTime) {
  const model::Plant plant = coater();
  plan::Plan plan = make_plan(plant, {.seconds = 0}).plan;
  LateLink* night = link_of(plan, LateCause::closed);
  ASSERT_NE(night, nullptr);
  EXPECT_EQ(night->from, 4 * kHour);
  EXPECT_EQ(night->until, 8 * kHour);
  EXPECT_EQ(link_of(plan, LateCause::choice), nullptr);
  EXPECT_EQ(root_of(plant, plan, *night).kind, RootKind::vendor);
  EXPECT_TRUE(believed(plant, plan));
  night->cause = LateCause::choice;
  EXPECT_FALSE(believed(plant, plan));
}

// Twelve hours at a saw from Friday 8 on, that could work on Saturday; `cap` is all the money there is for that.
model::Plant saturday(Money cap, Money penalty) {
  material::WorkedPlant worked;
  worked.draft.plant.origin = worked.day(4) + hours(8);
  add_office_hours(worked.draft, "office");
  worked.draft.calendar_shifts.push_back({.calendar = "office",
                                          .days = 0x20,
                                          .start = 8 * kHour,
                                          .end = 14 * kHour,
                                          .time_class = model::TimeClass::overtime});
  worked.draft.work_centres.push_back({.id = "saw"});
  worked.draft.work_units.push_back({.id = "saw",
                                     .work_centre = "saw",
                                     .calendar = "office",
                                     .overtime_cost_per_hour = base::HourlyRate::micros(60'000'000)});
  worked.make("leg", 0);
  worked.draft.operations.push_back({.item = "leg", .operation = "10", .work_centre = "saw", .fixed_time = hours(12)});
  worked.draft.accounts.push_back({.id = "extra", .kind = model::AccountKind::overtime});
  worked.draft.budgets.push_back({.account = "extra", .from = worked.day(0), .until = worked.day(28), .hard_cap = cap});
  worked.order("leg", 1, 5);
  worked.draft.orders.back().penalty_per_day = penalty;
  return worked.build();
}

TEST(ChainCauses, OvertimeWithoutMoneyIsToldAsTheBudget) {
  const model::Plant plant = saturday(Money::minor(100'00), Money::minor(2'000'00));
  plan::Plan plan = make_plan(plant, {.seconds = 0}).plan;
  LateLink* stopped = link_of(plan, LateCause::budget);
  ASSERT_NE(stopped, nullptr);
  EXPECT_EQ(stopped->until - stopped->from, 6 * kHour);
  EXPECT_EQ(stopped->counted, 6 * kHour) << "first of all";
  EXPECT_EQ(counted(plan.late_chains[0]), plan.late_chains[0].lateness);
  EXPECT_TRUE(believed(plant, plan));
  LateLink as_told = *stopped;
  stopped->cause = LateCause::closed;
  stopped->blocker = 0;
  EXPECT_FALSE(believed(plant, plan)) << "not closed for want of hours";
  *stopped = as_told;
  LateLink* closed = link_of(plan, LateCause::closed);
  closed->cause = LateCause::budget;
  EXPECT_FALSE(believed(plant, plan)) << "no overtime on offer at night";
}

TEST(ChainCauses, EachOfTwoCapsIsNamedWhereItStops) {
  model::Plant plant = saturday(Money::minor(100'00), Money::minor(2'000'00));
  const model::AccountId other = plant.accounts.next_id();
  plant.accounts.push_back({.id = "weekends", .kind = model::AccountKind::overtime});
  const time::Instant noon = plant.frame.origin() + hours(28);  // on Saturday
  plant.budgets.push_back(
      {.account = other, .from = noon, .until = noon + hours(24), .hard_cap = Money::minor(100'00)});
  plant.budgets[model::BudgetId(0)].until = noon;
  plan::Plan plan = make_plan(plant, {.seconds = 0}).plan;
  EXPECT_TRUE(believed(plant, plan));
  std::vector<std::pair<time::Tick, std::uint32_t>> stopped;
  for (const LateLink& link : plan.late_chains.at(0).links) {
    if (link.cause == LateCause::budget) stopped.emplace_back(link.from, link.blocker);
  }
  const std::vector<std::pair<time::Tick, std::uint32_t>> expected{{28 * kHour, 1}, {24 * kHour, 0}};
  EXPECT_EQ(stopped, expected);
}

TEST(ChainCauses, OvertimeThatWouldNotPayIsClosedTime) {
  const model::Plant plant = saturday(Money::minor(100'00), Money::minor(10'00));
  plan::Plan plan = make_plan(plant, {.seconds = 0}).plan;
  ASSERT_FALSE(plan.late_chains.empty());
  EXPECT_EQ(link_of(plan, LateCause::budget), nullptr);
  EXPECT_TRUE(believed(plant, plan));
}

TEST(ChainCauses, OvertimeThatTheCapPaysIsWorked) {
  const model::Plant plant = saturday(Money::minor(1'000'00), Money::minor(2'000'00));
  EXPECT_FALSE(make_plan(plant, {.seconds = 0}).plan.overtime.empty());
}

// Bread, mixed and baked in an hour each without a wait between, beside a cake that takes the oven for six hours first.
model::Plant bakery() {
  material::WorkedPlant worked;
  for (const char* unit : {"mixer", "oven"}) {
    worked.draft.work_centres.push_back({.id = unit});
    worked.draft.work_units.push_back({.id = unit, .work_centre = unit});
  }
  worked.make("cake", 0);
  worked.make("bread", 0);
  worked.draft.operations.push_back({.item = "cake", .operation = "10", .work_centre = "oven", .fixed_time = hours(6)});
  worked.draft.operations.push_back(
      {.item = "bread", .operation = "10", .work_centre = "mixer", .fixed_time = hours(1)});
  worked.draft.operations.push_back(
      {.item = "bread", .operation = "20", .work_centre = "oven", .fixed_time = hours(1)});
  worked.draft.precedences.push_back({.item = "bread", .before = "10", .after = "20", .maximum_wait = hours(0)});
  worked.draft.production_orders.push_back({.id = "MO-1",
                                            .item = "cake",
                                            .quantity = base::Quantity::units(1),
                                            .status = model::SupplyStatus::released,
                                            .due = worked.day(1)});
  worked.draft.progress.push_back({.production_order = "MO-1",
                                   .operation = "10",
                                   .status = model::WorkStatus::started,
                                   .work_unit = "oven",
                                   .start = worked.today()});
  worked.order("cake", 1, 3);
  worked.order("bread", 1, 0);
  return worked.build();
}

TEST(ChainCauses, WorkHeldForItsSuccessorWaitsForThatOnesMachine) {
  const model::Plant plant = bakery();
  plan::Plan plan = make_plan(plant, {.seconds = 0}).plan;
  ASSERT_EQ(plan.late_chains.size(), 1U);
  LateLink* held = link_of(plan, LateCause::queue);
  ASSERT_NE(held, nullptr);
  EXPECT_EQ(held->from, 0);
  EXPECT_EQ(held->until, 5 * kHour);
  const model::WorkUnitId oven = plan.placements[held->placement].unit;
  EXPECT_EQ(plant.work_units[oven].id, "oven");
  EXPECT_EQ(plan.placements[plan::PlacementId(held->blocker)].unit, oven);
  EXPECT_EQ(link_of(plan, LateCause::choice), nullptr);
  EXPECT_EQ(counted(plan.late_chains[0]), plan.late_chains[0].lateness);
  EXPECT_TRUE(believed(plant, plan));
}

TEST(ChainCauses, AHoldIsNotBelievedOfWorkThatCouldHaveBegun) {
  model::Plant plant = bakery();
  const plan::Plan plan = make_plan(plant, {.seconds = 0}).plan;
  ASSERT_TRUE(believed(plant, plan));
  for (model::Operation& operation : plant.operations) {  // dough that keeps for a day
    for (model::Predecessor& before : operation.predecessors) {
      if (before.maximum_wait) before.maximum_wait = hours(24);
    }
  }
  EXPECT_FALSE(believed(plant, plan));
}

}  // namespace
}  // namespace kilter::coordinate
