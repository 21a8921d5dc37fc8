#include "schedule/timing/overtime.hpp"

#include <algorithm>
#include <vector>

namespace kilter::schedule {
namespace {

using Calendars = std::vector<const time::WorkingCalendar*>;

Tick close_after(const time::WorkingCalendar& calendar, Tick open) {
  const auto intervals = calendar.intervals();
  return std::upper_bound(intervals.begin(), intervals.end(), open,
                          [](Tick t, const time::Interval& interval) { return t < interval.close; })
      ->close;
}

// First tick >= t at which all are open; kNever.
Tick common_open(const Calendars& calendars, Tick t) {
  for (std::size_t agreed = 0, at = 0; agreed < calendars.size() && t != kNever; at = (at + 1) % calendars.size()) {
    const Tick open = calendars[at]->next_open(t);
    agreed = open == t ? agreed + 1 : 1;
    t = open;
  }
  return t;
}

// Seconds of [from, until) in which all are open.
Cost common_seconds(const Calendars& calendars, Tick from, Tick until) {
  Cost sum = 0;
  for (Tick open = common_open(calendars, from); open < until;) {
    Tick close = until;
    for (const time::WorkingCalendar* calendar : calendars) close = std::min(close, close_after(*calendar, open));
    sum += close - open;
    open = common_open(calendars, close);
  }
  return sum;
}

// The hours of the machine, or the mode, and of everybody who fills a slot.
Calendars hours_of(const Network& network, const State& state, Index op) {
  const Problem& problem = network.problem();
  const Mode& mode = problem.modes[state.mode[op]];
  const Index own = mode.group == kNone ? mode.calendar : problem.lanes[state.lane[op]].calendar;
  Calendars result{&problem.calendars[own]};
  for (Index slot = network.row(op).first_slot; slot < network.row(op + 1).first_slot; ++slot) {
    result.push_back(&problem.calendars[slot_calendar(problem, slot, state.lane[network.node_of_slot(slot)])]);
  }
  return result;
}

}  // namespace

Cost overtime_cost(const Network& network, const State& state, Index op) {
  const Problem& problem = network.problem();
  Calendars calendars;
  Cost sum = 0;
  const auto add = [&](Index lane, Tick until) {
    if (lane == kNone || problem.lanes[lane].overtime == kNone) return;
    const Overtime& overtime = problem.overtimes[problem.lanes[lane].overtime];
    if (calendars.empty()) calendars = hours_of(network, state, op);
    calendars.push_back(&problem.calendars[overtime.calendar]);
    sum += common_seconds(calendars, state.start[op], until) * overtime.cost_per_second;
    calendars.pop_back();
  };
  if (!is_joined(state, op)) add(state.lane[op], state.end[op]);
  for (Index slot = network.row(op).first_slot; slot < network.row(op + 1).first_slot; ++slot) {
    add(state.lane[network.node_of_slot(slot)], state.busy_until[slot]);
  }
  return sum;
}

}  // namespace kilter::schedule
