#include "capacity/load.hpp"

#include <gtest/gtest.h>

#include <map>
#include <tuple>

#include "base/random.hpp"

namespace kilter::capacity {
namespace {

using plan::Load;
using plan::LoadKind;
using plan::Tick;
using time::Interval;
using time::WorkingCalendar;

constexpr Tick kHour = 3600;
constexpr Tick kDay = 24 * kHour;
constexpr Tick kWeek = 7 * kDay;

// Origin on a Wednesday 00:00. One calendar: Monday to Friday 8 to 16, Saturday 8 to 12 as overtime. A press (two
// lanes) and a person with the skill "press" in one work centre; one item with one operation there.
class LoadTest : public ::testing::Test {
 protected:
  LoadTest() {
    plant_.span_begin = -2 * kDay;
    plant_.span_end = 12 * kWeek - 2 * kDay;
    std::vector<Tick> midnights;
    std::vector<Interval> regular;
    std::vector<Interval> overtime;
    for (Tick day = plant_.span_begin; day < plant_.span_end; day += kDay) {
      midnights.push_back(day);
      const Tick weekday = (day - plant_.span_begin) / kDay % 7;
      if (weekday < 5) regular.push_back({day + 8 * kHour, day + 16 * kHour});
      if (weekday == 5) overtime.push_back({day + 8 * kHour, day + 12 * kHour});
    }
    plant_.days = time::LocalDays(midnights, 0);
    model::Calendar calendar;
    calendar.regular = WorkingCalendar(regular);
    calendar.overtime = WorkingCalendar(overtime);
    const model::CalendarId id = plant_.calendars.push_back(calendar);
    skill_ = plant_.skills.push_back({"press", "Press"});
    model::WorkUnit unit;
    unit.work_centre = plant_.work_centres.push_back({});
    unit.calendar = id;
    unit.count = 2;
    unit_ = plant_.work_units.push_back(unit);
    model::Person person;
    person.calendar = id;
    person.skills.push_back({.skill = skill_, .level = 1, .from = {}, .until = {}});
    plant_.people.push_back(person);
    model::Operation operation;
    operation.skills.push_back({.skill = skill_});
    plant_.operations.push_back(operation);
    plant_.operations.push_back(operation);
    model::Item item;
    item.operations = base::IdRange(model::OperationId(0), model::OperationId(2));
    plant_.items.push_back(item);
    plant_.operations[model::OperationId(1)].predecessors.push_back({.operation = model::OperationId(0)});
  }

  // A production order of two placements with the given spans, one after the other; work = open time between.
  void make(Interval first, Interval second, Tick need) {
    plan::ProductionOrder order;
    order.item = model::ItemId(0);
    order.need = need;
    const plan::PlacementId begin = plan_.placements.next_id();
    order.placements = base::IdRange(begin, plan::PlacementId(begin.index() + 2));
    const plan::ProductionOrderId id = plan_.production_orders.push_back(order);
    std::uint32_t operation = 0;
    for (const Interval& span : {first, second}) {
      const plan::AssignmentId assignment = plan_.assignments.next_id();
      const plan::PlacementId placement = plan_.placements.next_id();
      plan_.assignments.push_back({.placement = placement, .skill = skill_, .start = span.open, .end = span.close});
      const WorkingCalendar& hours = plant_.calendars[model::CalendarId(0)].regular;
      plan_.placements.push_back(
          {.order = id,
           .operation = model::OperationId(operation++),
           .unit = unit_,
           .start = span.open,
           .end = span.close,
           .run = hours.work_between(span.open, span.close),
           .assignments = base::IdRange(assignment, plan::AssignmentId(assignment.index() + 1))});
    }
  }

  [[nodiscard]] std::map<std::pair<LoadKind, Tick>, Load> by_week() const {
    std::map<std::pair<LoadKind, Tick>, Load> result;
    for (const Load& load : loads(plant_, plan_)) result[{load.kind, load.week}] = load;
    return result;
  }

