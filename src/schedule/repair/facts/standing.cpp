#include "schedule/repair/facts/standing.hpp"

#include <algorithm>

#include "schedule/repair/facts/divide_batches.hpp"
#include "schedule/timing/network.hpp"
#include "schedule/timing/state.hpp"
#include "schedule/timing/timing.hpp"

namespace kilter::schedule {
namespace {

// A schedule as published, with the hours and the rules of its own problem.
class Published {
 public:
  explicit Published(const Disrupted& all)
      : network_(all.problem),
        calendars_(all.problem),
        timing_(network_, calendars_),
        state_(make_state(network_, calendars_, all.published)) {
    state_.start = all.published.start;
    state_.end = all.published.end;
    state_.setup = all.published.setup;
  }
  [[nodiscard]] const time::WorkingCalendar& hours(Index op) const { return calendars_[state_.calendar[op]]; }
  // When the operation stops waiting for others.
  [[nodiscard]] Tick wait_over(Index op) const { return timing_.wait_over(state_, op); }
  [[nodiscard]] Tick origin() const { return network_.problem().origin; }
  [[nodiscard]] bool sets_up_ahead() const { return network_.problem().setup_overlaps_waiting; }
  [[nodiscard]] bool is_unbroken(Index op) const {
    return state_.end[op] - state_.start[op] == state_.setup[op] + timing_.work_of(state_, op);
  }

 private:
  Network network_;
  CalendarCache calendars_;
  Timing timing_;
  State state_;
};

// The changed problem in which nothing starts earlier than published.
Problem held(const Disrupted& changed, const Published& before, Zone zone, Index known) {
  Problem problem = changed.problem;
  problem.fixed_batch.clear();  // who stands with whom is what is asked
  if (zone == Zone::frozen) problem.setup_overlaps_waiting = false;
  if (zone == Zone::started) problem.origin = before.origin();
  for (Index op = 0; op < known; ++op) {
    if (problem.fixed[op] != Fixed::free || changed.published.start[op] == kNever) continue;
    const Tick planned = zone == Zone::frozen ? changed.published.start[op] : before.wait_over(op);
    problem.release[op] = std::max(problem.release[op], planned);
  }
  return problem;
}

class Standing {
 public:
  Standing(const Disrupted& before, const Disrupted& changed, Zone zone, Tick until)
      : before_(before),
        plan_(changed.published),
        zone_(zone),
        until_(until),
        problem_(held(changed, before_, zone, before.problem.operation_count)),
        network_(problem_),
        calendars_(problem_),
        timing_(network_, calendars_),
        state_(make_state(network_)),
        batch_(batches_in(plan_.order, plan_.joins)),
        setups_(problem_.operation_count, kNever) {}

  std::vector<Tick> run() {
    for (const Index op : plan_.order) {
      if (is_running(op)) stand(op);
    }
    for (const Index op : plan_.order) {
      if (!is_running(op) && is_asked(op)) stand(op);
    }
    if (zone_ == Zone::frozen) stand_later_pins();
    return std::move(setups_);
  }

 private:
  [[nodiscard]] bool is_running(Index op) const {
    return problem_.fixed[op] == Fixed::running && plan_.start[op] != kNever;
  }
  [[nodiscard]] bool is_asked(Index op) const {
    if (plan_.start[op] == kNever) return false;
    return plan_.start[op] < until_ && (zone_ == Zone::started || plan_.start[op] >= problem_.origin);
  }

  // Behind the zone pinned operations wait for others that are free: they stand when they need not move if all others
  // keep their sequences.
  void stand_later_pins() {
    problem_.setup_overlaps_waiting = before_.sets_up_ahead();
    for (const Index op : plan_.order) {
      if (plan_.start[op] == kNever || plan_.start[op] < until_ || is_running(op)) continue;
      if (problem_.fixed[op] == Fixed::pinned) {
        stand(op);
        continue;
      }
      take_place(op);
      const Times times = timing_.place(state_, op);
      if (times.start == kNever) {
        leave_place(op);
      } else {
        write_batch(op, times);
      }
    }
  }

  void stand(Index op) {
    take_place(op);
    const Times times = timing_.place(state_, op);
    if (times.start == plan_.start[op] && begins_as_before(op, times) && waits_not_too_long(op)) {
      write_batch(op, times);
      setups_[op] = times.setup;
    } else {
      leave_place(op);
    }
  }

  // With the members of its batch that stand already.
  void write_batch(Index op, const Times& times) {
    for (Index one = first_of_batch(state_, op); one != kNone; one = next_in_batch(state_, one)) {
      timing_.write(state_, one, times);
    }
  }

  void take_place(Index op) {
    state_.mode[op] = plan_.mode[op];
    if (plan_.lane[op] != kNone) {
      const Index before = state_.last[plan_.lane[op]];
      link_node(state_, op, plan_.lane[op], before);
      if (before < batch_.size() && batch_[before] == batch_[op]) state_.joins[op] = 1;
    }
    for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
      const Index lane = plan_.slot_lane[slot];
      if (lane != kNone) link_node(state_, network_.node_of_slot(slot), lane, state_.last[lane]);
    }
    state_.calendar[op] = effective_calendar(network_, calendars_, state_, op);
    state_.start[op] = plan_.start[op];  // for waits; the end is still open
  }

  void leave_place(Index op) {
    if (state_.lane[op] != kNone) unlink_node(state_, op);
    for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
      if (state_.lane[network_.node_of_slot(slot)] != kNone) unlink_node(state_, network_.node_of_slot(slot));
    }
    state_.start[op] = kNever;
  }

  // Fixed operations may begin in closed time and pause; but not because of what changed.
  [[nodiscard]] bool begins_as_before(Index op, const Times& times) const {
    if (problem_.fixed[op] == Fixed::free) return true;
    const time::WorkingCalendar& hours = calendars_[state_.calendar[op]];
    if (hours.next_open(times.start) != before_.hours(op).next_open(times.start)) return false;
    const bool unbroken = times.end - times.start == times.setup + timing_.work_of(state_, op);
    return problem_.pausable[op] != 0 || unbroken || !before_.is_unbroken(op);
  }

  [[nodiscard]] bool waits_not_too_long(Index op) const {
    if (is_running(op)) return true;
    const auto arcs = network_.predecessors_of(op);
    const Tick start = before_.wait_over(op);
    return std::all_of(arcs.begin(), arcs.end(), [&](const Arc& arc) {
      return arc.maximum_lag == kNever || start <= std::int64_t{state_.end[arc.operation]} + arc.maximum_lag;
    });
  }

  Published before_;
  const Solution& plan_;
  Zone zone_;
  Tick until_;
  Problem problem_;
  Network network_;
  CalendarCache calendars_;
  Timing timing_;
  State state_;
  std::vector<Index> batch_;  // operation -> the first of its published batch; empty without batch machines
  std::vector<Tick> setups_;
};

}  // namespace

std::vector<Tick> standing(const Disrupted& before, const Disrupted& changed, Zone zone, Tick until) {
  return Standing(before, changed, zone, until).run();
}

}  // namespace kilter::schedule
