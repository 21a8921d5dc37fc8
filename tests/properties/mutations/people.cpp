#include <algorithm>

#include "properties/mutations/mutation.hpp"

namespace kilter::properties {
namespace {

using model::PersonId;
using model::Plant;
using plan::Assignment;
using plan::Plan;
using time::Tick;

bool is_person(const Assignment& assignment) { return assignment.kind == plan::AssigneeKind::person; }

// Puts another person into the first assignment for whom `test(person, assignment)` holds.
template <class Test>
bool swap_person(Plant& plant, Plan& plan, Test test) {
  for (Assignment& assignment : plan.assignments) {
    if (!is_person(assignment) || !is_free(plan.placements[assignment.placement])) continue;
    if (assignment.end <= assignment.start) continue;
    for (const PersonId person : ids_of(plant.people)) {
      if (person.index() == assignment.index || !test(plant.people[person], assignment)) continue;
      assignment.index = person.index();
      return true;
    }
  }
  return false;
}

bool head_count(Plant& plant, Plan& plan) {
  for (Assignment& assignment : plan.assignments) {
    if (!is_person(assignment) || plant.skills.size() < 2) continue;
    assignment.skill = model::SkillId((assignment.skill.index() + 1) % plant.skills.size());
    return true;
  }
  return false;
}

bool same_person_twice(Plant&, Plan& plan) {
  for (plan::Placement& placement : plan.placements) {
    Assignment* first = nullptr;
    for (const plan::AssignmentId id : placement.assignments) {
      Assignment& assignment = plan.assignments[id];
      if (!is_person(assignment)) continue;
      if (first != nullptr) {
        assignment.index = first->index;
        return true;
      }
      first = &assignment;
    }
  }
  return false;
}

int level(const model::Person& person, model::SkillId skill) {
  int best = 0;
  for (const model::PersonSkill& held : person.skills) {
    if (held.skill == skill) best = std::max(best, static_cast<int>(held.level));
  }
  return best;
}

bool skill_level(Plant& plant, Plan& plan) {
  return swap_person(plant, plan, [](const model::Person& person, const Assignment& assignment) {
    return level(person, assignment.skill) == 0;
  });
}

bool certificate(Plant& plant, Plan& plan) {
  return swap_person(plant, plan, [&](const model::Person& person, const Assignment& assignment) {
    return std::any_of(person.skills.begin(), person.skills.end(), [&](const model::PersonSkill& held) {
      return held.skill == assignment.skill && held.level >= 3 && held.until &&
             plant.frame.tick(*held.until) <= assignment.start;
    });
  });
}

// The certificate of an assigned person ends while the work goes on.
bool certificate_ends(Plant& plant, Plan& plan) {
  for (const Assignment& assignment : plan.assignments) {
    if (!is_person(assignment) || assignment.end <= assignment.start || assignment.start < 0) continue;
    for (model::PersonSkill& held : plant.people[PersonId(assignment.index)].skills) {
      if (held.skill == assignment.skill) held.until = plant.frame.instant(assignment.end - 1);
    }
    return true;
  }
  return false;
}

bool absent_at(const Plant& plant, const model::Person& person, Tick t) {
  return std::any_of(person.absences.begin(), person.absences.end(), [&](const model::CalendarException& away) {
    return plant.frame.tick(away.from) <= t && t < plant.frame.tick(away.until);
  });
}

bool person_absent(Plant& plant, Plan& plan) {
  return swap_person(plant, plan, [&](const model::Person& person, const Assignment& assignment) {
    return absent_at(plant, person, assignment.start);
  });
}

bool person_off_shift(Plant& plant, Plan& plan) {
  return swap_person(plant, plan, [&](const model::Person& person, const Assignment& assignment) {
    const model::Calendar& calendar = plant.calendars[person.calendar];
    return !absent_at(plant, person, assignment.start) && !calendar.regular.is_open(assignment.start) &&
           !calendar.overtime.is_open(assignment.start);
  });
}

bool attendance(Plant&, Plan& plan) {
  for (Assignment& assignment : plan.assignments) {
    if (!is_person(assignment) || assignment.end <= assignment.start) continue;
    --assignment.end;
    return true;
  }
  return false;
}

bool person_overlap(Plant&, Plan& plan) {
  for (Assignment& first : plan.assignments) {
    for (Assignment& second : plan.assignments) {
      if (!is_person(first) || !is_person(second) || first.index == second.index) continue;
      if (second.start < first.start || second.start >= first.end || second.end <= second.start) continue;
      second.index = first.index;
      return true;
    }
  }
  return false;
}

constexpr Tick kHour = 3'600;

// Person assignments that last all through [from, until).
int busy_through(const Plan& plan, Tick from, Tick until) {
  return static_cast<int>(std::count_if(plan.assignments.begin(), plan.assignments.end(), [&](const Assignment& a) {
    return is_person(a) && a.start >= 0 && a.start <= from && a.end >= until;
  }));
}

// One person, who may work four hours in the period, does everything at once. Only plans in which several operations
// run from 06:00 to 10:00 on the period's first day, which are the hours that the limit leaves.
bool do_everything(Plant& plant, Plan& plan, std::optional<time::Duration> model::Person::*limit, int step_days) {
  model::Person& person = plant.people.raw().front();
  const time::WorkingCalendar& shifts = plant.calendars[person.calendar].regular;
  std::size_t day = plant.days.week_of_day(plant.days.day_of(0)) + 7;
  for (; day < plant.days.count(); day += static_cast<std::size_t>(step_days)) {
    const Tick from = plant.days.start_of(day) + 6 * kHour;
    const bool open =
        shifts.next_open(from - 6 * kHour) == from && shifts.work_between(from, from + 4 * kHour) == 4 * kHour;
    if (!open || busy_through(plan, from, from + 4 * kHour) < 2) continue;
    person.*limit = time::Duration(4 * kHour);
    person.skills.clear();
    for (const model::SkillId skill : ids_of(plant.skills)) {
      person.skills.push_back({.skill = skill, .level = 9, .from = {}, .until = {}});
    }
    for (Assignment& assignment : plan.assignments) {
      if (is_person(assignment)) assignment.index = 0;
    }
    return true;
  }
  return false;
}

bool hours_per_day(Plant& plant, Plan& plan) { return do_everything(plant, plan, &model::Person::hours_per_day, 1); }
bool hours_per_week(Plant& plant, Plan& plan) { return do_everything(plant, plan, &model::Person::hours_per_week, 7); }

// Says that somebody cheaper is busy, where nobody is cheaper.
bool pretend_that_others_are_busy(Plant&, Plan& plan) {
  for (Assignment& assignment : plan.assignments) {
    if (!is_person(assignment) || assignment.reason == plan::AssignmentReason::free_then) continue;
    if (!is_free(plan.placements[assignment.placement])) continue;
    assignment.reason = plan::AssignmentReason::free_then;
    return true;
  }
  return false;
}

// Says that nobody costs less, where somebody does who is busy.
bool pretend_to_be_cheapest(Plant&, Plan& plan) {
  for (Assignment& assignment : plan.assignments) {
    if (assignment.reason != plan::AssignmentReason::free_then) continue;
    assignment.reason = plan::AssignmentReason::cheapest;
    return true;
  }
  return false;
}

// Says that nobody else can, where others could.
bool pretend_to_be_the_only_one(Plant&, Plan& plan) {
  for (Assignment& assignment : plan.assignments) {
    if (assignment.reason != plan::AssignmentReason::cheapest) continue;
    assignment.reason = plan::AssignmentReason::only_one;
    return true;
  }
  return false;
}

bool pretend_that_it_has_begun(Plant&, Plan& plan) {
  for (Assignment& assignment : plan.assignments) {
    if (!is_free(plan.placements[assignment.placement])) continue;
    assignment.reason = plan::AssignmentReason::already_started;
    return true;
  }
  return false;
}

// Whom the plant names for work on the floor, somebody else does.
bool pass_over_who_is_named(Plant& plant, Plan& plan) {
  for (Assignment& assignment : plan.assignments) {
    const plan::Placement& placement = plan.placements[assignment.placement];
    const bool told = placement.status == model::WorkStatus::started || placement.status == model::WorkStatus::pinned;
    if (!is_person(assignment) || !told || plant.people.size() < 2) continue;
    const auto elsewhere = [&](const Assignment& other) {
      return is_person(other) && other.index == assignment.index && &other != &assignment &&
             (other.placement == assignment.placement ||
              plan.placements[other.placement].status == model::WorkStatus::started);
    };
    if (std::any_of(plan.assignments.begin(), plan.assignments.end(), elsewhere)) continue;
    for (model::OperationProgress& fact :
         plant.production_orders[plan.production_orders[placement.order].open].progress) {
      if (fact.operation == placement.operation) fact.people = {PersonId(assignment.index)};
    }
    assignment.index = (assignment.index + 1) % static_cast<std::uint32_t>(plant.people.size());
    return true;
  }
  return false;
}

}  // namespace

std::vector<Mutation> people_mutations() {
  return {{"head-count", head_count},
          {"same-person-twice", same_person_twice},
          {"skill-level", skill_level},
          {"certificate", certificate},
          {"certificate", certificate_ends},
          {"person-absent", person_absent},
          {"person-off-shift", person_off_shift},
          {"attendance", attendance},
          {"person-overlap", person_overlap},
          {"hours-per-day", hours_per_day},
          {"hours-per-week", hours_per_week},
          {"named-person", pass_over_who_is_named},
          {"assignment-reason", pretend_that_others_are_busy},
          {"assignment-reason", pretend_to_be_cheapest},
          {"assignment-reason", pretend_to_be_the_only_one},
          {"assignment-reason", pretend_that_it_has_begun}};
}

}  // namespace kilter::properties
