// An operation goes to another machine (any mode, any lane), at the place that its predecessors' ends give it or at the
// place it has now; people and tools stay.
#pragma once

#include "schedule/search/moves/move.hpp"

namespace kilter::schedule {

class Reassign final : public Move {
 public:
  // `blocker`: moves the one in the way instead of the one that waits.
  explicit Reassign(bool blocker) : blocker_(blocker) {}
  [[nodiscard]] const char* name() const override { return blocker_ ? "reassign-blocker" : "reassign"; }
  bool apply(Trial& trial, const Blocked& where, base::Random& random) override;

 private:
  bool blocker_;
};

}  // namespace kilter::schedule