  static constexpr Tick kFirst = -2 * kDay;  // Monday of the origin's week
  model::Plant plant_;
  plan::Plan plan_;
  model::SkillId skill_;
  model::WorkUnitId unit_;
};

TEST_F(LoadTest, CapacityCountsFromTheOriginAndTimesTheLanes) {
  make({kWeek, kWeek + 10 * kHour}, {kWeek + kDay, kWeek + kDay + 10 * kHour}, 2 * kWeek);
  const auto rows = by_week();
  EXPECT_EQ(rows.at({LoadKind::unit, kFirst}).capacity, 2 * 3 * 8 * kHour);  // Wednesday to Friday
  EXPECT_EQ(rows.at({LoadKind::unit, kFirst + kWeek}).capacity, 2 * 5 * 8 * kHour);
  EXPECT_EQ(rows.at({LoadKind::unit, kFirst}).overtime, 2 * 4 * kHour);
  EXPECT_EQ(rows.at({LoadKind::work_centre, kFirst}).capacity, 2 * 3 * 8 * kHour);
  EXPECT_EQ(rows.at({LoadKind::skill, kFirst}).capacity, 3 * 8 * kHour);
}

TEST_F(LoadTest, AbsencesAndCertificatesLowerTheSkill) {
  plant_.people[model::PersonId(0)].absences.push_back({.from = plant_.frame.instant(0),
                                                        .until = plant_.frame.instant(kDay),
                                                        .kind = model::ExceptionKind::closed,
                                                        .reason = ""});
  plant_.people[model::PersonId(0)].skills.front().until = plant_.frame.instant(2 * kDay);
  make({kDay, kDay + 16 * kHour}, {kDay, kDay + 16 * kHour}, kDay);
  EXPECT_EQ(by_week().at({LoadKind::skill, kFirst}).capacity, 8 * kHour);
}

TEST_F(LoadTest, WorkAcrossAWeekendIsSplitAlongOpenTime) {
  // Friday 12:00 to Monday 10:00: four hours, then two.
  make({2 * kDay + 12 * kHour, 5 * kDay + 10 * kHour}, {5 * kDay + 10 * kHour, 5 * kDay + 11 * kHour}, kWeek);
  const auto rows = by_week();
  EXPECT_EQ(rows.at({LoadKind::unit, kFirst}).planned, 4 * kHour);
  EXPECT_EQ(rows.at({LoadKind::unit, kFirst + kWeek}).planned, 3 * kHour);
  EXPECT_EQ(rows.at({LoadKind::skill, kFirst}).planned, 4 * kHour);
}

TEST_F(LoadTest, RequiredWorkEndsAtTheNeed) {
  // Six hours in all; needed on Monday of week 2 at 10:00: two there, the rest on Friday before.
  make({kDay + 8 * kHour, kDay + 11 * kHour}, {kDay + 12 * kHour, kDay + 15 * kHour}, 5 * kDay + 10 * kHour);
  const auto rows = by_week();
  EXPECT_EQ(rows.at({LoadKind::unit, kFirst + kWeek}).required, 2 * kHour);
  EXPECT_EQ(rows.at({LoadKind::unit, kFirst}).required, 4 * kHour);
  EXPECT_EQ(rows.at({LoadKind::skill, kFirst}).required, 4 * kHour);
}

TEST_F(LoadTest, WhatIsOverdueIsRequiredInTheFirstWeek) {
  make({kDay + 8 * kHour, kDay + 11 * kHour}, {kDay + 12 * kHour, kDay + 15 * kHour}, -3 * kWeek);
  EXPECT_EQ(by_week().at({LoadKind::unit, kFirst}).required, 6 * kHour);
}

TEST_F(LoadTest, LoadsSumToTheWorkWhateverTheSplit) {
  base::Random random(3);
  const WorkingCalendar& hours = plant_.calendars[model::CalendarId(0)].regular;
  std::int64_t work = 0;
  for (int i = 0; i < 300; ++i) {
    const Tick start = hours.next_open(static_cast<Tick>(random.between(0, std::int64_t{8} * kWeek)));
    const Tick middle = hours.add(start, static_cast<Tick>(random.between(1, std::int64_t{60} * kHour)));
    const Tick end = hours.add(middle, static_cast<Tick>(random.between(1, std::int64_t{60} * kHour)));
    make({start, middle}, {middle, end}, end + static_cast<Tick>(random.between(-kWeek, kWeek)));
    work += hours.work_between(start, end);
  }
  std::int64_t planned = 0;
  std::int64_t required = 0;
  std::int64_t centre = 0;
  for (const Load& load : loads(plant_, plan_)) {
    if (load.kind == LoadKind::work_centre) centre += load.planned;
    if (load.kind != LoadKind::unit) continue;
    planned += load.planned;
    required += load.required;
  }
  EXPECT_EQ(planned, work);
  EXPECT_EQ(required, work);
  EXPECT_EQ(centre, work);
}

}  // namespace
}  // namespace kilter::capacity
