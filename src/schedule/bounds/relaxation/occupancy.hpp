// How much of a lane an operation takes up.
//
//   capacity 3   a a b .      in four seconds of the machine a takes 2 * 4 / 3 of it, b 1 * 4 / 3: however batches are
//                             put together, the shares of their members add up to no more than they last
#pragma once

#include <cstdint>

#include "schedule/problem.hpp"

namespace kilter::schedule {

// May or must `op` run in a batch with others?
inline bool may_share_any(const Problem& problem, Index op) {
  return problem.may_share(op) || problem.is_fixed_with_others(op);
}

// In this mode?
inline bool may_share_in(const Problem& problem, Index op, const Mode& mode) {
  if (mode.group == kNone || !may_share_any(problem, op) || problem.groups[mode.group].lane_count == 0) return false;
  return problem.batch_capacity[problem.groups[mode.group].first_lane] > 0;
}

// Seconds of some lane of the mode's group that `op` takes up at least, without sequence-dependent setup: its work, or
// on batch machines its share of the capacity (rounded down). Batches can be cut into such shares one after the other,
// so every bound that lets work be interrupted holds for them.
inline Tick occupied(const Problem& problem, Index op, const Mode& mode) {
  if (!may_share_in(problem, op, mode)) return mode.work;
  const std::int64_t capacity = problem.batch_capacity[problem.groups[mode.group].first_lane];
  const std::int64_t size = problem.batch_size[op];
  return size >= capacity ? mode.work : static_cast<Tick>(mode.work * size / capacity);
}

}  // namespace kilter::schedule
