// The right number of different persons, each with the skill, the level and a valid certificate.
#include <string>
#include <vector>

#include "check/rules.hpp"

namespace kilter::check {
namespace {

int level_of(const model::Person& person, model::SkillId skill) {
  int level = 0;
  for (const model::PersonSkill& held : person.skills) {
    if (held.skill == skill && held.level > level) level = held.level;
  }
  return level;
}

// A certificate must be valid in all time worked: not at night, nor in hours over which the work pauses for want of it.
//
//   open         |=====|     |=====|     |=====|
//   certified    -------|       |-------------------
//   work         [-----+--------+--+-----+--)          pauses in open time until the renewal: fine
//   wrong        [-----+-----+-----)                   worked without
void check_certificate(const Facts& facts, plan::PlacementId id, const Attended& slot, Report& report) {
  const plan::Assignment& assignment = facts.plan.assignments[slot.assignment];
  const model::PersonId person(assignment.index);
  const Tick from = std::max<Tick>(assignment.start, 0);
  if (from >= assignment.end) return;
  const Intervals valid = clipped(facts.open.certified(person, *slot.need), from, assignment.end);
  const Intervals lacking = without(facts.present(id, from, assignment.end), valid);
  const std::int64_t work = attended_work(facts.plan.placements[id], *slot.need);
  const bool enough = lacking.empty() || total(facts.effective(id, from, assignment.end)) >= work;
  if (!valid.empty() && enough) return;
  report.add("certificate", [&] {
    return facts.names.person(person) + " has no valid certificate for " + facts.plant.skills[slot.need->skill].id +
           " at " + facts.names.when(lacking.empty() ? from : lacking.front().open) + ", when working on " +
           facts.names.placement(id) + " from " + facts.names.from_to(assignment.start, assignment.end);
  });
}

void check_head(const Facts& facts, plan::PlacementId id, const Attended& slot, Report& report) {
  const std::string& skill = facts.plant.skills[slot.need->skill].id;
  if (!slot.assignment.valid()) {
    report.add("head-count", [&] {
      return facts.names.placement(id) + " needs " + std::to_string(slot.need->head_count) + " x " + skill +
             "; one of them is nobody";
    });
    return;
  }
  const plan::Assignment& assignment = facts.plan.assignments[slot.assignment];
  const model::PersonId person(assignment.index);
  const int level = level_of(facts.plant.people[person], slot.need->skill);
  if (level < slot.need->level) {
    report.add("skill-level", [&] {
      return facts.names.person(person) + " has level " + std::to_string(level) + " of " + skill + "; " +
             facts.names.placement(id) + " needs level " + std::to_string(slot.need->level);
    });
    return;
  }
  check_certificate(facts, id, slot, report);
}

void check_different(const Facts& facts, plan::PlacementId id, const std::vector<Attended>& slots, Report& report) {
  for (std::size_t i = 0; i < slots.size(); ++i) {
    for (std::size_t j = i + 1; j < slots.size(); ++j) {
      if (!slots[i].assignment.valid() || !slots[j].assignment.valid()) continue;
      const std::uint32_t first = facts.plan.assignments[slots[i].assignment].index;
      if (first != facts.plan.assignments[slots[j].assignment].index) continue;
      report.add("same-person-twice", [&] {
        return facts.names.person(model::PersonId(first)) + " fills two places at " + facts.names.placement(id);
      });
    }
  }
}

void check_nobody_else(const Facts& facts, plan::PlacementId id, const std::vector<Attended>& slots, Report& report) {
  std::size_t filled = 0;
  for (const Attended& slot : slots)
    if (slot.assignment.valid()) ++filled;
  std::size_t people = 0;
  for (const plan::AssignmentId assignment : facts.plan.placements[id].assignments) {
    if (facts.plan.assignments[assignment].kind == plan::AssigneeKind::person) ++people;
  }
  if (people == filled) return;
  report.add("head-count", [&] {
    return facts.names.placement(id) + " has " + std::to_string(people) + " persons, of whom only " +
           std::to_string(filled) + " fill a need";
  });
}

}  // namespace

void check_staffing(const Facts& facts, Report& report) {
  for (const plan::PlacementId id : ids_of(facts.plan.placements)) {
    const plan::Placement& placement = facts.plan.placements[id];
    if (!is_live(placement)) continue;
    const std::vector<Attended> slots = facts.attended(id);
    for (const Attended& slot : slots) check_head(facts, id, slot, report);
    check_different(facts, id, slots, report);
    check_nobody_else(facts, id, slots, report);
  }
}

}  // namespace kilter::check
