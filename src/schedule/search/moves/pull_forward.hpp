// The waiting operation overtakes the one it waits for, and maybe a few more before it.
//
//   ... x b u ...   ->   ... x u b ...   or   ... u x b ...
#pragma once

#include "schedule/search/moves/move.hpp"

namespace kilter::schedule {

class PullForward final : public Move {
 public:
  // Overtakes up to `reach` operations.
  explicit PullForward(Index reach) : reach_(reach) {}
  [[nodiscard]] const char* name() const override { return "pull-forward"; }
  bool apply(Trial& trial, const Blocked& where, base::Random& random) override;

 private:
  Index reach_;
};

}  // namespace kilter::schedule
