#include "schedule/search/moves/batch/swap_members.hpp"

#include <algorithm>

#include "schedule/search/moves/batch/sharing.hpp"

namespace kilter::schedule {
namespace {

// Where an operation stands, in terms of what stays when it is taken out.
struct Berth {
  Index lane = kNone;
  Index sibling = kNone;  // another of its batch
  Index before = kNone;   // alone: what stands before it
};

Berth berth_of(const State& state, Index op) {
  Berth berth{.lane = state.lane[op], .before = state.previous[op]};
  if (is_joined(state, op)) berth.sibling = state.previous[op];
  if (berth.sibling == kNone) berth.sibling = next_in_batch(state, op);
  return berth;
}

bool put_at(Trial& trial, Index op, Index mode, const Berth& berth) {
  const bool joins = berth.sibling != kNone;
  const Index after = joins ? last_of_batch(trial.state(), berth.sibling) : berth.before;
  return trial.put_in(op, {.mode = mode, .machine = {.lane = berth.lane, .after = after}, .joins = joins, .slots = {}});
}

}  // namespace

SwapMembers::SwapMembers(const Problem& problem) {
  for (Index op = 0; op < problem.operation_count; ++op) {
    if (!problem.may_share(op)) continue;
    const std::size_t family = problem.batch_family[op];
    families_.resize(std::max(families_.size(), family + 1));
    families_[family].push_back(op);
  }
}

bool SwapMembers::apply(Trial& trial, const Blocked& where, base::Random& random) {
  const State& state = trial.state();
  const Problem& problem = trial.network().problem();
  const Index op = sharing_at(trial, where, random);
  if (op == kNone) return false;
  const std::vector<Index>& family = families_[problem.batch_family[op]];
  const Index other = family[random.below(static_cast<Index>(family.size()))];
  if (!is_movable(trial, other) || state.lane[op] == kNone || state.lane[other] == kNone) return false;
  if (first_of_batch(state, op) == first_of_batch(state, other)) return false;
  const Index my_mode = mode_on_lane(problem, op, state.lane[other]);
  const Index their_mode = mode_on_lane(problem, other, state.lane[op]);
  if (my_mode == kNone || their_mode == kNone) return false;
  const Berth mine = berth_of(state, op);
  const Berth theirs = berth_of(state, other);
  if ((mine.sibling == kNone && mine.before == other) || (theirs.sibling == kNone && theirs.before == op)) return false;
  trial.take_out(op);
  trial.take_out(other);
  return put_at(trial, op, my_mode, theirs) && put_at(trial, other, their_mode, mine);
}

}  // namespace kilter::schedule
