#include "money/cost.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "base/random.hpp"
#include "plan/penalty.hpp"

namespace kilter::money {
namespace {

using base::HourlyRate;
using base::Money;
using base::Quantity;
using base::Ratio;
using base::UnitPrice;
using plan::CostKind;
using plan::CostLine;
using plan::Tick;
using time::Interval;

constexpr Tick kHour = 3600;
constexpr Tick kDay = 24 * kHour;

// A plant with one calendar (every day 6 to 14 regular, 14 to 18 overtime), a saw at 60 per hour (90 in overtime), a
// person at 30 (45), items "steel" (bought, 10.00) and "frame" (made, 100.00), two orders.
class CostTest : public ::testing::Test {
 protected:
  CostTest() {
    plant_.policy.horizon = plant_.frame.instant(100 * kDay);
    plant_.policy.holding_per_year = Ratio::micros(200'000);
    plant_.span_end = 200 * kDay;
    std::vector<Interval> regular;
    std::vector<Interval> overtime;
    for (Tick day = 0; day < plant_.span_end; day += kDay) {
      regular.push_back({day + 6 * kHour, day + 14 * kHour});
      overtime.push_back({day + 14 * kHour, day + 18 * kHour});
    }
    calendar_ = plant_.calendars.push_back({.id = "shift",
                                            .name = "",
                                            .shifts = {},
                                            .exceptions = {},
                                            .regular = time::WorkingCalendar(regular),
                                            .overtime = time::WorkingCalendar(overtime)});
    model::Item steel;
    steel.cost = UnitPrice::micros(10'000'000);
    steel_ = plant_.items.push_back(steel);
    model::Operation saw;
    saw.outside_price = UnitPrice::micros(500'000);
    operation_ = plant_.operations.push_back(saw);
    model::Item frame;
    frame.cost = UnitPrice::micros(100'000'000);
    frame.operations = base::IdRange(operation_, model::OperationId(1));
    frame_ = plant_.items.push_back(frame);
    plant_.operations[operation_].item = frame_;
    model::WorkUnit unit;
    unit.calendar = calendar_;
    unit.cost = HourlyRate::micros(60'000'000);
    unit.overtime_cost = HourlyRate::micros(90'000'000);
    unit_ = plant_.work_units.push_back(unit);
    model::Person person;
    person.calendar = calendar_;
    person.wage = HourlyRate::micros(30'000'000);
    person.overtime_wage = HourlyRate::micros(45'000'000);
    person_ = plant_.people.push_back(person);
    for (int i = 0; i < 2; ++i) {
      model::CustomerOrder order;
      order.item = frame_;
      order.penalty_per_day = Money::minor(1'000);
      plant_.orders.push_back(order);
    }
  }

  // A production order of one placement on the saw by the one person over [start, end) with `work` seconds.
  plan::PlacementId place(Tick start, Tick end, Tick work, std::size_t order = 0) {
    const plan::PlacementId placement = plan_.placements.next_id();
    const plan::AssignmentId assignment = plan_.assignments.next_id();
    plan_.assignments.push_back({.placement = placement, .index = person_.index(), .start = start, .end = end});
    plan::ProductionOrder made;
    made.item = frame_;
    made.quantity = made.good = Quantity::units(10);
    made.for_order = model::OrderId(order);
    made.start = start;
    made.end = end;
    made.placements = base::IdRange(placement, plan::PlacementId(placement.index() + 1));
    const plan::ProductionOrderId id = plan_.production_orders.push_back(made);
    plan_.placements.push_back({.order = id,
                                .operation = operation_,
                                .unit = unit_,
                                .start = start,
                                .end = end,
                                .run = work,
                                .assignments = base::IdRange(assignment, plan::AssignmentId(assignment.index() + 1))});
    return placement;
  }

  plan::PurchaseId buy(std::int64_t units, Tick order_at, Tick receipt_at) {
    plan::Purchase purchase;
    purchase.item = steel_;
    purchase.quantity = purchase.good = Quantity::units(units);
    purchase.order_at = order_at;
    purchase.receipt_at = receipt_at;
    purchase.goods = Money::minor(units * 1000);
    return plan_.purchases.push_back(purchase);
  }

  void peg(plan::PurchaseId purchase, plan::DemandKind kind, std::uint32_t demand, std::int64_t units) {
    plan_.pegs.push_back({.supply = plan::SupplyKind::purchase,
                          .demand = kind,
                          .supply_index = purchase.index(),
                          .demand_index = demand,
                          .line = {},
                          .quantity = Quantity::units(units)});
  }

  void deliver(std::uint32_t production_order, std::uint32_t order, std::int64_t units) {
    plan_.pegs.push_back({.supply = plan::SupplyKind::production,
                          .demand = plan::DemandKind::order,
                          .supply_index = production_order,
                          .demand_index = order,
                          .line = {},
                          .quantity = Quantity::units(units)});
  }

  [[nodiscard]] Money sum(CostKind kind) const {
    Money total;
    for (const CostLine& line : cost_lines(plant_, plan_)) {
      if (line.kind == kind) total += line.amount;
    }
    return total;
  }

  model::AccountId account(model::AccountKind kind) {
    return plant_.accounts.push_back({.id = "account", .name = "", .kind = kind});
  }
  void budget(model::AccountId account, Tick from, Tick until) {
    plant_.budgets.push_back({.account = account,
                              .from = plant_.frame.instant(from),
                              .until = plant_.frame.instant(until),
                              .soft_cap = {},
                              .hard_cap = {},
                              .spent = {},
                              .committed = {}});
  }

  model::Plant plant_;
  plan::Plan plan_;
  model::CalendarId calendar_;
  model::ItemId steel_;
  model::ItemId frame_;
  model::OperationId operation_;
  model::WorkUnitId unit_;
  model::PersonId person_;
};

TEST_F(CostTest, RegularTimeCostsTheWageAndTheMachine) {
  place(6 * kHour, 10 * kHour, 4 * kHour);
  EXPECT_EQ(sum(CostKind::labour), Money::minor(120'00));
  EXPECT_EQ(sum(CostKind::machine), Money::minor(240'00));
  EXPECT_EQ(sum(CostKind::overtime), Money::zero());
}

TEST_F(CostTest, TimeInADecidedOvertimeWindowIsAllOvertime) {
  plan_.overtime.push_back({.calendar = calendar_, .from = 0, .until = kDay});
  place(12 * kHour, 17 * kHour, 5 * kHour);
  EXPECT_EQ(sum(CostKind::labour), Money::minor(60'00));
  EXPECT_EQ(sum(CostKind::machine), Money::minor(120'00));
  EXPECT_EQ(sum(CostKind::overtime), Money::minor(3 * (90'00 + 45'00)));
}

TEST_F(CostTest, ClosedUnitTimeInsideAPlacementIsPaidToNobody) {
  plan_.overtime.push_back({.calendar = calendar_, .from = 0, .until = kDay});
  plant_.work_units[unit_].closures.push_back({.from = plant_.frame.instant(14 * kHour),
                                               .until = plant_.frame.instant(15 * kHour),
                                               .kind = model::ExceptionKind::closed,
                                               .reason = "oil change"});
  place(13 * kHour, 16 * kHour, 2 * kHour);
  EXPECT_EQ(sum(CostKind::labour), Money::minor(30'00));
  EXPECT_EQ(sum(CostKind::overtime), Money::minor(90'00 + 45'00));
}

TEST_F(CostTest, WorkThatIsDoneOrBeforeTheOriginIsNotCounted) {
  const plan::PlacementId running = place(-2 * kHour, 8 * kHour, 4 * kHour);
  plan_.placements[running].status = model::WorkStatus::started;
  const plan::PlacementId done = place(-9 * kHour, -8 * kHour, kHour);
  plan_.placements[done].status = model::WorkStatus::done;
  EXPECT_EQ(sum(CostKind::labour), Money::minor(60'00));  // 6:00 to 8:00
}

TEST_F(CostTest, OutsideWorkIsPricedByTheQuantityThatReachesIt) {
  plant_.operations[operation_].vendor = plant_.vendors.push_back({});
  place(6 * kHour, 7 * kHour, kHour);
  EXPECT_EQ(sum(CostKind::outside), Money::minor(5'00));
}

TEST_F(CostTest, ChangeoversAreChargedAlongTheLane) {
  const model::FamilyId white = plant_.families.push_back({"white"});
  const model::FamilyId black = plant_.families.push_back({"black"});
  model::SetupMatrix matrix;
  matrix.families = 2;
  matrix.seconds.assign(4, 0);
  matrix.cost = {Money::zero(), Money::minor(7), Money::minor(50), Money::zero()};
  plant_.work_units[unit_].setup_matrix = plant_.setup_matrices.push_back(matrix);
  plant_.work_units[unit_].initial_family = black;
  plant_.items[frame_].family = white;
  place(8 * kHour, 9 * kHour, kHour);  // white after white
  place(6 * kHour, 7 * kHour, kHour);  // white after black: 50
  EXPECT_EQ(sum(CostKind::setup), Money::minor(50));
  const std::vector<CostLine> lines = cost_lines(plant_, plan_);
  const auto setup =
      std::find_if(lines.begin(), lines.end(), [](const CostLine& l) { return l.kind == CostKind::setup; });
  ASSERT_NE(setup, lines.end());
  EXPECT_EQ(setup->index, 1U);
}

TEST_F(CostTest, APurchaseForTwoOrdersIsSplitToTheCent) {
  const plan::PurchaseId purchase = buy(3, 0, 0);
  plan_.purchases[purchase].goods = Money::minor(1'000);
  plan_.purchases[purchase].freight = Money::minor(100);
  const plan::PlacementId first = place(6 * kHour, 7 * kHour, kHour, 0);
  const plan::PlacementId second = place(7 * kHour, 8 * kHour, kHour, 1);
  peg(purchase, plan::DemandKind::placement, first.index(), 1);
  peg(purchase, plan::DemandKind::placement, second.index(), 1);
  deliver(0, 0, 10);
  deliver(1, 1, 10);
  const std::vector<CostLine> lines = cost_lines(plant_, plan_);
  ASSERT_GE(lines.size(), 6U);
  EXPECT_EQ(lines[0].amount, Money::minor(334));
  EXPECT_EQ(lines[0].order, model::OrderId(0));
  EXPECT_EQ(lines[1].amount, Money::minor(333));
  EXPECT_EQ(lines[2].amount, Money::minor(333));
  EXPECT_FALSE(lines[2].order.valid());  // the third unit: stock
  EXPECT_EQ(sum(CostKind::freight), Money::minor(100));
}

// Ten frames for 90.00: seven for the first order, two for the second, one for nobody; steel for 10.00 goes with them.
TEST_F(CostTest, AProductionOrderIsPaidByAllWhomItServes) {
  const plan::PurchaseId purchase = buy(1, 0, 0);
  const plan::PlacementId made = place(6 * kHour, 7 * kHour, kHour, 1);
  peg(purchase, plan::DemandKind::placement, made.index(), 1);
  deliver(0, 0, 7);
  deliver(0, 1, 2);
  std::array<Money, 3> paid;  // by the two orders, and for stock
  for (const CostLine& line : cost_lines(plant_, plan_)) {
    if (line.kind == CostKind::holding) continue;
    paid[line.order.valid() ? line.order.index() : 2] += line.amount;
  }
  EXPECT_EQ(paid[0], Money::minor(70'00));
  EXPECT_EQ(paid[1], Money::minor(20'00));
  EXPECT_EQ(paid[2], Money::minor(10'00));
}

TEST_F(CostTest, HoldingRunsFromReceiptToConsumption) {
  // 1,000 units at 10.00 for 36.5 days at 20 % a year: 200.00.
  const plan::PurchaseId purchase = buy(1'000, 0, 6 * kHour);
  const plan::PlacementId used = place(6 * kHour + 36 * kDay + kDay / 2, 7 * kHour + 37 * kDay, kHour);
  peg(purchase, plan::DemandKind::placement, used.index(), 1'000);
  plan_.production_orders[plan::ProductionOrderId(0)].good = Quantity::zero();
  EXPECT_EQ(sum(CostKind::holding), Money::minor(200'00));
}

TEST_F(CostTest, FinishedGoodsWaitForTheDueDate) {
  place(6 * kHour, 7 * kHour, kHour);
  plan_.pegs.push_back({.supply = plan::SupplyKind::production,
                        .demand = plan::DemandKind::order,
                        .supply_index = 0,
                        .demand_index = 0,
                        .line = {},
                        .quantity = Quantity::units(10)});
  plan_.deliveries.push_back({.order = model::OrderId(0), .due = 7 * kHour + 73 * kDay, .delivered = 7 * kHour});
  EXPECT_EQ(sum(CostKind::holding), Money::minor(40'00));  // 1,000.00 x 20 % x 73 / 365
}

TEST_F(CostTest, PenaltyRunsToDeliveryOrToTheHorizon) {
  plan_.deliveries.push_back({.order = model::OrderId(0), .due = kDay, .delivered = kDay + kDay / 2});
  plan_.deliveries.push_back({.order = model::OrderId(1), .due = 98 * kDay});
  const std::vector<CostLine> lines = cost_lines(plant_, plan_);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].amount, Money::minor(500));
  EXPECT_EQ(lines[1].amount, Money::minor(2'000));
  EXPECT_EQ(lines[1].at, 100 * kDay);
}

TEST_F(CostTest, BudgetsTakeWhatFallsIntoTheirPeriod) {
  const model::AccountId material = account(model::AccountKind::material);
  budget(material, 0, 10 * kDay);
  budget(material, 10 * kDay, 20 * kDay);
  budget(account(model::AccountKind::labour), 0, 10 * kDay);
  buy(5, 10 * kDay - 1, 12 * kDay);
  buy(7, 10 * kDay, 12 * kDay);
  place(6 * kHour, 10 * kHour, 4 * kHour);
  const std::vector<plan::BudgetLine> lines = budget_lines(plant_, cost_lines(plant_, plan_));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].planned, Money::minor(50'00));
  EXPECT_EQ(lines[1].planned, Money::minor(70'00));
  EXPECT_EQ(lines[2].planned, Money::minor(120'00));
}

TEST_F(CostTest, WorkAcrossTheEndOfAPeriodIsCutThere) {
  const model::AccountId labour = account(model::AccountKind::labour);
  budget(labour, 0, kDay);
  budget(labour, kDay, 2 * kDay);
  place(13 * kHour, kDay + 9 * kHour, 4 * kHour);  // one hour on the first day, three on the second
  const std::vector<plan::BudgetLine> lines = budget_lines(plant_, cost_lines(plant_, plan_));
  EXPECT_EQ(lines[0].planned, Money::minor(30'00));
  EXPECT_EQ(lines[1].planned, Money::minor(90'00));
}

// Slow twin of the overtime split: every second of a random placement by itself.
TEST_F(CostTest, OvertimeAgreesWithCountingEverySecond) {
  base::Random random(7);
  for (int round = 0; round < 200; ++round) {
    plan_ = {};
    const auto begin = static_cast<Tick>(random.between(0, 30)) * kHour;
    const auto end = begin + static_cast<Tick>(random.between(1, 30)) * kHour;
    const auto opened = static_cast<Tick>(random.between(0, 2)) * kDay;
    plan_.overtime.push_back({.calendar = calendar_, .from = opened, .until = opened + kDay});
    std::int64_t regular = 0;
    std::int64_t overtime = 0;
    for (Tick t = begin; t < end; t += 60) {
      if (plant_.calendars[calendar_].regular.is_open(t)) regular += 60;
      const bool decided = t >= opened && t < opened + kDay;
      if (decided && plant_.calendars[calendar_].overtime.is_open(t)) overtime += 60;
    }
    place(begin, end, static_cast<Tick>(regular + overtime));
    EXPECT_EQ(sum(CostKind::machine), Money::minor(regular * 60'00 / kHour)) << begin << " " << end;
    EXPECT_EQ(sum(CostKind::overtime), Money::minor(overtime * (90'00 + 45'00) / kHour)) << begin << " " << end;
  }
}

// Of ten, four are there a day after the due date, four two days, and two never: until the horizon, on day 100.
TEST_F(CostTest, InPartsOnlyWhatIsMissingIsLate) {
  model::CustomerOrder& order = plant_.orders[model::OrderId(0)];
  order.quantity = Quantity::units(10);
  order.partial = true;
  for (const Tick end : {kDay, 2 * kDay}) {
    place(0, end, kHour);
    plan_.pegs.push_back({.supply = plan::SupplyKind::production,
                          .demand = plan::DemandKind::order,
                          .supply_index = static_cast<std::uint32_t>(plan_.production_orders.size() - 1),
                          .demand_index = 0,
                          .quantity = Quantity::units(4)});
  }
  plan_.deliveries.push_back({.order = model::OrderId(0), .due = 0});
  const auto horizon = static_cast<std::int64_t>(plant_.frame.tick(plant_.policy.horizon));
  EXPECT_EQ(sum(CostKind::penalty), Money::minor(400 + 800 + (200 * horizon + kDay / 2) / kDay));
  order.partial = false;
  EXPECT_EQ(sum(CostKind::penalty), Money::minor((1'000 * horizon + kDay / 2) / kDay));
}

TEST_F(CostTest, ObjectivePartsAreTheSumsOfTheLines) {
  buy(5, 0, 0);
  place(6 * kHour, 10 * kHour, 4 * kHour);
  plan_.deliveries.push_back({.order = model::OrderId(0), .due = 0, .delivered = kDay});
  const std::vector<CostLine> lines = cost_lines(plant_, plan_);
  plan::Objective objective;
  objective.parts.fill(Money::minor(99));
  add_up(lines, objective);
  Money total;
  for (const CostLine& line : lines) total += line.amount;
  EXPECT_EQ(objective.total(), total);
  EXPECT_EQ(objective.parts[static_cast<std::size_t>(CostKind::material)], Money::minor(50'00));
  EXPECT_EQ(objective.parts[static_cast<std::size_t>(CostKind::penalty)], Money::minor(10'00));
}

}  // namespace
}  // namespace kilter::money
