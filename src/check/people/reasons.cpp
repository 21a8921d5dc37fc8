// Why somebody was chosen is true: the plant names them for the work, nobody else can do it, nobody who can costs less,
// or all who would cost less are busy or away then. And whom the plant names is there.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "check/facts/stays.hpp"
#include "check/rules.hpp"
#include "plan/words.hpp"

namespace kilter::check {
namespace {

using plan::AssignmentReason;

// One person's place at one placement.
struct Place {
  plan::PlacementId id;
  const model::SkillNeed* need = nullptr;
  const plan::Assignment* assignment = nullptr;
};

class Reasons {
 public:
  explicit Reasons(const Facts& facts) : facts_(facts), stays_(facts.plant.people.size()) {
    for (const Stay& stay : stays_of(facts, plan::AssigneeKind::person)) stays_[stay.resource].push_back(stay);
  }

  [[nodiscard]] bool holds(const Place& place) {
    switch (place.assignment->reason) {
      case AssignmentReason::already_started:
        return is_told(place.id) && is_named(place.id, model::PersonId(place.assignment->index));
      case AssignmentReason::only_one:
        return able(*place.need).size() == 1;
      case AssignmentReason::cheapest:
        return cheaper_than(place).empty();
      case AssignmentReason::free_then:
        break;
    }
    const std::vector<model::PersonId> cheaper = cheaper_than(place);
    return !cheaper.empty() && std::none_of(cheaper.begin(), cheaper.end(), [&](model::PersonId other) {
      return !busy(place, other) && works_the_same(place, other);
    });
  }

  // Who is named for started or pinned work, could fill the place, and had to leave it to somebody who is not named;
  // none where there is nobody. At two works that have started only one can be at a time.
  [[nodiscard]] model::PersonId passed_over(const Place& place) {
    const model::WorkStatus status = facts_.plan.placements[place.id].status;
    if (!is_told(place.id) || is_named(place.id, model::PersonId(place.assignment->index)))
      return model::PersonId::none();
    const std::vector<model::PersonId>& can = able(*place.need);
    for (const model::PersonId person : named(place.id)) {
      const bool may = std::find(can.begin(), can.end(), person) != can.end();
      if (may && !is_there(place.id, person) &&
          !(status == model::WorkStatus::started && starts_elsewhere(place.id, person)))
        return person;
    }
    return model::PersonId::none();
  }

 private:
  // Whether the plant may name people for it.
  [[nodiscard]] bool is_told(plan::PlacementId id) const {
    const model::WorkStatus status = facts_.plan.placements[id].status;
    return status == model::WorkStatus::started || status == model::WorkStatus::pinned;
  }

  [[nodiscard]] std::vector<model::PersonId> named(plan::PlacementId id) const {
    const model::OperationProgress* fact = facts_.progress(id);
    return fact == nullptr ? std::vector<model::PersonId>() : fact->people;
  }

  [[nodiscard]] bool is_named(plan::PlacementId id, model::PersonId person) const {
    const std::vector<model::PersonId> people = named(id);
    return std::find(people.begin(), people.end(), person) != people.end();
  }

  [[nodiscard]] bool is_there(plan::PlacementId id, model::PersonId person) const {
    for (const plan::AssignmentId each : facts_.plan.placements[id].assignments) {
      const plan::Assignment& assignment = facts_.plan.assignments[each];
      if (assignment.kind == plan::AssigneeKind::person && assignment.index == person.index()) return true;
    }
    return false;
  }

  [[nodiscard]] bool starts_elsewhere(plan::PlacementId here, model::PersonId person) const {
    for (const plan::PlacementId id : ids_of(facts_.plan.placements)) {
      const bool other = id != here && facts_.plan.placements[id].status == model::WorkStatus::started;
      if (other && is_there(id, person)) return true;
    }
    return false;
  }

  // Who ever is at work with the skill and a valid certificate from now on.
  const std::vector<model::PersonId>& able(const model::SkillNeed& need) {
    const auto [entry, is_new] = able_.try_emplace({need.skill, need.level});
    if (!is_new) return entry->second;
    for (const model::PersonId id : ids_of(facts_.plant.people)) {
      const Intervals hours = common(facts_.open.within_limits(id), facts_.open.certified(id, need));
      if (!hours.empty() && hours.back().close > 0) entry->second.push_back(id);
    }
    return entry->second;
  }

  // When the placement can be worked on in [from, until) with `who` in the place, everybody within the hours allowed.
  [[nodiscard]] Intervals hours_with(const Place& place, model::PersonId who, Tick from, Tick until) const {
    const plan::Placement& placement = facts_.plan.placements[place.id];
    Intervals hours{{.open = from, .close = until}};
    if (placement.unit.valid()) hours = clipped(facts_.open.unit(placement.unit), from, until);
    const model::VendorId vendor = facts_.operation(place.id).vendor;
    if (!placement.unit.valid() && vendor.valid()) hours = clipped(facts_.open.vendor(vendor), from, until);
    for (const Attended& slot : facts_.attended(place.id)) {
      if (!slot.assignment.valid()) continue;
      const plan::Assignment& each = facts_.plan.assignments[slot.assignment];
      const model::PersonId person = &each == place.assignment ? who : model::PersonId(each.index);
      hours = common(hours, clipped(facts_.open.within_limits(person), from, until));
      hours = common(hours, facts_.open.certified(person, *slot.need));
    }
    return hours;
  }

