// What the ways to repair one disruption share, and the ways themselves. See repair.hpp for what they promise.
#pragma once

#include <vector>

#include "schedule/repair/repair.hpp"
#include "schedule/timing/calendar_cache.hpp"
#include "schedule/timing/network.hpp"
#include "schedule/timing/propagation.hpp"
#include "schedule/timing/state.hpp"
#include "schedule/timing/timing.hpp"

namespace kilter::schedule {

// The changed problem with a published schedule, and the same problem in which nothing planned starts earlier than
// published. Answers for the second are answers for the first.
class Damage {
 public:
  // Borrows both.
  Damage(const Problem& changed, const Solution& published);
  Damage(const Damage&) = delete;
  Damage& operator=(const Damage&) = delete;

  [[nodiscard]] const Problem& problem() const { return problem_; }
  [[nodiscard]] const Solution& published() const { return published_; }
  // What times schedules: as early as the problem allows, and not before published starts.
  struct Clock {
    explicit Clock(const Problem& problem, const CalendarCache& calendars)
        : network(problem), timing(network, calendars), propagation(network, timing) {}
    Network network;
    Timing timing;
    Propagation propagation;
  };
  Clock& early() { return early_; }
  Clock& held() { return held_clock_; }
  [[nodiscard]] bool is_planned(Index op) const { return published_.start[op] != kNever; }
  // When a planned operation stops waiting for others as published: its start, or the end of a setup ahead of it.
  [[nodiscard]] Tick planned_wait(Index op) const { return planned_wait_[op]; }
  // The published sequences, fixed operations first, timed from left to right; what has no place there is out.
  [[nodiscard]] const State& unchanged_sequences() const { return unchanged_; }
  CalendarCache& calendars() { return calendars_; }
  // An empty schedule but for fixed operations.
  [[nodiscard]] State fixed_only() const;
  // With its score.
  [[nodiscard]] Solution solution(const State& state) const;

 private:
  [[nodiscard]] std::vector<Tick> waits() const;
  [[nodiscard]] Problem hold() const;
  [[nodiscard]] std::vector<Index> fixed_first() const;
  void sweep_unchanged();
  void sweep_unchanged(std::vector<Index> order);

  const Problem& problem_;
  const Solution& published_;
  std::vector<Tick> planned_wait_;
  Problem held_;
  CalendarCache calendars_;
  Clock early_;
  Clock held_clock_;
  State unchanged_;
};

// Fixed operations that the schedule has no time for.
Index fixed_without_place(const Problem& problem, const Solution& solution);

// Right-shift rescheduling (Abumaizar and Svestka 1997): every lane keeps its sequence; later starts run on through
// arcs and lanes. What has no place is put into gaps. O(N) and what is put in.
Solution shift_right(Damage& damage);

// Dispatch and search without regard to the published schedule, but for what is fixed; the search begins at the best of
// some dispatch rules and of `kept`, another repair, with nothing held. `seconds` when options.steps is 0.
Solution plan_anew(Damage& damage, const Solution& kept, const RepairOptions& options, double seconds);

// Operations in the order in which they can start, ties in the published order, on the published machine with the
// published people unless that delays them by more than they are patient for; nothing starts earlier than published.
// O(N log N) placements.
Solution dispatch_sticky(Damage& damage, const RepairOptions& options);

// Searches around what `kept`, another repair, changes, for less tardiness and cost; everything else keeps its sequence
// and nothing starts earlier than published. Changes cost what the options say. `seconds` when options.steps is 0.
Solution search_window(Damage& damage, const Solution& kept, const RepairOptions& options, double seconds);

}  // namespace kilter::schedule
