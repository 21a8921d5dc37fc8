// An unplaced operation whose predecessors are placed gets a seat: any mode, anybody who may, as soon as it may begin.
#pragma once

#include "schedule/search/moves/move.hpp"

namespace kilter::schedule {

class Adopt final : public Move {
 public:
  [[nodiscard]] const char* name() const override { return "adopt"; }
  // Looks for an unplaced operation itself; `where` is not used.
  bool apply(Trial& trial, const Blocked& where, base::Random& random) override;
};

}  // namespace kilter::schedule
