// Hours in which nothing is done at a placement: its unit or its vendor is closed, or somebody assigned is away.
#pragma once

#include <vector>

#include "coordinate/explain/waits/staffing.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"
#include "time/working_calendar.hpp"

namespace kilter::coordinate {

class Pauses {
 public:
  // Effective hours of all units, vendors and people. Plant and plan must outlive this.
  Pauses(const model::Plant& plant, const plan::Plan& plan);
  Pauses(const Pauses&) = delete;
  Pauses& operator=(const Pauses&) = delete;

  // Cuts the link where the unit or vendor opens or closes, and where somebody comes or goes; says which it is. A link
  // in whose first moment all are there keeps its cause.
  void narrow(const plan::Placement& placement, plan::LateLink& link);
  // Appends links for [from, until), in which nobody was in the way: closed unit or vendor, absent person, or the
  // plan's choice, piece by piece.
  void add_idle(plan::PlacementId id, time::Tick from, time::Tick until, std::vector<plan::LateLink>& waits);

  // Hours of the placement's unit; of its vendor where it is done outside; always where it has neither.
  [[nodiscard]] const time::WorkingCalendar& place_hours(const plan::Placement& placement) const;
  [[nodiscard]] const time::WorkingCalendar& person_hours(std::uint32_t person) const { return person_hours_[person]; }
  [[nodiscard]] Staffing& staffing() { return staffing_; }

 private:
  void narrow_by_people(const plan::Placement& placement, plan::LateLink& link);

  const model::Plant& plant_;
  const plan::Plan& plan_;
  std::vector<time::WorkingCalendar> unit_hours_;
  std::vector<time::WorkingCalendar> vendor_hours_;  // always where a vendor has no calendar
  std::vector<time::WorkingCalendar> person_hours_;
  Staffing staffing_;
  time::WorkingCalendar always_;
};

}  // namespace kilter::coordinate
