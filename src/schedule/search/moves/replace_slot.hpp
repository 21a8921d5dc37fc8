// Another person (or copy of a tool) for one slot of an operation, or two who change slots.
#pragma once

#include "schedule/search/moves/move.hpp"

namespace kilter::schedule {

class ReplaceSlot final : public Move {
 public:
  [[nodiscard]] const char* name() const override { return "replace-slot"; }
  bool apply(Trial& trial, const Blocked& where, base::Random& random) override;
};

}  // namespace kilter::schedule
