// How an insertion puts operations into batches: several at once, or one into a batch that is there.
#include <algorithm>

#include "schedule/repair/ways/insertion.hpp"

namespace kilter::schedule {
namespace {

// A mode of `op` on the lane, `wish` when that is one; kNone: there is none.
Index mode_on(const Problem& problem, Index op, Index lane, Index wish) {
  const auto has_lane = [&](Index mode) {
    if (problem.modes[mode].group == kNone) return false;
    const Group& group = problem.groups[problem.modes[mode].group];
    return lane >= group.first_lane && lane < group.first_lane + group.lane_count;
  };
  if (has_lane(wish)) return wish;
  for (Index mode = problem.mode_begin[op]; mode < problem.mode_begin[op + 1]; ++mode) {
    if (has_lane(mode)) return mode;
  }
  return kNone;
}

}  // namespace

Choice Insertion::consider_together(const std::vector<Index>& operations, const std::vector<Index>& modes, Index lane) {
  std::int64_t load = 0;
  Tick ready = kLongAgo;
  Index longest = kNone;
  Index longest_mode = kNone;
  for (const Index op : operations) {
    const Index mode = mode_on(problem_, op, lane, modes[op]);
    if (mode == kNone) return {};
    load += problem_.batch_size[op];
    ready = std::max(ready, ready_at(op));
    if (longest != kNone && problem_.modes[mode].work <= problem_.modes[longest_mode].work) continue;
    longest = op;
    longest_mode = mode;
  }
  if (load > problem_.batch_capacity[lane] || ready == kNever) return {};
  return placer_.consider(longest, longest_mode, lane, ready);
}

Choice Insertion::consider_together_anywhere(const std::vector<Index>& operations, const std::vector<Index>& modes) {
  Choice best;
  for (const Mode& mode : problem_.modes_of(operations.front())) {
    if (mode.group == kNone) continue;
    const Group& group = problem_.groups[mode.group];
    for (Index i = 0; i < group.lane_count; ++i) {
      Choice choice = consider_together(operations, modes, group.first_lane + i);
      if (choice.possible() && choice.better_than(best)) best = std::move(choice);
    }
  }
  return best;
}

void Insertion::take_together(const std::vector<Index>& operations, const std::vector<Index>& modes,
                              const Choice& choice) {
  for (const Index op : operations) {
    Choice own = choice;
    own.mode = mode_on(problem_, op, choice.lane, modes[op]);
    placer_.hold(op, own, kLongAgo);
    batch_[op] = operations.front();
    decided_.push_back(op);
  }
}

bool Insertion::join_sooner(Index op, const Choice& alone) {
  if (batch_.empty() || !problem_.may_share(op)) return false;
  const Tick ready = ready_at(op);
  Index best = kNone;
  for (const Index host : decided_) {
    if (state_.lane[host] == kNone || !problem_.may_share(op, host)) continue;
    if (state_.start[host] < ready || state_.end[host] > alone.times.end) continue;
    if (best != kNone && state_.end[host] >= state_.end[best]) continue;
    if (has_room(host, op)) best = host;
  }
  if (best != kNone) hold_with(best, op);
  return best != kNone;
}

void Insertion::rejoin_fixed(Index op) {
  const auto batch = network_.fixed_batch_of(op);
  const auto host = std::find_if(batch.begin(), batch.end(), [this](Index member) { return is_placed(member); });
  if (host == batch.end() || ready_at(op) > state_.start[*host]) return;
  if (mode_on(problem_, op, state_.lane[*host], problem_.mode_begin[op]) != kNone) hold_with(*host, op);
}

void Insertion::hold_with(Index host, Index op) {
  Choice choice{.mode = mode_on(problem_, op, state_.lane[host], problem_.mode_begin[op]),
                .lane = state_.lane[host],
                .calendar = state_.calendar[host]};
  choice.times = {.start = state_.start[host], .end = state_.end[host], .setup = state_.setup[host]};
  if (batch_[host] == kNone) batch_[host] = host;
  placer_.hold(op, choice, kLongAgo);
  batch_[op] = batch_[host];
  decided_.push_back(op);
}

// Is there room beside `host` and its batch, and time in how long they work?
bool Insertion::has_room(Index host, Index op) const {
  const Index mode = mode_on(problem_, op, state_.lane[host], problem_.mode_begin[op]);
  if (mode == kNone) return false;
  std::int64_t load = std::int64_t{problem_.batch_size[op]} + problem_.batch_size[host];
  Tick longest = problem_.modes[state_.mode[host]].work;
  for (const Index other : decided_) {
    if (other == host || batch_[host] == kNone || batch_[other] != batch_[host]) continue;
    load += problem_.batch_size[other];
    longest = std::max(longest, problem_.modes[state_.mode[other]].work);
  }
  return load <= problem_.batch_capacity[state_.lane[host]] && problem_.modes[mode].work <= longest;
}

void Insertion::write_joins() {
  for (std::size_t i = 1; i < state_.order.size() && !batch_.empty(); ++i) {
    const Index op = state_.order[i];
    const Index before = state_.order[i - 1];
    state_.joins[op] = batch_[op] != kNone && batch_[op] == batch_[before] ? 1 : 0;
  }
}

}  // namespace kilter::schedule
