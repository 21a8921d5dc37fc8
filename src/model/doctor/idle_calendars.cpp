// Calendars that are never open between origin and horizon, by who follows them.
#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

constexpr const char* kWayOut =
    "Give it shifts in calendar_shifts.csv, or check the dates of its shifts and exceptions.";

bool open_in_horizon(const Plant& plant, CalendarId id) {
  const Calendar& calendar = plant.calendars[id];
  const Tick horizon = plant.frame.tick(plant.policy.horizon);
  return calendar.regular.next_open(0) < horizon || calendar.overtime.next_open(0) < horizon;
}

}  // namespace

void find_idle_calendars(Examination& exam) {
  if (!exam.build.dates_known) return;
  const Plant& plant = exam.plant;
  std::vector<bool> idle(plant.calendars.size(), false);
  std::vector<bool> used(plant.calendars.size(), false);
  for (const CalendarId id : ids_of(plant.calendars)) idle[id.index()] = !open_in_horizon(plant, id);
  const auto check = [&](CalendarId id, const Spot& spot, const std::string& who) {
    if (!id.valid()) return;
    used[id.index()] = true;
    if (!idle[id.index()]) return;
    exam.report.error("calendar-never-open", spot, who + " follows a calendar that is never open before the horizon",
                      kWayOut);
  };
  for (const WorkUnitId id : ids_of(plant.work_units)) {
    const WorkUnitRow& row = exam.draft.work_units[id.index()];
    check(plant.work_units[id].calendar, spot(row, "calendar", row.calendar),
          "the work unit \"" + Report::shortened(row.id.view()) + "\"");
  }
  for (const PersonId id : ids_of(plant.people)) {
    const PersonRow& row = exam.draft.people[id.index()];
    check(plant.people[id].calendar, spot(row, "calendar", row.calendar),
          "the person \"" + Report::shortened(row.id.view()) + "\"");
  }
  for (const VendorId id : ids_of(plant.vendors)) {
    const VendorRow& row = exam.draft.vendors[id.index()];
    check(plant.vendors[id].calendar, spot(row, "calendar", row.calendar),
          "the vendor \"" + Report::shortened(row.id.view()) + "\"");
  }
  for (std::size_t i = 0; i < exam.draft.calendars.size(); ++i) {
    if (!idle[i] || used[i]) continue;
    const CalendarRow& row = exam.draft.calendars[i];
    exam.report.warning("calendar-never-open", spot(row, "id", row.id),
                        "this calendar is never open before the horizon", kWayOut);
  }
}

}  // namespace kilter::model
