// Two operations of one batch family change places: each goes into the other's batch, or where it stood alone. So full
// batches can change, too.
//
//   M1 ... [a u] ... [v b] ...    ->    M1 ... [a v] ... [u b] ...
#pragma once

#include <vector>

#include "schedule/search/moves/move.hpp"

namespace kilter::schedule {

class SwapMembers final : public Move {
 public:
  explicit SwapMembers(const Problem& problem);
  [[nodiscard]] const char* name() const override { return "swap members"; }
  bool apply(Trial& trial, const Blocked& where, base::Random& random) override;

 private:
  std::vector<std::vector<Index>> families_;  // batch family -> operations that may share
};

}  // namespace kilter::schedule
