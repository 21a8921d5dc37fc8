// Which operations and lanes of a schedule a window consists of.
#pragma once

#include <span>
#include <vector>

#include "schedule/timing/network.hpp"
#include "schedule/timing/state.hpp"

namespace kilter::schedule {

struct Members {
  // A lane that a free operation may use, and the nodes that bound the window on it.
  struct Bounds {
    Index lane = kNone;
    Index before = kNone;  // node
    Index anchor = kNone;  // node
  };
  enum class Kind : std::uint8_t {
    free,    // the search may move it
    held,    // stands between free ones on their lanes
    passed,  // on no such lane, but between members: it waits for one, and another waits for it
    anchor,  // bounds a lane
  };
  struct Member {
    Index operation = 0;
    Kind kind = Kind::free;
  };
  std::vector<Member> operations;  // in the order of the state, those without a place last
  std::vector<Bounds> lanes;       // ascending by lane
};

// `free` as in WindowCutter::cut; `between`: with those of kind passed. `lane_of`: lane -> place in Members::lanes; all
// kNone on entry, to be cleared by the caller.
Members find_members(const Network& network, const State& state, std::span<const Index> free, bool between,
                     std::vector<Index>& lane_of);

// Calls `visit(node)` for the machine of `op` and for each of its slots.
template <class Visit>
void for_each_node(const Network& network, Index op, Visit&& visit) {
  visit(op);
  for (Index slot = network.row(op).first_slot; slot < network.row(op + 1).first_slot; ++slot)
    visit(network.node_of_slot(slot));
}

}  // namespace kilter::schedule
