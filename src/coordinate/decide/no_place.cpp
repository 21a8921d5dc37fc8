#include "coordinate/decide/no_place.hpp"

#include <algorithm>

namespace kilter::coordinate {

using schedule::Index;
using schedule::kNone;
using time::kNever;
using time::Tick;

NoPlace::NoPlace(const schedule::Problem& problem, const schedule::Solution& solution)
    : problem_(problem), solution_(solution), free_(problem.lanes.size(), 0) {
  for (Index operation = 0; operation < problem.operation_count; ++operation) {
    if (solution.end[operation] == kNever) continue;
    for (Index slot = problem.slot_begin[operation]; slot < problem.slot_begin[operation + 1]; ++slot) {
      const Index lane = solution.slot_lane[slot];
      if (lane != kNone) free_[lane] = std::max(free_[lane], solution.end[operation]);
    }
  }
}

plan::UnplannedReason NoPlace::reason(Index operation) const {
  if (problem_.modes_of(operation).empty()) return plan::UnplannedReason::no_unit;
  for (const schedule::Slot& slot : problem_.slots_of(operation)) {
    if (deserted(operation, slot.lanes)) return plan::UnplannedReason::no_person;
  }
  for (const schedule::Arc& arc : problem_.predecessors_of(operation)) {
    if (arc.maximum_lag != kNever) return plan::UnplannedReason::infeasible_wait;
  }
  return plan::UnplannedReason::beyond_horizon;
}

// From when on nothing else holds it up.
Tick NoPlace::ready(Index operation) const {
  Tick from = problem_.release[operation];
  for (const schedule::Arc& arc : problem_.predecessors_of(operation)) {
    from = std::max(from, std::min(kNever - arc.minimum_lag, solution_.end[arc.operation]) + arc.minimum_lag);
  }
  return from;
}

bool NoPlace::deserted(Index operation, Index lanes) const {
  const auto modes = problem_.modes_of(operation);
  return std::all_of(modes.begin(), modes.end(),
                     [&](const schedule::Mode& mode) { return deserted(operation, lanes, mode); });
}

// From the moment at which as many of the set of `lanes` are free as the operation has slots for them, the machine
// alone would have the hours; fewer of them have.
bool NoPlace::deserted(Index operation, Index lanes, const schedule::Mode& mode) const {
  const auto ends = [&](const time::WorkingCalendar& hours, Tick from) {
    return problem_.pausable[operation] != 0 ? hours.add(from, mode.work) : hours.fit(from, mode.work);
  };
  const time::WorkingCalendar& machine = problem_.calendars[mode.calendar];
  const Tick begin = ready(operation);
  const auto& candidates = problem_.lane_sets[lanes];
  const auto slots = problem_.slots_of(operation);
  const auto heads = static_cast<std::size_t>(
      std::count_if(slots.begin(), slots.end(), [&](const auto& slot) { return slot.lanes == lanes; }));
  std::vector<Tick> free;
  for (const schedule::Candidate& candidate : candidates) free.push_back(std::max(begin, free_[candidate.lane]));
  std::sort(free.begin(), free.end());
  const Tick together = free.size() < heads ? begin : free[heads - 1];
  const auto staying = std::count_if(candidates.begin(), candidates.end(), [&](const schedule::Candidate& candidate) {
    const auto hours = time::WorkingCalendar::intersect(machine, problem_.calendars[candidate.calendar]);
    return ends(hours, std::max(together, free_[candidate.lane])) != kNever;
  });
  return static_cast<std::size_t>(staying) < heads && ends(machine, together) != kNever;
}

}  // namespace kilter::coordinate
