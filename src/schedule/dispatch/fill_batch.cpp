// How a batch is put together: the operation that opens it, then, while there is room, the best of its batch family
// that waits at that moment. Nothing is waited for; that a fuller batch later is worth it, only the search finds out.
#include <algorithm>

#include "schedule/dispatch/dispatcher.hpp"

namespace kilter::schedule {

// A chain of limited waits is placed as a whole, not as a part of a batch.
bool Dispatcher::opens_batch(const Pick& pick) const {
  const Index lane = pick.choice.lane;
  if (!network_.has_batches() || lane == kNone || problem_.batch_capacity[lane] == 0) return false;
  return problem_.may_share(pick.operation) && !chain_.starts_at(pick.operation);
}

void Dispatcher::commit_batch(const Pick& opening, Tick now) {
  Batch batch{.members = {opening},
              .room = problem_.batch_capacity[opening.choice.lane] - problem_.batch_size[opening.operation],
              .work = problem_.modes[opening.choice.mode].work,
              .times = opening.choice.times};
  for (Pick joiner = best_joiner(batch, now); joiner.operation != kNone; joiner = best_joiner(batch, now)) {
    at_.queues[joiner.queue].remove(joiner.place);
    rewrite_heads(joiner.queue);
    batch.room -= problem_.batch_size[joiner.operation];
    batch.times = joiner.choice.times;
    batch.work = std::max(batch.work, problem_.modes[joiner.choice.mode].work);
    batch.members.push_back(std::move(joiner));
  }
  for (Pick& member : batch.members) {
    member.choice.times = batch.times;
    placer_.hold(member.operation, member.choice, now);
    state_.joins[member.operation] = member.operation == opening.operation ? 0 : 1;
  }
  for (const Pick& member : batch.members) finish(member.operation);
}

// The most valuable of what waits for the same lane, fits, and does not hold the batch up for long.
Dispatcher::Pick Dispatcher::best_joiner(const Batch& batch, Tick now) {
  const Pick& opening = batch.members.front();
  Pick best;
  if (batch.room <= 0) return best;
  for (const Index group : sets_.groups_of_lane(opening.choice.lane)) {
    for (const Service& service : sets_.services_of(group)) {
      if (service.mode_offset != kNone && !at_.queues[service.queue].empty()) join_from(service, batch, now, best);
    }
  }
  return best;
}

// `best`, or what is more valuable among the first in the queue. All in a queue are of one batch family, or share not.
void Dispatcher::join_from(const Service& service, const Batch& batch, Tick now, Pick& best) {
  const Pick& opening = batch.members.front();
  const AtcQueue& queue = at_.queues[service.queue];
  places_.clear();
  queue.best(AtcQueue::kScan, places_);
  for (const AtcQueue::Place place : places_) {
    const Index op = queue.at(place).operation;
    if (!problem_.may_share(op) || problem_.batch_family[op] != problem_.batch_family[opening.operation]) return;
    const double value = queue.value(place, now, rule_.scale(service.queue));
    if (problem_.batch_size[op] > batch.room || best.beats(value, 0) || chain_.starts_at(op)) continue;
    Pick pick{.place = place, .queue = service.queue, .operation = op, .value = value, .choice = opening.choice};
    pick.choice.mode = network_.row(op).first_mode + service.mode_offset;
    pick.choice.times = times_with(batch, pick);
    if (pick.choice.possible()) best = std::move(pick);
  }
}

// Of the batch with one more. A longer one is let in when what it adds is at most half of its own work, and nothing is
// promised to the lane.
Times Dispatcher::times_with(const Batch& batch, const Pick& joiner) const {
  const Tick work = problem_.modes[joiner.choice.mode].work;
  const Tick more = work - batch.work;
  if (more <= 0) return batch.times;
  if (more > work / 2 || !placer_.book().promises(joiner.choice.lane).empty()) return {};
  state_.mode[joiner.operation] = joiner.choice.mode;
  const Times times = placer_.timing().fit(state_, joiner.operation, joiner.choice.calendar,
                                           {.start = batch.times.start, .end = kNever, .setup = batch.times.setup});
  return times.start == batch.times.start ? times : Times{};
}

}  // namespace kilter::schedule
