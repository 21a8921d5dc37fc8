// What is known of each lane while a schedule is built forward in time: when it falls free, which family it is set up
// for, and stretches promised in advance (pinned operations, successors that must not wait).
//
//   lane  ######......[pinned]......
//               ^free  ^reserved        something may still be put in before it
#pragma once

#include <vector>

#include "schedule/problem.hpp"

namespace kilter::schedule {

struct Stretch {
  Tick from = 0;
  Tick until = 0;
  Tick setup = 0;  // its sequence-dependent setup as reckoned
  Index family = kNone;
  bool sets_family = false;  // the lane is the operation's machine
  Index operation = kNone;
};

class LaneBook {
 public:
  explicit LaneBook(const Problem& problem);

  // Promised stretches that have begun at `now` become the lane's present work.
  void advance(Index lane, Tick now);
  // After advance(lane, now): when the present work ends.
  [[nodiscard]] Tick free_at(Index lane) const { return free_[lane]; }
  [[nodiscard]] Index family(Index lane) const { return family_[lane]; }
  // Ascending by start.
  [[nodiscard]] const std::vector<Stretch>& promises(Index lane) const { return promised_[lane]; }
  [[nodiscard]] bool has_promises() const { return promise_count_ > 0; }

  // Present work from now on.
  void occupy(Index lane, const Stretch& stretch);
  void promise(Index lane, const Stretch& stretch);
  // Takes a promise for `operation` back.
  void revoke(Index lane, Index operation);

 private:
  std::vector<Tick> free_;
  std::vector<Index> family_;
  std::vector<std::vector<Stretch>> promised_;
  std::size_t promise_count_ = 0;
};

}  // namespace kilter::schedule
