#include "codec/import/adventureworks/workforce.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/fixed.hpp"

namespace kilter::codec::adventureworks {
namespace {

using base::kMicro;

constexpr std::string_view kTechnician = "Production Technician - WC";
constexpr std::int32_t kDay = 86'400;
constexpr std::int64_t kWorkDays = 5;

struct Technician {
  std::string_view employee;
  std::string_view location;
  std::string_view shift;
};

std::int32_t first_shift_start(const Session& session) {
  std::int32_t first = kDay;
  for (const SourceRow row : session.table("Shift")) {
    const std::int32_t start = row.time_of_day("starttime").value_or(0);
    const std::int32_t end = row.time_of_day("endtime").value_or(0);
    if (start < end) first = std::min(first, start);
  }
  return first == kDay ? 0 : first;
}

std::map<std::string_view, std::string_view> import_shifts(Session& session) {
  std::map<std::string_view, std::string_view> names;
  for (const SourceRow row : session.table("Shift")) {
    names.emplace(row.text("shiftid"), row.text("name"));
    session.draft.calendars.push_back({.id = row.text("name")});
    session.draft.calendar_shifts.push_back({.calendar = row.text("name"),
                                             .days = model::kMondayToFriday,
                                             .start = row.time_of_day("starttime").value_or(0),
                                             .end = row.time_of_day("endtime").value_or(0)});
  }
  session.assumed({session.table("Shift").file(), 0, "", ""},
                  "Shifts are worked from Monday to Friday; the data has no holidays, absences or overtime.");
  return names;
}

// Shift on which each employee works today.
std::map<std::string_view, std::string_view> current_shifts(const Session& session) {
  std::map<std::string_view, std::string_view> shifts;
  for (const SourceRow row : session.table("EmployeeDepartmentHistory")) {
    if (in_force(row, "startdate", "enddate", session.options.today)) {
      shifts.insert_or_assign(row.text("businessentityid"), row.text("shiftid"));
    }
  }
  return shifts;
}

std::vector<Technician> technicians(Session& session) {
  const auto shifts = current_shifts(session);
  std::vector<Technician> found;
  for (const SourceRow row : session.table("Employee")) {
    const std::string_view title = row.text("jobtitle");
    const auto hired = row.instant("hiredate");
    const auto shift = shifts.find(row.text("businessentityid"));
    if (!title.starts_with(kTechnician) || !row.truth("currentflag").value_or(true)) continue;
    if ((hired && *hired > session.options.today) || shift == shifts.end()) continue;
    found.push_back({row.text("businessentityid"), title.substr(kTechnician.size()), shift->second});
  }
  return found;
}

std::map<std::string_view, base::HourlyRate> current_wages(const Session& session) {
  std::map<std::string_view, base::HourlyRate> wages;
  std::map<std::string_view, time::Instant> since;
  for (const SourceRow row : session.table("EmployeePayHistory")) {
    const auto changed = row.instant("ratechangedate");
    if (!changed || *changed > session.options.today) continue;
    const auto [known, is_new] = since.emplace(row.text("businessentityid"), *changed);
    if (!is_new && known->second > *changed) continue;
    known->second = *changed;
    wages.insert_or_assign(row.text("businessentityid"), base::HourlyRate::micros(row.micros("rate").value_or(0)));
  }
  return wages;
}

// As many stations as the largest shift has technicians.
std::int32_t stations(const std::vector<Technician>& people, std::string_view location) {
  std::map<std::string_view, std::int32_t> by_shift;
  std::int32_t most = 0;
  for (const Technician& person : people) {
    if (person.location == location) most = std::max(most, ++by_shift[person.shift]);
  }
  return most;
}

// Open so many hours a week, evenly from Monday to Friday, from the start of the first shift.
model::Text opening(std::int64_t micro_hours, Session& session) {
  const std::int64_t a_day =
      std::clamp<std::int64_t>(base::mul_div_floor(micro_hours, 3600, kMicro * kWorkDays), 60, kDay);
  const std::int64_t minutes = a_day * kWorkDays / 60;
  const std::string part = minutes % 60 == 0 ? "" : " " + std::to_string(minutes % 60) + " min";
  const model::Text id = session.draft.keep("Open " + std::to_string(minutes / 60) + " h" + part + " a week");
  const auto same = [&](const model::CalendarRow& calendar) { return calendar.id == id; };
  if (std::ranges::any_of(session.draft.calendars, same)) return id;
  const std::int32_t start = first_shift_start(session);
  session.draft.calendars.push_back({.id = id});
  session.draft.calendar_shifts.push_back({.calendar = id,
                                           .days = model::kMondayToFriday,
                                           .start = start,
                                           .end = static_cast<std::int32_t>((start + a_day) % kDay)});
  return id;
}

void import_work_centres(const std::vector<Technician>& people, Session& session) {
  for (const SourceRow row : session.table("Location")) {
    const std::string_view name = row.text("name");
    session.draft.locations.push_back({.id = name, .row = row.number()});
    const std::int64_t available = row.micros("availability").value_or(0);
    if (available <= 0) continue;
    session.centre_of.emplace(row.text("locationid"), name);
    session.draft.work_centres.push_back({.id = name, .row = row.number()});
    session.draft.skills.push_back({.id = name});
    const std::int32_t count = stations(people, row.text("locationid"));
    if (count == 0)
      session.assumed(row.place("name"), "No technician works here: one station is planned, and nobody can run it.");
    if (!row.has("costrate")) session.leave_next_open("work_units.csv", "cost_per_hour");
    session.draft.work_units.push_back({.id = name,
                                        .work_centre = name,
                                        .calendar = opening(available, session),
                                        .count = std::max(count, 1),
                                        .cost_per_hour = base::HourlyRate::micros(row.micros("costrate").value_or(0)),
                                        .row = row.number()});
  }
  const std::string& file = session.table("Location").file();
  session.assumed(
      {file, 0, "Availability", ""},
      "Availability is read as opening hours a week: its period is not stated, 120 h are three shifts on five "
      "days, and far more hours than that are booked in a week.");
  session.assumed({file, 0, "Name", ""},
                  "A work centre has as many stations as its largest shift has technicians: the data has no machines.");
}

void import_people(const std::vector<Technician>& people,
                   const std::map<std::string_view, std::string_view>& shift_names, Session& session) {
  const auto wages = current_wages(session);
  for (const Technician& technician : people) {
    const model::Text id = session.draft.keep("Technician " + std::string(technician.employee));
    const auto shift = shift_names.find(technician.shift);
    const auto wage = wages.find(technician.employee);
    if (wage == wages.end()) session.leave_next_open("people.csv", "wage_per_hour");
    session.draft.people.push_back({.id = id,
                                    .calendar = shift == shift_names.end() ? model::Text() : model::Text(shift->second),
                                    .wage_per_hour = wage == wages.end() ? base::HourlyRate() : wage->second});
    if (const auto centre = session.centre_of.find(technician.location); centre != session.centre_of.end()) {
      session.draft.person_skills.push_back({.person = id, .skill = centre->second});
    }
  }
  const std::string& file = session.table("Employee").file();
  session.assumed(
      {file, 0, "JobTitle", ""},
      "A technician works at the work centre of the job title; each operation takes one for all of its time. "
      "Supervisors and other staff are not planned.");
  for (const char* column : {"vacationhours", "sickleavehours"}) {
    if (session.table("Employee").has_column(column)) {
      session.not_carried({file, 0, column, ""}, "Leave is given in hours without dates: nobody is away.");
    }
  }
}

}  // namespace

void import_workforce(Session& session) {
  session.draft.sites.push_back({.id = "Adventure Works"});
  const auto shift_names = import_shifts(session);
  const std::vector<Technician> people = technicians(session);
  import_work_centres(people, session);
  import_people(people, shift_names, session);
}

}  // namespace kilter::codec::adventureworks
