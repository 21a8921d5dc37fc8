// An operation leaves its batch, if it is in one, and joins another of its batch family on any machine that can do it.
//
//   M1 ... [a b] [c] ...        M1 ... [a b u] [c] ...
//   M2 ... [u v] ...     ->     M2 ... [v] ...
#pragma once

#include "schedule/search/moves/move.hpp"

namespace kilter::schedule {

class JoinBatch final : public Move {
 public:
  [[nodiscard]] const char* name() const override { return "join batch"; }
  bool apply(Trial& trial, const Blocked& where, base::Random& random) override;
};

}  // namespace kilter::schedule
