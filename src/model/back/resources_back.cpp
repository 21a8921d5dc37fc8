#include "model/back/back.hpp"

namespace kilter::model {
namespace {

void units_back(const Plant& plant, PlantDraft& draft) {
  for (const WorkUnit& unit : plant.work_units) {
    draft.work_units.push_back({.id = unit.id,
                                .name = unit.name,
                                .work_centre = id_of(plant.work_centres, unit.work_centre),
                                .calendar = id_of(plant.calendars, unit.calendar),
                                .count = unit.count,
                                .unlimited = unit.unlimited,
                                .cost_per_hour = unit.cost,
                                .overtime_cost_per_hour = unit.overtime_cost,
                                .setup_matrix = id_of(plant.setup_matrices, unit.setup_matrix),
                                .initial_family = id_of(plant.families, unit.initial_family),
                                .batch_capacity = unit.batch_capacity});
    for (const CalendarException& closure : unit.closures) {
      draft.closures.push_back(
          {.work_unit = unit.id, .from = closure.from, .until = closure.until, .reason = closure.reason});
    }
  }
}

void people_back(const Plant& plant, PlantDraft& draft) {
  for (const Skill& skill : plant.skills) draft.skills.push_back({.id = skill.id, .name = skill.name});
  for (const Person& person : plant.people) {
    draft.people.push_back({.id = person.id,
                            .name = person.name,
                            .calendar = id_of(plant.calendars, person.calendar),
                            .wage_per_hour = person.wage,
                            .overtime_wage_per_hour = person.overtime_wage,
                            .hours_per_day = person.hours_per_day,
                            .hours_per_week = person.hours_per_week});
    for (const PersonSkill& skill : person.skills) {
      draft.person_skills.push_back({.person = person.id,
                                     .skill = plant.skills[skill.skill].id,
                                     .level = skill.level,
                                     .from = skill.from,
                                     .until = skill.until});
    }
    for (const CalendarException& absence : person.absences) {
      draft.absences.push_back(
          {.person = person.id, .from = absence.from, .until = absence.until, .reason = absence.reason});
    }
  }
}

}  // namespace

void resources_back(const Plant& plant, PlantDraft& draft) {
  for (const WorkCentre& centre : plant.work_centres) {
    draft.work_centres.push_back({.id = centre.id, .name = centre.name, .site = id_of(plant.sites, centre.site)});
  }
  units_back(plant, draft);
  for (const Tool& tool : plant.tools) {
    draft.tools.push_back({.id = tool.id, .name = tool.name, .count = tool.count});
  }
  people_back(plant, draft);
}

}  // namespace kilter::model
