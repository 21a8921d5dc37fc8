// The calendar-aware critical path (CPM, Kelley and Walker 1959): the earliest start and end of every operation when
// lanes are without limit, in its best mode. O(arcs + modes) calendar look-ups.
//
//   ready = max(release, end of each predecessor + lag; overlapping: its first batch)
//   start = least over modes of the first start that the hours allow;  end likewise
#pragma once

#include <algorithm>
#include <vector>

#include "schedule/bounds/relaxation/least_setup.hpp"
#include "schedule/bounds/relaxation/widest_hours.hpp"
#include "schedule/timing/network.hpp"

namespace kilter::schedule {

// What bounds derive once from a problem. Borrows it.
struct Relaxation {
  explicit Relaxation(const Problem& problem);

  // Setup that must stand between the start of `op` in `mode` and its own work.
  [[nodiscard]] Tick setup_before(Index op, const Mode& mode) const {
    return network.problem().setup_overlaps_waiting ? 0 : setups.before(op, mode.group);
  }

  // Whether batches of `op` are there no earlier than its waiting work begins. Not so without work when the setup runs
  // ahead: the batches are there when the setup is done, the operation begins and ends when hours open the next time.
  [[nodiscard]] bool batches_follow_start(Index op) const {
    if (!network.problem().setup_overlaps_waiting || network.problem().family[op] == kNone) return true;
    const auto modes = network.problem().modes_of(op);
    return std::all_of(modes.begin(), modes.end(), [](const Mode& mode) { return mode.work > 0; });
  }

  Network network;
  WidestHours hours;
  LeastSetup setups;
  std::vector<Index> order;  // topological
};

struct Heads {
  std::vector<Tick> start;  // no operation's waiting work begins before; kNever: it can never be placed
  std::vector<Tick> end;    // none ends before
};

Heads earliest_times(Relaxation& relaxation);

}  // namespace kilter::schedule
