#include "material/network/route_times.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "material/worked_plant.hpp"
#include "plan/work_content.hpp"
#include "plan/working_hours.hpp"
#include "support/random_plant.hpp"

namespace kilter::material {
namespace {

using base::Quantity;
using std::chrono::hours;

constexpr Tick kHour = 3'600;

// One unit, Monday to Friday from 8 to 16; today is a Monday.
WorkedPlant day_shift() {
  WorkedPlant worked;
  worked.draft.calendars.push_back({.id = "day"});
  worked.draft.calendar_shifts.push_back(
      {.calendar = "day", .days = model::kMondayToFriday, .start = 8 * kHour, .end = 16 * kHour});
  worked.draft.work_centres.push_back({.id = "centre"});
  worked.draft.work_units.push_back({.id = "unit", .work_centre = "centre", .calendar = "day"});
  worked.make("A", 0);
  return worked;
}

model::OperationRow& operation(WorkedPlant& worked, model::Text id, int run_hours) {
  worked.draft.operations.push_back(
      {.item = "A", .operation = id, .work_centre = "centre", .run_per_unit = hours(run_hours)});
  return worked.draft.operations.back();
}

std::vector<Tick> starts_for(const model::Plant& plant, int quantity, Tick need) {
  std::vector<Tick> starts;
  RouteTimes(plant).latest_starts(model::ItemId(0), Quantity::units(quantity), need, starts);
  return starts;
}

//   Monday          Tuesday
//   8      16       8   12 need
//      20|==|   closed  |====|
TEST(RouteTimes, OperationsPauseOverNight) {
  WorkedPlant worked = day_shift();
  operation(worked, "10", 2);
  operation(worked, "20", 3);
  const Tick need = kDay + 12 * kHour;
  // Two units: 6 hours of operation 20, of which 4 on Tuesday; 4 hours of operation 10 before 14:00.
  EXPECT_EQ(starts_for(worked.build(), 2, need), (std::vector<Tick>{10 * kHour, 14 * kHour}));
}

TEST(RouteTimes, WorkThatMustNotPauseMovesToADayThatHoldsIt) {
  WorkedPlant worked = day_shift();
  operation(worked, "10", 6).interruptible = false;
  EXPECT_EQ(starts_for(worked.build(), 1, kDay + 12 * kHour), (std::vector<Tick>{10 * kHour}));
}

TEST(RouteTimes, WaitsAreElapsedTime) {
  WorkedPlant worked = day_shift();
  operation(worked, "10", 1);
  operation(worked, "20", 1);
  worked.draft.precedences.push_back({.item = "A", .before = "10", .after = "20", .minimum_wait = hours(18)});
  EXPECT_EQ(starts_for(worked.build(), 1, kDay + 9 * kHour), (std::vector<Tick>{13 * kHour, kDay + 8 * kHour}));
}

TEST(RouteTimes, TheFastestUnitCounts) {
  WorkedPlant worked = day_shift();
  operation(worked, "10", 4);
  worked.draft.work_units.push_back({.id = "fast", .work_centre = "centre", .calendar = "day"});
  worked.draft.operation_units.push_back({.item = "A", .operation = "10", .work_unit = "unit"});
  worked.draft.operation_units.push_back(
      {.item = "A", .operation = "10", .work_unit = "fast", .speed = base::Ratio::micros(2'000'000)});
  EXPECT_EQ(starts_for(worked.build(), 1, 16 * kHour), (std::vector<Tick>{14 * kHour}));
}

TEST(RouteTimes, ClosuresAreNoWorkingTime) {
  WorkedPlant worked = day_shift();
  operation(worked, "10", 4);
  worked.draft.closures.push_back(
      {.work_unit = "unit", .from = WorkedPlant::today() + hours(10), .until = WorkedPlant::today() + hours(14)});
  EXPECT_EQ(starts_for(worked.build(), 1, 16 * kHour), (std::vector<Tick>{8 * kHour}));
}

TEST(RouteTimes, OutsideWorkCountsOnTheVendorsCalendar) {
  WorkedPlant worked = day_shift();
  worked.draft.vendors[0].calendar = "day";
  worked.draft.operations.push_back(
      {.item = "A", .operation = "10", .vendor = "vendor", .outside_lead_time = hours(16)});
  EXPECT_EQ(starts_for(worked.build(), 1, 2 * kDay + 12 * kHour), (std::vector<Tick>{12 * kHour}));
}

TEST(RouteTimes, EarliestEndsCountForward) {
  WorkedPlant worked = day_shift();
  operation(worked, "10", 2);
  operation(worked, "20", 3);
  const model::Plant plant = worked.build();
  const RouteTimes routes(plant);
  EXPECT_EQ(routes.earliest_end(model::ItemId(0), Quantity::units(2), 10 * kHour), kDay + 12 * kHour);
  EXPECT_EQ(routes.earliest_end(model::ItemId(0), Quantity::units(2), time::kNever), time::kNever);
}

// Slow twin: the latest start is the last second from which the work still ends in time.
Tick end_from(const model::Plant& plant, model::OperationId id, Tick start, Quantity units) {
  const model::Operation& operation = plant.operations[id];
  const model::UnitChoice& choice = operation.units.front();
  const time::WorkingCalendar open = plan::unit_hours(plant, {}, choice.unit);
  const auto work = static_cast<Tick>(plan::run_seconds(plant, id, choice, units) + operation.setup.count());
  if (operation.interruptible) return open.add(start, work);
  const Tick begin = open.fit(start, work);
  return begin == time::kNever ? begin : begin + work;
}

TEST(RouteTimes, ALaterStartIsTooLateInRandomPlants) {
  std::size_t looked_at = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    const model::Plant plant = support::random_plant(seed, 2);
    const RouteTimes routes(plant);
    base::Random random(seed);
    for (const model::ItemId item : base::ids_of(plant.items)) {
      const auto operations = plant.items[item].operations;
      if (operations.size() != 1) continue;
      const model::OperationId id = *operations.begin();
      if (plant.operations[id].units.size() != 1) continue;
      const Quantity started = Quantity::units(random.between(1, 30));
      const Tick need = static_cast<Tick>(random.between(std::int64_t{5} * kDay, std::int64_t{40} * kDay));
      std::vector<Tick> starts;
      routes.latest_starts(item, started, need, starts);
      const Tick end = end_from(plant, id, starts[0], started);
      if (end == starts[0]) continue;  // no work at all
      EXPECT_LE(end, need) << "seed " << seed;
      EXPECT_GT(end_from(plant, id, starts[0] + 1, started), need) << "seed " << seed;
      ++looked_at;
    }
  }
  EXPECT_GT(looked_at, 50U);
}

}  // namespace
}  // namespace kilter::material
