#include "schedule/proof/plain_sequences.hpp"

#include <algorithm>

namespace kilter::schedule {

PlainSequences::PlainSequences(const Problem& problem, const Solution& given)
    : problem_(problem),
      lane_(given.lane),
      mode_(given.mode),
      before_(problem.operation_count),
      batch_(problem.operation_count) {
  Ends last;
  for (const Index op : given.order) {
    if (lane_[op] != kNone) put_behind(op, kNone, lane_[op], last);
    join(op, !given.joins.empty() && given.joins[op] != 0);
    for (Index slot = problem.slot_begin[op]; slot < problem.slot_begin[op + 1]; ++slot) {
      if (given.slot_lane[slot] != kNone) put_behind(op, slot, given.slot_lane[slot], last);
    }
  }
}

void PlainSequences::put_behind(Index op, Index slot, Index lane, Ends& last) {
  const auto found = last.find(lane);
  if (found != last.end()) {
    before_[op].push_back({.machine = slot == kNone, .op = found->second.first, .slot = found->second.second});
  }
  last[lane] = {op, slot};
}

// Every operation knows the whole batch that it is in.
void PlainSequences::join(Index op, bool joins) {
  batch_[op] = {op};
  if (!joins || before_[op].empty()) return;
  batch_[op] = batch_[before_[op].front().op];
  batch_[op].push_back(op);
  for (const Index member : std::vector<Index>(batch_[op])) batch_[member] = batch_[op];
}

Tick PlainSequences::longest_work(Index op) const {
  Tick longest = 0;
  for (const Index member : batch_[op]) longest = std::max(longest, problem_.modes[mode_[member]].work);
  return longest;
}

Index PlainSequences::family_before(Index op) const {
  for (const Before& before : before_batch(op)) {
    if (before.machine) return problem_.family[before.op];
  }
  return problem_.lanes[lane_[op]].initial_family;
}

const SetupMatrix* PlainSequences::setups(Index op) const {
  if (lane_[op] == kNone || problem_.lanes[lane_[op]].setup_matrix == kNone) return nullptr;
  return problem_.fixed[op] == Fixed::running ? nullptr
                                              : &problem_.setup_matrices[problem_.lanes[lane_[op]].setup_matrix];
}

}  // namespace kilter::schedule
