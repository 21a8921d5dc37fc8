// Closed hours in which overtime is on offer that a hard cap left no money for.
//
//   unit      |== Fri ==|                 |== Mon ==|
//   on offer                 |~ Sat ~|
//   told      |work|- closed -| budget |- closed -|work|     when Saturday, as long as there is work left, costs more
//                                                            than the cap has left, and less than the lateness does
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"
#include "time/working_calendar.hpp"

namespace kilter::coordinate {

class StoppedOvertime {
 public:
  // Of a plan with its costs. Both must outlive this. Free where no hard cap holds overtime.
  StoppedOvertime(const model::Plant& plant, const plan::Plan& plan);

  // Turns the parts of each closed link that a cap keeps closed into links of their own: LateCause::budget at the
  // placement, with the capped period as blocker. The links go on touching.
  void tell(plan::LateChain& chain);

 private:
  // Of a placement's unit and people together.
  struct Hours {
    time::WorkingCalendar now;
    time::WorkingCalendar offered;  // if all overtime were worked
    time::WorkingCalendar shut;     // of these the ones in which the unit is closed now
  };
  void tell(model::OrderId order, const plan::LateLink& closed, std::vector<plan::LateLink>& told);
  [[nodiscard]] std::optional<plan::LateLink> first_stopped(model::OrderId order, const plan::LateLink& closed);
  [[nodiscard]] bool helps(const plan::LateLink& closed) const;
  const Hours& hours_of(plan::PlacementId id);
  [[nodiscard]] time::WorkingCalendar effective(const plan::Placement& placement,
                                                const std::vector<plan::OvertimeWindow>& overtime) const;
  [[nodiscard]] time::Tick work_left(plan::PlacementId id, time::Tick t);
  [[nodiscard]] base::Money price(const plan::Placement& placement, time::Interval worked) const;
  [[nodiscard]] base::Money overtime_pay(model::CalendarId calendar, base::HourlyRate rate,
                                         time::Interval worked) const;

  const model::Plant& plant_;
  const plan::Plan& plan_;
  std::vector<plan::OvertimeWindow> all_;          // all overtime that the plant offers
  std::vector<const plan::BudgetLine*> capped_;    // of overtime
  std::map<model::OrderId, base::Money> penalty_;  // of late orders
  std::map<plan::PlacementId, Hours> hours_;       // of those asked about
};

}  // namespace kilter::coordinate
