// Skills, people with their certificates, and absences.
#include "model/build/build.hpp"
#include "model/build/values.hpp"

namespace kilter::model {
namespace {

constexpr Ratio kOvertimeRate = Ratio::micros(1'250'000);
constexpr Duration kDay{86'400};

void check_limit(Build& build, const PersonRow& row, const char* column, std::optional<Duration> limit, Duration most) {
  if (!limit || (*limit > Duration(0) && *limit <= most)) return;
  const std::string text = std::to_string(limit->count()) + "s";
  build.report.error(
      "bad-hour-limit", spot(row, column, std::string_view(text)),
      std::string(column) + " must be above zero and at most " + std::to_string(most.count() / 3600) + " h",
      "Give a duration such as 8h, or leave the cell empty for no limit.");
}

void add_person(Build& build, const PersonRow& row) {
  build.people.define(build.plant.people.next_id(), spot(row, "id", row.id), build.report);
  check_not_negative(build, row, "wage_per_hour", row.wage_per_hour);
  const HourlyRate overtime = row.overtime_wage_per_hour.value_or(HourlyRate::micros(
      base::saturated(base::wide_mul_div_round(row.wage_per_hour.raw(), kOvertimeRate.raw(), base::kMicro))));
  if (row.overtime_wage_per_hour) check_not_negative(build, row, "overtime_wage_per_hour", overtime);
  check_limit(build, row, "hours_per_day", row.hours_per_day, kDay);
  check_limit(build, row, "hours_per_week", row.hours_per_week, 7 * kDay);
  Person person;
  person.id = row.id.str();
  person.name = row.name.empty() ? person.id : row.name.str();
  person.calendar = calendar_or_always(build, spot(row, "calendar", row.calendar));
  person.wage = row.wage_per_hour;
  person.overtime_wage = overtime;
  person.hours_per_day = row.hours_per_day;
  person.hours_per_week = row.hours_per_week;
  build.plant.people.push_back(std::move(person));
}

void add_certificate(Build& build, const PersonSkillRow& row) {
  const PersonId person = build.people.required(spot(row, "person", row.person), build.report);
  const SkillId skill = build.skills.required(spot(row, "skill", row.skill), build.report);
  const bool level = check_positive(build, row, "level", row.level);
  const bool valid = check_interval(build, spot(row, "until"), row.from, row.until);
  if (!person.valid() || !skill.valid() || !level || !valid) return;
  build.plant.people[person].skills.push_back(
      {.skill = skill, .level = row.level, .from = row.from, .until = row.until});
}

}  // namespace

void build_people(Build& build) {
  for (const SkillRow& row : build.draft.skills) {
    build.skills.define(build.plant.skills.next_id(), spot(row, "id", row.id), build.report);
    build.plant.skills.push_back({.id = row.id.str(), .name = row.name.empty() ? row.id.str() : row.name.str()});
  }
  for (const PersonRow& row : build.draft.people) add_person(build, row);
  for (const PersonSkillRow& row : build.draft.person_skills) add_certificate(build, row);
  for (const AbsenceRow& row : build.draft.absences) {
    const PersonId person = build.people.required(spot(row, "person", row.person), build.report);
    const bool valid = check_interval(build, spot(row, "until"), row.from, row.until);
    if (!person.valid() || !valid) continue;
    build.plant.people[person].absences.push_back(
        {.from = row.from, .until = row.until, .kind = ExceptionKind::closed, .reason = row.reason.str()});
  }
}

}  // namespace kilter::model
