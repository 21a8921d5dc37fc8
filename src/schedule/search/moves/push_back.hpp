// The operation in the way goes behind the one that waits for it, and maybe behind a few more.
//
//   ... b u y ...   ->   ... u b y ...   or   ... u y b ...
#pragma once

#include "schedule/search/moves/move.hpp"

namespace kilter::schedule {

class PushBack final : public Move {
 public:
  // Goes behind up to `reach` operations.
  explicit PushBack(Index reach) : reach_(reach) {}
  [[nodiscard]] const char* name() const override { return "push-back"; }
  bool apply(Trial& trial, const Blocked& where, base::Random& random) override;

 private:
  Index reach_;
};

}  // namespace kilter::schedule
