// What somebody wishes by hand for operations of the published plan, as it comes in; and in the plant's terms.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "coordinate/live/moves/moves.hpp"
#include "service/planning/today.hpp"

namespace kilter::service {

struct MoveRequest {
  std::string operation;  // "MO-7/10"
  std::string unit;       // empty: where it stands
  std::string start;      // as in plant folders; empty: as near to where it stands as may be
  std::vector<std::string> people;
  bool soonest = false;
};

struct MoveQuestion {
  std::vector<MoveRequest> moves;
  std::string prefer;                 // "change", "lateness", "cost"; empty: change
  std::vector<std::string> overtime;  // days on which all overtime on offer opens, as in 2026-12-03
  bool over_frozen = false;           // also what is frozen
  bool nearest = false;  // for a proposal: where they are not to be had as wished, the nearest start will do
  bool pin = false;      // for a proposal: they stay there from then on
};

struct Wishes {
  std::vector<coordinate::Wish> wishes;
  coordinate::MoveLimits limits;
};

// Faults name the field, those of the second move as "moves/1/unit".
base::Result<Wishes> wishes_of(const MoveQuestion& question, Today& today);

// "MO-7/10" cut at its last slash; nothing behind it: no operation.
struct OperationName {
  std::string order;
  std::string operation;
};
OperationName operation_name(const std::string& text);

}  // namespace kilter::service
