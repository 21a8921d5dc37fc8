// The operation that waits and one on another machine of the same group change places.
//
//   M1 ... b u ...        M1 ... b v ...
//   M2 ... v ...     ->   M2 ... u ...
#pragma once

#include "schedule/search/moves/move.hpp"

namespace kilter::schedule {

class Exchange final : public Move {
 public:
  [[nodiscard]] const char* name() const override { return "exchange"; }
  bool apply(Trial& trial, const Blocked& where, base::Random& random) override;
};

}  // namespace kilter::schedule
