#include "schedule/repair/change.hpp"

#include <cstdlib>

namespace kilter::schedule {
namespace {

bool has_moved(const Solution& published, const Solution& repaired, Index op, Tick tolerance) {
  if (repaired.start[op] == kNever) return true;
  return std::abs(std::int64_t{repaired.start[op]} - published.start[op]) > tolerance;
}

}  // namespace

Change change_between(const Problem& problem, const Solution& published, const Solution& repaired, Tick tolerance,
                      const std::vector<Cost>& promise) {
  Change change;
  for (Index op = 0; op < problem.operation_count; ++op) {
    if (published.start[op] == kNever) continue;
    const bool moved = has_moved(published, repaired, op, tolerance);
    const bool relaned = repaired.lane[op] != published.lane[op];
    const std::size_t before = change.reassigned.size();
    for (Index slot = problem.slot_begin[op]; slot < problem.slot_begin[op + 1]; ++slot) {
      if (repaired.slot_lane[slot] != published.slot_lane[slot]) change.reassigned.push_back(slot);
    }
    if (moved) change.moved.push_back(op);
    if (relaned) change.relaned.push_back(op);
    if (!moved && !relaned && change.reassigned.size() == before) continue;
    change.broken.push_back(op);
    change.weight += promise.empty() ? 1 : promise[op];
  }
  return change;
}

}  // namespace kilter::schedule
