// Operations that no work unit can do, that can never fit into open time, or that take no time at all.
#include <algorithm>

#include "model/build/values.hpp"
#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

// The longest stretch of open time, overtime included, that a unit has after the origin.
Tick longest_stretch(const Plant& plant, const WorkUnit& unit) {
  const Calendar& calendar = plant.calendars[unit.calendar];
  const auto open = time::WorkingCalendar::unite(calendar.regular, calendar.overtime);
  Tick longest = 0;
  for (const time::Interval& interval : open.intervals()) {
    if (interval.close > 0) longest = std::max(longest, interval.close - std::max<Tick>(0, interval.open));
  }
  return longest;
}

// Least time without a break: setup, fixed time and the run of one unit, in seconds at the given speed.
std::int64_t least_seconds(const Operation& operation, Ratio speed) {
  const auto limited = [](Duration time) { return std::min(time.count(), kLongestDuration); };
  const std::int64_t run = limited(operation.fixed) + limited(operation.run_per_unit);
  return limited(operation.setup) + base::mul_div_ceil(run, base::kMicro, speed.raw());
}

class StretchByUnit {
 public:
  explicit StretchByUnit(const Plant& plant) : plant_(plant), known_(plant.work_units.size(), -1) {}
  Tick operator()(WorkUnitId id) {
    if (known_[id] < 0) known_[id] = longest_stretch(plant_, plant_.work_units[id]);
    return known_[id];
  }

 private:
  const Plant& plant_;
  IndexedVector<WorkUnitId, Tick> known_;
};

void examine_units(Examination& exam, OperationId id, StretchByUnit& stretch) {
  const Operation& operation = exam.plant.operations[id];
  if (operation.work_centre.valid() && operation.units.empty()) {
    exam.report.error("no-eligible-unit", spot_of(exam, id, "work_centre"),
                      named(exam.plant, id) + ": its work centre \"" +
                          Report::shortened(exam.plant.work_centres[operation.work_centre].id) + "\" has no work unit",
                      "Add a unit to work_units.csv, or name one in operation_units.csv.");
  }
  if (operation.interruptible || operation.units.empty() || !exam.build.dates_known) return;
  const bool fits = std::any_of(operation.units.begin(), operation.units.end(), [&](const UnitChoice& choice) {
    const bool judged = exam.plant.work_units[choice.unit].calendar.valid();
    return !judged || least_seconds(operation, choice.speed) <= stretch(choice.unit);
  });
  if (fits) return;
  exam.report.error("never-fits", spot_of(exam, id, "interruptible"),
                    named(exam.plant, id) + " may not be interrupted, but is longer than any open time of its units",
                    "Let it be interruptible, shorten it, or give a unit a longer shift.");
}

// Missing times are easily overlooked: the plan would look too good.
void examine_times(Examination& exam, OperationId id) {
  const Operation& operation = exam.plant.operations[id];
  if (exam.build.operation_rows[id] == kNoRow) return;  // made of the item's lead time
  if (exam.report.faulty_row(spot_of(exam, id, ""))) return;
  const bool timeless = (operation.fixed + operation.run_per_unit).count() == 0;
  if (operation.vendor.valid() && operation.outside_lead_time == Duration(0)) {
    exam.report.warning("missing-time", spot_of(exam, id, "outside_lead_time"),
                        named(exam.plant, id) + " is done outside in no time", "Fill in outside_lead_time.");
  } else if (!operation.vendor.valid() && timeless) {
    exam.report.warning("missing-time", spot_of(exam, id, "run_per_unit"), named(exam.plant, id) + " takes no time",
                        "Fill in run_per_unit or fixed_time.");
  }
  if (operation.vendor.valid() && !operation.units.empty()) {
    exam.report.error("inside-and-outside", spot_of(exam, id, "vendor"),
                      named(exam.plant, id) + " names both a vendor and a work centre",
                      "Leave one of them empty: outside processing has no work unit.");
  }
}

}  // namespace

void find_unitless_operations(Examination& exam) {
  StretchByUnit stretch(exam.plant);
  for (const OperationId id : ids_of(exam.plant.operations)) {
    examine_units(exam, id, stretch);
    examine_times(exam, id);
  }
}

}  // namespace kilter::model
