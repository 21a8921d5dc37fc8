// What the kernel tries for a damaged schedule, as plans of the plant that say what they change. Repairs and moves are
// made of these.
#pragma once

#include <vector>

#include "coordinate/live/carry/situation.hpp"
#include "coordinate/live/repairs.hpp"
#include "coordinate/live/ways/candidates.hpp"
#include "coordinate/live/ways/extra_hours.hpp"
#include "schedule/repair/repair.hpp"

namespace kilter::coordinate {

class KernelWays {
 public:
  // Borrows all.
  KernelWays(const model::Plant& now, const Published& published, const RepairLimits& limits)
      : now_(now), published_(published), limits_(limits) {}

  // All that were tried, in `share` of the time for searching; right shift first.
  [[nodiscard]] std::vector<schedule::Repair> tried(const schedule::Disrupted& damage, double share) const;
  // A costed plan of the situation, with its differences and its money against `nothing_done`.
  [[nodiscard]] RepairPlan described(const Situation& today, RepairWay how, plan::Plan plan,
                                     const plan::Objective& nothing_done) const;
  // The same with `extra` windows of overtime: those in which nobody works are closed again, unless that changes what
  // others may work (limits per week), for which there is the whole of them instead.
  [[nodiscard]] Candidate overtime(const Situation& opened, const std::vector<plan::OvertimeWindow>& extra,
                                   const schedule::Solution& solution, const plan::Objective& nothing_done) const;

 private:
  const model::Plant& now_;
  const Published& published_;
  const RepairLimits& limits_;
};

// By what the kernel calls it.
RepairWay way_of(const schedule::Repair& repair);

// Ways often come to the same schedule: whether none before this one, of the same list, has.
bool is_first(const std::vector<schedule::Repair>& ways, const schedule::Repair& way);

}  // namespace kilter::coordinate
