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
    if (deserted(operation, slot)) return plan::UnplannedReason::no_person;
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

bool NoPlace::deserted(Index operation, const schedule::Slot& slot) const {
  const auto modes = problem_.modes_of(operation);
  return std::all_of(modes.begin(), modes.end(),
                     [&](const schedule::Mode& mode) { return deserted(operation, slot, mode); });
}

// The machine alone would have the hours, from when the first of those who may fill the slot is free; none of these
// has.
bool NoPlace::deserted(Index operation, const schedule::Slot& slot, const schedule::Mode& mode) const {
  const auto ends = [&](const time::WorkingCalendar& hours, Tick from) {
    return problem_.pausable[operation] != 0 ? hours.add(from, mode.work) : hours.fit(from, mode.work);
  };
  const time::WorkingCalendar& machine = problem_.calendars[mode.calendar];
  const Tick begin = ready(operation);
  Tick first = kNever;
  for (const schedule::Candidate& candidate : problem_.lane_sets[slot.lanes]) {
    const Tick from = std::max(begin, free_[candidate.lane]);
    first = std::min(first, from);
    if (ends(time::WorkingCalendar::intersect(machine, problem_.calendars[candidate.calendar]), from) != kNever) {
      return false;
    }
  }
  return ends(machine, first == kNever ? begin : first) != kNever;
}

}  // namespace kilter::coordinate
