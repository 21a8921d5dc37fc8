// Who needs which lanes for how long: every operation's machine and every slot, with all lanes that may serve it in any
// mode. Demands with the same lanes form a class; a set of lanes must bear the demands of all classes inside it.
//
//   classes  {1} {2} {2,3} {3,4}      sets  {1} {2} {2,3} {3,4} {2,3,4}: bears {2}, {2,3} and {3,4}
#pragma once

#include <span>
#include <vector>

#include "schedule/bounds/relaxation/heads.hpp"

namespace kilter::schedule {

struct Demand {
  Index operation = 0;
  Index lanes = 0;          // its class
  Tick head = 0;            // not occupied before
  Tick work = 0;            // open seconds, at least
  Tick setup_after = 0;     // before whatever comes next on the lane
  bool is_machine = false;  // not a slot
  Tick rest = 0;            // from its end to that of the operation, at least
};

// A set of lanes and the classes of demands that cannot leave it.
struct LaneSet {
  std::vector<Index> lanes;    // ascending
  std::vector<Index> classes;  // ascending
};

struct Demands {
  std::vector<Demand> all;
  std::vector<Index> begin;                 // operation -> demands, size operation_count + 1
  std::vector<std::vector<Index>> classes;  // lanes of each, ascending
  [[nodiscard]] std::span<const Demand> of(Index op) const {
    return {all.data() + begin[op], all.data() + begin[op + 1]};
  }
};

Demands gather_demands(Relaxation& relaxation, const Heads& heads);

// The classes themselves and unions of overlapping ones, about `limit` at most. Deterministic.
std::vector<LaneSet> lane_sets_of(const Demands& demands, std::size_t limit);

}  // namespace kilter::schedule
