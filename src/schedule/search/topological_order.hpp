// Keeps State::order a topological order while arcs are added to the graph (Pearce and Kelly 2006, with the order as an
// array).
//
//   require(a, b), position of b < position of a:   b . x . y . a        b and its descendants inside the window
//                                                   . . a b x y          go behind a; the rest slides left
//
// If a itself descends from b the new arc closes a cycle.
//
// With batch machines only sort() may be called: a batch moves as one, and what one member follows all of them follow.
#pragma once

#include <cstdint>
#include <vector>

#include "schedule/timing/network.hpp"
#include "schedule/timing/state.hpp"

namespace kilter::schedule {

class TopologicalOrder {
 public:
  explicit TopologicalOrder(const Network& network);

  // `before` must precede `after`. False: a cycle; the order is unchanged by this call. O(window).
  bool require(State& state, Index before, Index after);
  // After links of operations at positions first..last have changed in any way: sorts that part anew, as near to its
  // present order as links and arcs allow, the members of a batch next to each other. False: a cycle; the order is
  // unchanged by this call. O(last - first).
  bool sort(State& state, Index first, Index last);
  // Puts back the order as it was at the last forget().
  void undo(State& state);
  void forget();

 private:
  bool mark_next(const State& state, Index op, Index last);
  bool mark_descendants(const State& state, Index from, Index last);
  bool mark(const State& state, Index op, Index last);
  void shift(State& state, Index first, Index last);
  void save(const State& state, Index first, Index last);
  [[nodiscard]] Index unsorted_predecessor(const State& state, Index op, Index first) const;
  [[nodiscard]] Index unsorted_before_batch(const State& state, Index op, Index first) const;
  void put_out(const State& state, Index op);
  bool visit(const State& state, Index op, Index first, Index last);
  [[nodiscard]] bool is_marked(Index at) const { return (marks_[at >> 6U] >> (at & 63U) & 1U) != 0; }

  struct Segment {
    Index first = 0;
    Index count = 0;
  };
  const Network& network_;
  const Problem& problem_;
  std::vector<std::uint64_t> marks_;  // by position; clear between calls
  std::vector<Index> behind_;         // scratch
  std::vector<Index> sorted_;         // scratch of sort: what has its new place, predecessors first
  std::vector<Index> stack_;          // scratch of sort: what waits for its predecessors
  std::vector<Index> saved_;          // old contents of segments
  std::vector<Segment> segments_;
};

}  // namespace kilter::schedule