  // For the time attended by the person who is there, at the regular and overtime hours of `who`.
  [[nodiscard]] base::Int128 price(const Place& place, const Intervals& attended, model::PersonId who) const {
    const model::Person& person = facts_.plant.people[who];
    const std::int64_t worked = total(attended);
    const bool one_rate = facts_.plan.overtime.empty() || !person.calendar.valid();
    const std::int64_t regular = one_rate
                                     ? worked
                                     : total(common(attended, clipped(facts_.open.regular(person.calendar),
                                                                      place.assignment->start, place.assignment->end)));
    return base::Int128(person.wage.raw()) * regular + base::Int128(person.overtime_wage.raw()) * (worked - regular);
  }

  [[nodiscard]] std::vector<model::PersonId> cheaper_than(const Place& place) {
    const model::PersonId mine(place.assignment->index);
    std::vector<model::PersonId> cheaper;
    if (place.assignment->start >= place.assignment->end) return cheaper;
    const Intervals attended = hours_with(place, mine, place.assignment->start, place.assignment->end);
    const base::Int128 paid = price(place, attended, mine);
    for (const model::PersonId other : able(*place.need)) {
      if (other != mine && price(place, attended, other) < paid) cheaper.push_back(other);
    }
    return cheaper;
  }

  // At this placement in another place, or at another one.
  [[nodiscard]] bool busy(const Place& place, model::PersonId who) const {
    if (is_there(place.id, who)) return true;
    const std::vector<Stay>& stays = stays_[who.index()];
    return std::any_of(stays.begin(), stays.end(), [&](const Stay& stay) {
      return stay.start < place.assignment->end && place.assignment->start < stay.end;
    });
  }

  // Whether the placement would be worked on in the very same hours.
  [[nodiscard]] bool works_the_same(const Place& place, model::PersonId who) const {
    const plan::Placement& placement = facts_.plan.placements[place.id];
    const auto same = [](const Interval& a, const Interval& b) { return a.open == b.open && a.close == b.close; };
    const Intervals now = hours_with(place, model::PersonId(place.assignment->index), placement.start, placement.end);
    const Intervals then = hours_with(place, who, placement.start, placement.end);
    return std::equal(now.begin(), now.end(), then.begin(), then.end(), same);
  }

  const Facts& facts_;
  std::vector<std::vector<Stay>> stays_;  // by person
  std::map<std::pair<model::SkillId, std::int32_t>, std::vector<model::PersonId>> able_;
};

// The copies of a tool cost the same.
bool holds_for_tool(const Facts& facts, const plan::Assignment& assignment) {
  switch (assignment.reason) {
    case AssignmentReason::already_started:
      return facts.plan.placements[assignment.placement].status == model::WorkStatus::started;
    case AssignmentReason::only_one:
      return facts.plant.tools[model::ToolId(assignment.index)].count == 1;
    case AssignmentReason::cheapest:
      return true;
    case AssignmentReason::free_then:
      break;
  }
  return false;
}

void report_untrue(const Facts& facts, const plan::Assignment& assignment, const std::string& who, Report& report) {
  report.add("assignment-reason", [&] {
    return who + " is said to be at " + facts.names.placement(assignment.placement) +
           " because: " + std::string(plan::word(assignment.reason)) + "; that is not so";
  });
}

}  // namespace

void check_reasons(const Facts& facts, Report& report) {
  Reasons reasons(facts);
  for (const plan::PlacementId id : ids_of(facts.plan.placements)) {
    if (!is_live(facts.plan.placements[id])) continue;
    for (const Attended& slot : facts.attended(id)) {
      if (!slot.assignment.valid()) continue;
      const plan::Assignment& assignment = facts.plan.assignments[slot.assignment];
      const model::PersonId missed = reasons.passed_over({id, slot.need, &assignment});
      if (missed.valid()) {
        report.add("named-person", [&] {
          return facts.names.person(missed) + " is named for " + facts.names.placement(id) + ", but " +
                 facts.names.person(model::PersonId(assignment.index)) + " does it";
        });
      }
      if (reasons.holds({id, slot.need, &assignment})) continue;
      report_untrue(facts, assignment, facts.names.person(model::PersonId(assignment.index)), report);
    }
    for (const plan::AssignmentId tool : facts.plan.placements[id].assignments) {
      const plan::Assignment& assignment = facts.plan.assignments[tool];
      if (assignment.kind != plan::AssigneeKind::tool || holds_for_tool(facts, assignment)) continue;
      report_untrue(facts, assignment, facts.plant.tools[model::ToolId(assignment.index)].id, report);
    }
  }
}

}  // namespace kilter::check
