// Progress that contradicts the routing or itself.
#include <algorithm>
#include <map>

#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

const OperationProgress* find(const OpenProductionOrder& order, OperationId operation) {
  for (const OperationProgress& progress : order.progress) {
    if (progress.operation == operation) return &progress;
  }
  return nullptr;
}

// The row of a progress; rows are few per order, but orders may be many, so they are indexed once.
using RowOf = std::map<std::pair<std::string_view, std::string_view>, const ProgressRow*>;

// Whether one certificate of the person, valid at `at`, is for a skill that the operation asks for.
bool can_help(const Operation& operation, const Person& person, time::Instant at) {
  const auto asked = [&](const PersonSkill& certificate) {
    const bool valid =
        (!certificate.from || *certificate.from <= at) && (!certificate.until || at < *certificate.until);
    return valid && std::any_of(operation.skills.begin(), operation.skills.end(), [&](const SkillNeed& need) {
             return need.skill == certificate.skill && need.level <= certificate.level;
           });
  };
  return std::any_of(person.skills.begin(), person.skills.end(), asked);
}

// Whoever is named for work to come, or under way, must be able to do it, or others are planned.
void examine_people(Examination& exam, const OperationProgress& progress, const ProgressRow& row) {
  const Operation& operation = exam.plant.operations[progress.operation];
  const bool counts = progress.status == WorkStatus::started || progress.status == WorkStatus::pinned;
  if (!counts || operation.skills.empty()) return;
  const time::Instant at = std::max(exam.plant.policy.origin, progress.start);
  for (const PersonId id : progress.people) {
    const Person& person = exam.plant.people[id];
    if (can_help(operation, person, at)) continue;
    exam.report.warning("named-without-skill", spot(row, "people", person.id),
                        "this person has none of the skills that the operation asks for, or no valid certificate at "
                        "that time; others are planned for it",
                        "Correct people, or enter the skill in person_skills.csv (level, from, until).");
  }
}

void examine_one(Examination& exam, const OpenProductionOrder& order, const OperationProgress& progress,
                 const RowOf& rows) {
  const Operation& operation = exam.plant.operations[progress.operation];
  const auto found = rows.find({order.id, operation.id});
  if (found == rows.end()) return;
  const ProgressRow& row = *found->second;
  const bool begun = progress.status == WorkStatus::started || progress.status == WorkStatus::done;
  const bool eligible = std::any_of(operation.units.begin(), operation.units.end(),
                                    [&](const UnitChoice& choice) { return choice.unit == progress.unit; });
  if (progress.unit.valid() && !eligible) {
    exam.report.error("unit-not-eligible", spot(row, "work_unit", row.work_unit),
                      "this unit is not among those that can do the operation",
                      "Correct the unit, or add it to operation_units.csv.");
  }
  if (progress.done > order.quantity) {
    exam.report.warning("more-done-than-ordered", spot(row, "done_quantity", row.operation),
                        "more is done than the production order wants", "Check done_quantity or the order's quantity.");
  }
  examine_people(exam, progress, row);
  for (const Predecessor& predecessor : operation.predecessors) {
    const OperationProgress* before = find(order, predecessor.operation);
    const bool waiting =
        before == nullptr || before->status == WorkStatus::waiting || before->status == WorkStatus::pinned;
    if (!begun || !waiting) continue;
    exam.report.warning("begun-before-predecessor", spot(row, "status", row.operation),
                        "the work has begun, but operation \"" +
                            Report::shortened(exam.plant.operations[predecessor.operation].id) + "\" before it has not",
                        "Report the progress of the operation before it.");
  }
}

}  // namespace

void find_odd_progress(Examination& exam) {
  RowOf rows;
  for (const ProgressRow& row : exam.draft.progress)
    rows.emplace(std::pair(row.production_order.view(), row.operation.view()), &row);
  for (const OpenProductionOrder& order : exam.plant.production_orders) {
    for (const OperationProgress& progress : order.progress) examine_one(exam, order, progress, rows);
  }
}

}  // namespace kilter::model
