// A person is at one place at a time, attends what the need asks for, and only while at work.
//
//   placement   |==setup==|=======run=======|
//   whole       |---------------------------|
//   setup       |---------|
//   share 0.5   |---------|--------|
#include <algorithm>
#include <string>

#include "check/facts/stays.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

void check_attendance(const Facts& facts, plan::PlacementId id, const Attended& slot, Report& report) {
  const plan::Placement& placement = facts.plan.placements[id];
  const plan::Assignment& assignment = facts.plan.assignments[slot.assignment];
  // Who goes on with started work may come later than it began.
  const bool started = placement.status == model::WorkStatus::started;
  const Tick from = started ? std::max<Tick>(assignment.start, 0) : placement.start;
  Tick until = placement.end;
  if (slot.need->attendance != model::Attendance::whole) {
    const std::int64_t work = attended_work(placement, *slot.need);
    until = work == 0 ? from : after_work(facts.effective(id, from, placement.end), work);
  }
  if (assignment.start == from && assignment.end == until) return;
  report.add("attendance", [&] {
    return facts.names.person(model::PersonId(assignment.index)) + " attends " + facts.names.placement(id) + " from " +
           facts.names.from_to(assignment.start, assignment.end) + "; the work asks for " +
           facts.names.from_to(from, until);
  });
}

// The attended time begins in the person's shift and outside absences; how much of a day or week may be worked is
// counted in hours.cpp.
void check_at_work(const Facts& facts, plan::PlacementId id, const Attended& slot, Report& report) {
  const plan::Assignment& assignment = facts.plan.assignments[slot.assignment];
  const plan::Placement& placement = facts.plan.placements[id];
  if (placement.status == model::WorkStatus::started) return;  // goes on whenever everybody is there
  const model::PersonId person(assignment.index);
  const Tick from = std::max<Tick>(assignment.start, 0);
  const Intervals machine = placement.unit.valid() ? clipped(facts.open.unit(placement.unit), from, assignment.end)
                                                   : Intervals{{.open = from, .close = assignment.end}};
  if (total(machine) == 0) return;
  const Tick begin = machine.front().open;
  if (open_at(facts.open.person(person), begin)) return;
  const Intervals away = closed_times(facts.plant, facts.plant.people[person].absences);
  report.add(open_at(away, begin) ? "person-absent" : "person-off-shift", [&] {
    return facts.names.person(person) + (open_at(away, begin) ? " is absent" : " is not at work") + " at " +
           facts.names.when(begin) + ", when " + facts.names.placement(id) + " begins";
  });
}

void check_one_place(const Facts& facts, Report& report) {
  Stay last;  // the one of this person that ends last so far
  bool first = true;
  for (const Stay& stay : stays_of(facts, plan::AssigneeKind::person)) {
    const bool same = !first && last.same_resource(stay);
    if (same && stay.start < last.end) {
      const plan::Assignment& now = facts.plan.assignments[plan::AssignmentId(stay.who)];
      const plan::Assignment& before = facts.plan.assignments[plan::AssignmentId(last.who)];
      report.add("person-overlap", [&] {
        return facts.names.person(model::PersonId(now.index)) + " is wanted at " +
               facts.names.placement(now.placement) + " from " + facts.names.when(now.start) + " and is busy at " +
               facts.names.placement(before.placement) + " until " + facts.names.when(before.end);
      });
    }
    if (!same || stay.end > last.end) last = stay;
    first = false;
  }
}

}  // namespace

void check_presence(const Facts& facts, Report& report) {
  for (const plan::PlacementId id : ids_of(facts.plan.placements)) {
    if (!is_live(facts.plan.placements[id])) continue;
    for (const Attended& slot : facts.attended(id)) {
      if (!slot.assignment.valid()) continue;
      check_attendance(facts, id, slot, report);
      check_at_work(facts, id, slot, report);
    }
  }
  check_one_place(facts, report);
}

}  // namespace kilter::check
