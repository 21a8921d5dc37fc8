// Cost lines and loads of plans of one-operation production orders, each by one person, half of them fed by a purchase.
// The argument is the number of production orders.
#include "money/cost.hpp"

#include <benchmark/benchmark.h>

#include "base/random.hpp"
#include "capacity/load.hpp"

namespace kilter::bench {
namespace {

using base::Quantity;
using time::Tick;

constexpr Tick kHour = 3600;
constexpr Tick kDay = 24 * kHour;
constexpr std::size_t kUnits = 1'000;

model::Plant workshop() {
  model::Plant plant;
  plant.policy.horizon = plant.frame.instant(700 * kDay);
  plant.policy.holding_per_year = base::Ratio::micros(150'000);
  plant.span_end = 1'400 * kDay;
  std::vector<Tick> midnights;
  std::vector<time::Interval> open;
  for (Tick day = 0; day < plant.span_end; day += kDay) {
    midnights.push_back(day);
    if (day / kDay % 7 < 5) open.push_back({day + 6 * kHour, day + 22 * kHour});
  }
  plant.days = time::LocalDays(midnights, 0);
  model::Calendar calendar;
  calendar.regular = time::WorkingCalendar(open);
  const model::CalendarId calendar_id = plant.calendars.push_back(calendar);
  const model::SkillId skill = plant.skills.push_back({"operator", ""});
  for (std::size_t i = 0; i < kUnits; ++i) {
    model::WorkUnit unit;
    unit.work_centre = plant.work_centres.push_back({});
    unit.calendar = calendar_id;
    unit.cost = base::HourlyRate::micros(40'000'000);
    plant.work_units.push_back(unit);
    model::Person person;
    person.calendar = calendar_id;
    person.wage = base::HourlyRate::micros(30'000'000);
    person.skills.push_back({.skill = skill, .level = 1, .from = {}, .until = {}});
    plant.people.push_back(person);
    model::Operation operation;
    operation.item = plant.items.next_id();
    operation.skills.push_back({.skill = skill});
    const model::OperationId id = plant.operations.push_back(operation);
    model::Item item;
    item.cost = base::UnitPrice::micros(25'000'000);
    item.operations = base::IdRange(id, model::OperationId(id.index() + 1));
    plant.items.push_back(item);
  }
  plant.accounts.push_back({.id = "labour", .name = "", .kind = model::AccountKind::labour});
  for (Tick from = 0; from < 700 * kDay; from += 30 * kDay) {
    model::Budget budget;
    budget.account = model::AccountId(0);
    budget.from = plant.frame.instant(from);
    budget.until = plant.frame.instant(from + 30 * kDay);
    plant.budgets.push_back(budget);
  }
  return plant;
}

void add_purchase(plan::Plan& plan, plan::PlacementId consumer, Tick start) {
  plan::Purchase purchase;
  purchase.item = model::ItemId(0);
  purchase.quantity = purchase.good = Quantity::units(12);
  purchase.order_at = start / 2;
  purchase.receipt_at = start - kDay;
  purchase.goods = base::Money::minor(12'345);
  const plan::PurchaseId id = plan.purchases.push_back(purchase);
  plan.pegs.push_back({.supply = plan::SupplyKind::purchase,
                       .demand = plan::DemandKind::placement,
                       .supply_index = id.index(),
                       .demand_index = consumer.index(),
                       .line = {},
                       .quantity = Quantity::units(10)});
}

plan::Plan busy(const model::Plant& plant, std::int64_t orders) {
  plan::Plan plan;
  base::Random random(1);
  const time::WorkingCalendar& hours = plant.calendars[model::CalendarId(0)].regular;
  std::vector<Tick> free(kUnits, 10 * kDay);
  for (std::int64_t i = 0; i < orders; ++i) {
    const auto unit = static_cast<std::size_t>(i) % kUnits;
    const auto work = static_cast<Tick>(random.between(kHour, 10 * kHour));
    const Tick start = hours.next_open(free[unit]);
    const Tick end = free[unit] = hours.add(start, work);
    const plan::PlacementId placement = plan.placements.next_id();
    const plan::AssignmentId assignment = plan.assignments.next_id();
    plan.assignments.push_back({.placement = placement,
                                .index = static_cast<std::uint32_t>(unit),
                                .skill = model::SkillId(0),
                                .start = start,
                                .end = end});
    plan::ProductionOrder order;
    order.item = model::ItemId(unit);
    order.quantity = order.good = Quantity::units(10);
    order.need = end + kDay;
    order.end = end;
    order.placements = base::IdRange(placement, plan::PlacementId(placement.index() + 1));
    const plan::ProductionOrderId id = plan.production_orders.push_back(order);
    plan.placements.push_back({.order = id,
                               .operation = model::OperationId(unit),
                               .unit = model::WorkUnitId(unit),
                               .start = start,
                               .end = end,
                               .run = work,
                               .assignments = base::IdRange(assignment, plan::AssignmentId(assignment.index() + 1))});
    if (i % 2 == 0) add_purchase(plan, placement, start);
  }
  return plan;
}

void cost_lines(benchmark::State& state) {
  const model::Plant plant = workshop();
  const plan::Plan plan = busy(plant, state.range(0));
  std::size_t lines = 0;
  for (auto _ : state) {
    const std::vector<plan::CostLine> found = money::cost_lines(plant, plan);
    benchmark::DoNotOptimize(money::budget_lines(plant, found));
    lines = found.size();
  }
  state.counters["lines"] = static_cast<double>(lines);
}

void loads(benchmark::State& state) {
  const model::Plant plant = workshop();
  const plan::Plan plan = busy(plant, state.range(0));
  std::size_t rows = 0;
  for (auto _ : state) rows = capacity::loads(plant, plan).size();
  state.counters["rows"] = static_cast<double>(rows);
}

BENCHMARK(cost_lines)->Arg(100'000)->Arg(1'400'000)->Unit(benchmark::kMillisecond);
BENCHMARK(loads)->Arg(100'000)->Arg(1'400'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace kilter::bench
