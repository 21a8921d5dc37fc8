// Where else an operation of the published plan could be done, each re-solved, checked and priced: on every other unit
// that can do it, as soon as may be, later, with overtime on the day on which it stands.
#pragma once

#include <string_view>
#include <vector>

#include "coordinate/live/moves/moves.hpp"

namespace kilter::coordinate {

enum class AlternativeKind : std::uint8_t { other_unit, soonest, later, overtime };
std::string_view word(AlternativeKind kind);

struct Alternative {
  AlternativeKind kind = AlternativeKind::other_unit;
  Wish wish;                                   // what to ask Moves for to have it again
  std::vector<plan::OvertimeWindow> overtime;  // the same
  MoveAnswer answer;                           // with a way
};

// Of the operation that `of` names. Those that come to its published place, or to one that another has already, are
// left out. In order of money. `limits` as for each question; O(units) questions.
std::vector<Alternative> alternatives(const Moves& moves, const Wish& of, const MoveLimits& limits);

}  // namespace kilter::coordinate
