#include "schedule/timing/timing.hpp"

#include <algorithm>

#include "schedule/timing/transfer/batch_bound.hpp"

namespace kilter::schedule {

Times Timing::within_horizon(Times times) const {
  if (times.start == kNever || times.end == kNever || times.end > problem_.horizon) return {};
  return times;
}

Tick Timing::setup_before(const State& state, Index op) const {
  const Index lane = state.lane[op];
  if (lane == kNone || problem_.lanes[lane].setup_matrix == kNone || network_.row(op).fixed == Fixed::running) return 0;
  const Index before = state.previous[first_of_batch(state, op)];
  const Index from = before == kNone ? problem_.lanes[lane].initial_family : network_.row(before).family;
  return problem_.setup_matrices[problem_.lanes[lane].setup_matrix].time(from, network_.row(op).family);
}

Tick Timing::lanes_ready(const State& state, Index op) const {
  Tick ready = kLongAgo;
  if (state.previous[op] != kNone) ready = state.end[state.previous[op]];
  if (!network_.has_slots()) return ready;
  for (Index slot = network_.row(op).first_slot; slot < network_.row(op + 1).first_slot; ++slot) {
    const Index before = state.previous[network_.node_of_slot(slot)];
    if (before != kNone) ready = std::max(ready, state.busy_until[before - network_.operation_count()]);
  }
  return ready;
}

Tick Timing::first_batch(const State& state, const Arc& arc) const {
  const Index before = arc.operation;
  if (state.end[before] == kNever) return kNever;
  const Tick own = problem_.own_setup[before];
  const Tick run = problem_.modes[state.mode[before]].work - own;
  const Tick work = state.setup[before] + own + problem_.transfers[arc.transfer].finished(run, 1);
  return calendars_[state.calendar[before]].add(state.start[before], work);
}

Tick Timing::arcs_ready(const State& state, Index op) const {
  Tick ready = network_.row(op).release;
  for (const Arc& arc : network_.predecessors_of(op)) {
    const Tick from = arc.transfer == kNone ? state.end[arc.operation] : first_batch(state, arc);
    ready = std::max(ready, later(from, arc.minimum_lag));
  }
  return ready;
}

Tick Timing::work_of(const State& state, Index op) const {
  if (!shares_batch(state, op)) return problem_.modes[state.mode[op]].work;
  Tick work = 0;
  for (Index one = first_of_batch(state, op); one != kNone; one = next_in_batch(state, one)) {
    work = std::max(work, problem_.modes[state.mode[one]].work);
  }
  return work;
}

// By arcs, release and delays for maximum lags.
Tick Timing::ready(const State& state, Index op) const {
  const Tick arcs = arcs_ready(state, op);
  return state.not_before.empty() ? arcs : std::max(arcs, state.not_before[op]);
}

Tick Timing::transfer_bound(const State& state, Index op, Work work, Tick ready) const {
  const Tick own = problem_.own_setup[op];
  for (const Arc& arc : network_.predecessors_of(op)) {
    if (arc.transfer == kNone) continue;
    const Index before = arc.operation;
    if (state.end[before] == kNever) return kNever;
    const Transfer& transfer = problem_.transfers[arc.transfer];
    const BatchBound batches({.transfer = transfer,
                              .made = calendars_[state.calendar[before]],
                              .used = calendars_[work.calendar],
                              .start_before = state.start[before],
                              .setup_before = problem_.own_setup[before] + state.setup[before],
                              .run_before = problem_.modes[state.mode[before]].work - problem_.own_setup[before],
                              .lag = arc.minimum_lag,
                              .setup = work.setup + own,
                              .run = problem_.modes[state.mode[op]].work - own});
    ready = batches.raise(ready);
  }
  return ready;
}

Times Timing::fit(const State& state, Index op, Index calendar, Times ready_and_setup) const {
  if (ready_and_setup.start == kNever || calendar == kNone) return {};
  const time::WorkingCalendar& hours = calendars_[calendar];
  const Tick setup = ready_and_setup.setup;
  Tick ready = ready_and_setup.start;
  if (network_.has_transfers() && network_.row(op).fixed == Fixed::free)
    ready = transfer_bound(state, op, {.calendar = calendar, .setup = setup}, ready);
  const Tick work = later(setup, work_of(state, op));
  if (network_.row(op).pausable != 0) {
    const time::Interval run = hours.run(ready, work);
    return within_horizon({.start = run.open, .end = run.close, .setup = setup});
  }
  const Tick start = hours.fit(ready, work);
  return within_horizon({.start = start, .end = later(start, work), .setup = setup});
}

// The setup may run before `arcs`, on the lane from `lanes` on, as late as possible.
Times Timing::fit_setup_ahead(const State& state, Index op, Tick arcs, Tick lanes) const {
  const Index calendar = state.calendar[op];
  const Tick setup = setup_before(state, op);
  if (arcs == kNever || lanes == kNever || calendar == kNone) return {};
  const time::WorkingCalendar& hours = calendars_[calendar];
  lanes = std::max(lanes, problem_.origin);
  const Tick work = work_of(state, op);
  const Tick ready = transfer_bound(state, op, {.calendar = calendar, .setup = 0}, arcs);
  if (ready == kNever) return {};
  if (network_.row(op).pausable == 0) {
    const Tick start = hours.fit(std::max(lanes, later(ready, -setup)), later(setup, work));
    return within_horizon({.start = start, .end = later(start, later(setup, work)), .setup = setup});
  }
  const time::Interval run = hours.run(std::max(hours.add(lanes, setup), ready), work);
  if (run.close == kNever) return {};
  return within_horizon({.start = hours.subtract(run.open, setup), .end = run.close, .setup = setup});
}

Times Timing::place_fixed(const State& state, Index op, Tick ready) const {
  const Tick start = network_.row(op).release;
  if (state.calendar[op] == kNone) return {};
  if (network_.row(op).fixed == Fixed::pinned && ready > start) return {};
  const Tick setup = setup_before(state, op);
  const Tick end = calendars_[state.calendar[op]].add(start, later(setup, work_of(state, op)));
  return within_horizon({.start = start, .end = end, .setup = setup});
}

Times Timing::place(const State& state, Index op) const {
  const Index first = first_of_batch(state, op);
  const Tick lanes = lanes_ready(state, first);
  Tick arcs = ready(state, first);
  for (Index one = next_in_batch(state, first); one != kNone; one = next_in_batch(state, one)) {
    arcs = std::max(arcs, ready(state, one));
  }
  if (network_.row(op).fixed != Fixed::free) return place_fixed(state, op, std::max(lanes, arcs));
  const Tick setup = setup_before(state, op);
  if (setup > 0 && problem_.setup_overlaps_waiting) return fit_setup_ahead(state, op, arcs, lanes);
  return fit(state, op, state.calendar[op], {.start = std::max(lanes, arcs), .setup = setup});
}

Tick Timing::attended_until(const State& state, Index op, Index slot, const Times& times) const {
  const Tick run = problem_.slots[slot].attended_run;
  if (run == kWhole || times.end == kNever) return times.end;
  const Tick attended = later(times.setup + problem_.own_setup[op], run);
  if (attended == 0) return times.start;
  if (attended >= times.setup + problem_.modes[state.mode[op]].work) return times.end;
  return calendars_[state.calendar[op]].add(times.start, attended);
}

Tick Timing::wait_over(const State& state, Index op) const {
  const Tick start = state.start[op];
  const Tick setup = state.setup[op];
  if (setup == 0 || start == kNever || !problem_.setup_overlaps_waiting) return start;
  if (network_.row(op).fixed != Fixed::free) return start;
  const time::WorkingCalendar& hours = calendars_[state.calendar[op]];
  return hours.next_open(hours.add(start, setup));
}

Tick Timing::ready_for_end(const State& state, Index op, Tick end) const {
  if (network_.row(op).fixed != Fixed::free || state.calendar[op] == kNone || end == kNever) return kNever;
  const time::WorkingCalendar& hours = calendars_[state.calendar[op]];
  const Tick own = work_of(state, op);
  const bool ahead = state.setup[op] > 0 && problem_.setup_overlaps_waiting;
  if (network_.row(op).pausable == 0) return end - (ahead ? own : own + state.setup[op]);
  const Tick work = ahead ? own : own + state.setup[op];
  if (work == 0) return end;
  const Tick start = hours.subtract(end, work);
  if (start == kLongAgo) return start;
  return hours.add(start, work) >= end ? start : hours.next_open(start + 1);
}

void Timing::write(State& state, Index op, const Times& times) const {
  state.start[op] = times.start;
  state.end[op] = times.end;
  state.setup[op] = times.setup;
  for (Index slot = network_.row(op).first_slot; slot < network_.row(op + 1).first_slot; ++slot) {
    state.busy_until[slot] = attended_until(state, op, slot, times);
  }
}

}  // namespace kilter::schedule
