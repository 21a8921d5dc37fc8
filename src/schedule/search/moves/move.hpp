// A move: a small random change of sequences or assignment. The search knows only this; Trial times, prices, keeps or
// takes back whatever a move did.
#pragma once

#include "base/random.hpp"
#include "schedule/search/trial.hpp"

namespace kilter::schedule {

// An operation that waits for the one before it on a lane. `node` and `blocker` are neighbours on that lane.
struct Blocked {
  Index node = kNone;
  Index blocker = kNone;  // kNone: nothing stands before it
};

class Move {
 public:
  Move() = default;
  Move(const Move&) = delete;
  Move& operator=(const Move&) = delete;
  virtual ~Move() = default;
  [[nodiscard]] virtual const char* name() const = 0;
  // Applies the move to the trial. False: there is none here, or it is impossible; the caller must undo().
  virtual bool apply(Trial& trial, const Blocked& where, base::Random& random) = 0;
};

}  // namespace kilter::schedule
