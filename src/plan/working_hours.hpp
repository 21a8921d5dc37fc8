// Effective hours: when a unit or a person may work under a plan's overtime decisions.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::plan {

// Regular hours of a calendar, plus its overtime inside the windows decided for it.
time::WorkingCalendar decided_hours(const model::Plant& plant, const std::vector<OvertimeWindow>& overtime,
                                    model::CalendarId calendar);

// Hours of a work unit: decided hours less its closures.
time::WorkingCalendar unit_hours(const model::Plant& plant, const std::vector<OvertimeWindow>& overtime,
                                 model::WorkUnitId unit);

// Hours of a person: decided hours less absences, cut where a local day or an ISO week reaches the person's limit.
time::WorkingCalendar person_hours(const model::Plant& plant, const std::vector<OvertimeWindow>& overtime,
                                   model::PersonId person);

// The part of `hours` in which the person holds `skill` at `level` or above with a valid certificate.
time::WorkingCalendar certified_hours(const model::Plant& plant, const time::WorkingCalendar& hours,
                                      model::PersonId person, const model::SkillNeed& need);

}  // namespace kilter::plan
