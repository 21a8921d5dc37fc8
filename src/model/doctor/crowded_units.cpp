// Work that a person fixed to a unit and that cannot be there: pinned into closed hours, or more at once than the unit
// has places.
#include <map>
#include <utility>

#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

// Whether the unit could work then, overtime included.
bool is_open(const Plant& plant, const WorkUnit& unit, Tick at) {
  if (!unit.calendar.valid()) return true;  // a fault of its own
  for (const CalendarException& closure : unit.closures) {
    if (plant.frame.tick(closure.from) <= at && at < plant.frame.tick(closure.until)) return false;
  }
  const Calendar& calendar = plant.calendars[unit.calendar];
  return calendar.regular.is_open(at) || calendar.overtime.is_open(at);
}

class Floor {
 public:
  explicit Floor(Examination& exam) : exam_(exam) {}

  void examine(const ProgressRow& row) {
    const WorkUnitId unit = exam_.build.work_units.find(row.work_unit.view());
    if (!unit.valid() || !row.start || exam_.report.faulty_row(spot(row, "start"))) return;
    if (row.status == WorkStatus::started) add_started(row, unit);
    const bool ahead = *row.start >= exam_.plant.policy.origin;  // a pin into the past is a fault of its own
    if (row.status == WorkStatus::pinned && ahead) add_pin(row, unit);
  }

 private:
  [[nodiscard]] std::string named_unit(WorkUnitId id) const {
    return "\"" + Report::shortened(exam_.plant.work_units[id].id) + "\"";
  }
  // Whether `count` of them are one more than the unit has places for.
  [[nodiscard]] bool first_too_many(WorkUnitId id, std::int32_t count) const {
    const WorkUnit& unit = exam_.plant.work_units[id];
    return !unit.unlimited && count == unit.count + 1;
  }

  void add_started(const ProgressRow& row, WorkUnitId unit) {
    if (!first_too_many(unit, ++started_[unit])) return;
    exam_.report.warning("more-started-than-places", spot(row, "work_unit", row.work_unit),
                         "more work is started on " + named_unit(unit) + " than its " +
                             std::to_string(exam_.plant.work_units[unit].count) +
                             " can do at once: what has no place waits",
                         "Report what is done as done, or correct the unit.");
  }

  void add_pin(const ProgressRow& row, WorkUnitId unit) {
    const Tick start = exam_.plant.frame.tick(*row.start);
    if (!is_open(exam_.plant, exam_.plant.work_units[unit], start)) {
      exam_.report.warning("pinned-while-closed", spot(row, "start"),
                           "the work is pinned to a start at which " + named_unit(unit) + " is closed",
                           "Move the start into open hours of its calendar, outside its closures.");
    }
    if (!first_too_many(unit, ++pins_[{unit, start}])) return;
    exam_.report.warning("pins-collide", spot(row, "start"),
                         "more work is pinned to " + named_unit(unit) + " at this moment than its " +
                             std::to_string(exam_.plant.work_units[unit].count) + " can do at once",
                         "Pin it to another start or unit, or let it wait.");
  }

  Examination& exam_;
  std::map<WorkUnitId, std::int32_t> started_;
  std::map<std::pair<WorkUnitId, Tick>, std::int32_t> pins_;
};

}  // namespace

void find_crowded_units(Examination& exam) {
  if (!exam.build.dates_known) return;
  Floor floor(exam);
  for (const ProgressRow& row : exam.draft.progress) floor.examine(row);
}

}  // namespace kilter::model
