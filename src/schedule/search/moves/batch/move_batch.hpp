// A whole batch moves: before the batch in front of it, behind the one that follows, or to another machine.
//
//   M1 ... [a b] [u v] [c] ...    ->    M1 ... [u v] [a b] [c] ...
#pragma once

#include "schedule/search/moves/move.hpp"

namespace kilter::schedule {

class MoveBatch final : public Move {
 public:
  [[nodiscard]] const char* name() const override { return "move batch"; }
  bool apply(Trial& trial, const Blocked& where, base::Random& random) override;
};

}  // namespace kilter::schedule
