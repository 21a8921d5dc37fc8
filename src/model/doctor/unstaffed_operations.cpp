// Operations for which there are too few people with the skill, or too few tools.
#include <algorithm>
#include <map>

#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

// Open time of a person within the validity of one certificate, after the origin, less absences: is there any?
bool ever_there(const Plant& plant, const Person& person, const PersonSkill& certificate) {
  const Tick horizon = plant.frame.tick(plant.policy.horizon);
  Tick from = certificate.from ? std::max<Tick>(0, plant.frame.tick(*certificate.from)) : 0;
  const Tick until = certificate.until ? std::min(horizon, plant.frame.tick(*certificate.until)) : horizon;
  std::vector<time::Interval> absences;
  for (const CalendarException& absence : person.absences) {
    absences.push_back({.open = plant.frame.tick(absence.from), .close = plant.frame.tick(absence.until)});
  }
  const time::WorkingCalendar away(std::move(absences));
  const Calendar& calendar = plant.calendars[person.calendar];
  const auto shifts = time::WorkingCalendar::unite(calendar.regular, calendar.overtime);
  while (from < until) {
    const Tick open = shifts.next_open(from);
    if (open >= until) return false;
    if (!away.is_open(open)) return true;
    const auto busy = away.intervals();
    const auto gone =
        std::find_if(busy.begin(), busy.end(), [open](const time::Interval& other) { return other.close > open; });
    from = gone->close;
  }
  return false;
}

// People with the skill who are there at some time between origin and horizon, by level.
class QualifiedPeople {
 public:
  explicit QualifiedPeople(const Plant& plant) : levels_(plant.skills.size()) {
    for (const Person& person : plant.people) {
      std::map<SkillId, std::int32_t> best;
      for (const PersonSkill& certificate : person.skills) {
        if (!person.calendar.valid() || !ever_there(plant, person, certificate)) continue;
        std::int32_t& level = best[certificate.skill];
        level = std::max(level, certificate.level);
      }
      for (const auto& [skill, level] : best) levels_[skill].push_back(level);
    }
    for (std::vector<std::int32_t>& levels : levels_) std::sort(levels.begin(), levels.end());
  }
  [[nodiscard]] std::int64_t count(SkillId skill, std::int32_t level) const {
    const std::vector<std::int32_t>& levels = levels_[skill];
    return levels.end() - std::lower_bound(levels.begin(), levels.end(), level);
  }

 private:
  IndexedVector<SkillId, std::vector<std::int32_t>> levels_;
};

void examine_skills(Examination& exam, OperationId id, const QualifiedPeople& people) {
  for (const SkillNeed& need : exam.plant.operations[id].skills) {
    const std::int64_t there = people.count(need.skill, need.level);
    if (there >= need.head_count) continue;
    exam.report.error("no-qualified-person", spot_of(exam, id, "operation"),
                      named(exam.plant, id) + " needs " + std::to_string(need.head_count) + " with skill \"" +
                          Report::shortened(exam.plant.skills[need.skill].id) + "\" of level " +
                          std::to_string(need.level) + " or more; before the horizon there " +
                          (there == 1 ? "is " : "are ") + std::to_string(there),
                      "Check person_skills.csv (level, from, until), calendars and absences, or lower the need.");
  }
}

void examine_tools(Examination& exam, OperationId id) {
  for (const ToolNeed& need : exam.plant.operations[id].tools) {
    const Tool& tool = exam.plant.tools[need.tool];
    if (need.count <= tool.count) continue;
    exam.report.error("too-few-tools", spot_of(exam, id, "operation"),
                      named(exam.plant, id) + " needs " + std::to_string(need.count) + " of tool \"" +
                          Report::shortened(tool.id) + "\"; there are " + std::to_string(tool.count),
                      "Raise the count in tools.csv or lower the need in operation_tools.csv.");
  }
}

}  // namespace

void find_unstaffed_operations(Examination& exam) {
  for (const OperationId id : ids_of(exam.plant.operations)) examine_tools(exam, id);
  if (!exam.build.dates_known) return;
  const QualifiedPeople people(exam.plant);
  for (const OperationId id : ids_of(exam.plant.operations)) examine_skills(exam, id, people);
}

}  // namespace kilter::model
