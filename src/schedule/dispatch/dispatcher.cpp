#include "schedule/dispatch/dispatcher.hpp"

#include <algorithm>
#include <bit>

namespace kilter::schedule {
namespace {

constexpr std::uint8_t kPostponements = 3;  // then the lane waits for the chain
constexpr Index kLanesToCompare = 32;       // idle lanes of a group looked at for a smaller setup

}  // namespace

Dispatcher::Dispatcher(const Shared& shared, CalendarCache& calendars, State& state, const DispatchPolicy& policy)
    : network_(shared.network),
      problem_(network_.problem()),
      sets_(shared.sets),
      gates_(shared.gates),
      state_(state),
      policy_(policy),
      calendars_(calendars),
      placer_(network_, calendars, state),
      chain_(network_, state, placer_),
      rule_(network_, sets_, policy) {}

bool Dispatcher::advance(Tick until, std::uint64_t events) {
  for (; !at_.events.empty() && (until == kNever || at_.events.next_at() < until); --events) {
    if (events == 0) return false;
    handle(at_.events.pop());
  }
  return true;
}

void Dispatcher::handle(const Event& event) {
  at_.now = event.at;
  switch (event.kind) {
    case EventKind::ready:
      enqueue(event.index, event.at);
      break;
    case EventKind::look:
      look(event.index, event.at);
      break;
    case EventKind::pinned:
      begin_pinned(event.index);
      break;
  }
  place_laneless();
}

void Dispatcher::complete() {
  append_rest();
  write_order();
}

void Dispatcher::resume(const Progress& progress, const LaneBook& book) {
  at_ = progress;
  placer_.book() = book;
  // What waits is valued by this policy now.
  std::vector<Index> waiting;
  for (Index queue = 0; queue < at_.queues.size(); ++queue) {
    if (at_.queues[queue].empty()) continue;
    waiting.clear();
    at_.queues[queue].drain(waiting);
    for (const Index op : waiting) at_.queues[queue].push(rule_.waiting(op));
    rewrite_heads(queue);
  }
}

void Dispatcher::begin() {
  at_.queues.resize(sets_.queue_count());
  at_.occupied.assign(sets_.word_count(), 0);
  at_.heads.resize(std::size_t{sets_.word_count()} * 64);
  at_.pending.resize(network_.operation_count());
  at_.postponed.assign(network_.has_maximum_lags() ? network_.operation_count() : 0, 0);
  at_.idle.assign(problem_.lanes.size(), 0);
  at_.next_look.assign(problem_.lanes.size(), kLongAgo);
  at_.declined.assign(problem_.lanes.size(), kLongAgo);
  at_.idle_lanes.resize(sets_.group_count());
  at_.decided.reserve(network_.operation_count());
  count_pending();
  for (Index lane = 0; lane < problem_.lanes.size(); ++lane) idle(lane);
  place_fixed_operations();
  place_laneless();
}

// What is ready from the beginning waits for its release.
void Dispatcher::count_pending() {
  std::vector<Event> events;
  for (Index op = 0; op < network_.operation_count(); ++op) {
    at_.pending[op] = static_cast<Index>(network_.predecessors_of(op).size()) + gates_.gates_of(op);
    if (at_.pending[op] > 0 || network_.row(op).fixed != Fixed::free) continue;
    if (sets_.ticket(op).queue == kNone) {
      at_.laneless.push_back(op);
    } else {
      events.push_back({.at = network_.row(op).release, .kind = EventKind::ready, .index = op});
    }
  }
  for (Index op = 0; op < network_.operation_count() && network_.has_fixed(); ++op) {
    const auto batch = network_.fixed_batch_of(op);
    if (network_.row(op).fixed == Fixed::pinned && (batch.empty() || batch.front() == op)) {
      events.push_back({.at = network_.row(op).release, .kind = EventKind::pinned, .index = op});
    }
  }
  at_.events.start_with(std::move(events));
}

// All predecessors of `op` are placed.
void Dispatcher::release(Index op) {
  if (network_.row(op).fixed != Fixed::free || placer_.is_placed(op)) return;
  if (sets_.ticket(op).queue == kNone) {
    at_.laneless.push_back(op);
    return;
  }
  // Gates may open long after the predecessors' ends.
  const Tick ready = std::max(at_.now, placer_.timing().arcs_ready(state_, op));
  if (ready != kNever) at_.events.push({.at = ready, .kind = EventKind::ready, .index = op});
}

void Dispatcher::place_laneless() {
  while (!at_.laneless.empty()) {
    const Index op = at_.laneless.back();
    at_.laneless.pop_back();
    const Choice choice = placer_.consider_all(op, placer_.timing().arcs_ready(state_, op));
    if (choice.possible()) commit(op, choice, kNever);
  }
}

void Dispatcher::enqueue(Index op, Tick now) {
  if (placer_.is_placed(op)) return;
  const Index queue = sets_.ticket(op).queue;
  at_.queues[queue].push(rule_.waiting(op));
  rewrite_heads(queue);
  wake(queue, now);
}

void Dispatcher::rewrite_heads(Index queue) {
  const bool empty = at_.queues[queue].empty();
  const AtcHead head = at_.queues[queue].head(rule_.scale(queue));
  for (const Index bit : sets_.bits_of_queue(queue)) {
    const std::uint64_t mask = std::uint64_t{1} << (bit & 63U);
    std::uint64_t& word = at_.occupied[bit >> 6U];
    word = empty ? word & ~mask : word | mask;
    at_.heads[bit] = head;
  }
}

void Dispatcher::idle(Index lane) {
  if (at_.idle[lane] != 0) return;
  at_.idle[lane] = 1;
  for (const Index group : sets_.groups_of_lane(lane)) at_.idle_lanes[group].push_back(lane);
}

// One idle lane of each group that serves the queue looks at it.
void Dispatcher::wake(Index queue, Tick now) {
  for (const Index group : sets_.groups_of_queue(queue)) {
    auto& lanes = at_.idle_lanes[group];
    while (!lanes.empty() && at_.idle[lanes.back()] == 0) lanes.pop_back();
    if (lanes.empty()) continue;
    const Index lane = lanes.back();
    lanes.pop_back();
    at_.idle[lane] = 0;
    at_.events.push({.at = now, .kind = EventKind::look, .index = lane});
  }
}

void Dispatcher::look(Index lane, Tick now) {
  at_.idle[lane] = 0;
  placer_.book().advance(lane, now);
  if (placer_.book().free_at(lane) > now) return;  // it looks again when it falls free
  Pick pick;
  retry_ = kNever;
  if (!pick_for(lane, now, pick)) {
    at_.declined[lane] = now;
    look_later(lane, now);
    return idle(lane);
  }
  if (pick.choice.lane == lane) prefer_lane_without_setup(now, pick);
  at_.queues[pick.queue].remove(pick.place);
  rewrite_heads(pick.queue);
  bool started = true;
  if (opens_batch(pick)) {
    commit_batch(pick, now);
  } else {
    started = commit(pick.operation, pick.choice, now);
  }
  const bool taken = started && (pick.choice.lane == lane || placer_.book().free_at(lane) > now);
  if (!taken) at_.events.push({.at = now, .kind = EventKind::look, .index = lane});
}

// One pending later look per lane is enough, the earliest.
void Dispatcher::look_later(Index lane, Tick now) {
  if (retry_ == kNever || (at_.next_look[lane] > now && at_.next_look[lane] <= retry_)) return;
  at_.next_look[lane] = retry_;
  at_.events.push({.at = retry_, .kind = EventKind::look, .index = lane});
}

// The most valuable first: what makes an operation worth less than its queue promises (setup, a slow machine, nobody
// there) is dear to find out.
bool Dispatcher::pick_for(Index lane, Tick now, Pick& best) {
  offers_.clear();
  for (const Index group : sets_.groups_of_lane(lane)) collect_offers(group, now);
  std::sort(offers_.begin(), offers_.end(),
            [](const Offer& a, const Offer& b) { return a.value != b.value ? a.value > b.value : a.rank < b.rank; });
  for (const Offer& offer : offers_) {
    if (best.beats(offer.value, offer.rank)) break;
    pick_from(offer, lane, now, best);
  }
  return best.operation != kNone;
}

void Dispatcher::collect_offers(Index group, Tick now) {
  const auto services = sets_.services_of(group);
  const Index first = sets_.first_word(group);
  for (Index word = first; word < sets_.first_word(group + 1); ++word) {
    for (std::uint64_t open = at_.occupied[word]; open != 0; open &= open - 1) {
      const Index bit = word * 64 + static_cast<Index>(std::countr_zero(open));
      const Service& service = services[bit - first * 64];
      if (at_.heads[bit].stale_from <= now) {
        at_.queues[service.queue].advance(now);
        rewrite_heads(service.queue);
      }
      offers_.push_back(
          {.value = at_.heads[bit].value(now), .rank = static_cast<Index>(offers_.size()), .service = service});
    }
  }
}

void Dispatcher::pick_from(const Offer& offer, Index lane, Tick now, Pick& best) {
  const Service& service = offer.service;
  const AtcQueue& queue = at_.queues[service.queue];
  places_.clear();
  queue.best(sets_.is_irregular(service.queue) ? AtcQueue::kScan : 1, places_);
  for (const AtcQueue::Place place : places_) {
    const Index op = queue.at(place).operation;
    const double value = queue.value(place, now, rule_.scale(service.queue));
    if (best.beats(value, offer.rank)) continue;  // adjustments only lower it
    const bool machine = service.mode_offset != kNone;
    const Index mode = network_.row(op).first_mode + (machine ? service.mode_offset : 0);
    Pick pick{.place = place, .queue = service.queue, .operation = op, .rank = offer.rank};
    pick.choice = placer_.consider(op, mode, machine ? lane : kNone, now);
    if (!pick.choice.possible()) continue;
    if (pick.choice.times.start > now) {
      retry_ = std::min(retry_, pick.choice.times.start);
      continue;
    }
    pick.value = rule_.adjusted(op, value, pick.choice);
    if (best.beats(pick.value, offer.rank)) continue;
    if (!ends_sooner_elsewhere(pick, now)) best = std::move(pick);
  }
}

// Would a faster machine, busy now or about to look, end the operation sooner?
bool Dispatcher::ends_sooner_elsewhere(const Pick& pick, Tick now) {
  if (!policy_.waits_for_faster) return false;
  const Index op = pick.operation;
  const Tick work = problem_.modes[pick.choice.mode].work;
  if (work <= sets_.ticket(op).least_work) return false;
  for (Index mode = network_.row(op).first_mode; mode < network_.row(op + 1).first_mode; ++mode) {
    if (problem_.modes[mode].group == kNone || problem_.modes[mode].work >= work) continue;
    const Group& group = problem_.groups[problem_.modes[mode].group];
    for (Index i = 0; i < std::min(group.lane_count, kLanesToCompare); ++i) {
      const Tick start = sooner_start(pick, {.mode = mode, .lane = group.first_lane + i}, now);
      if (start == kNever) continue;
      retry_ = std::min(retry_, std::max(start, now + 1));
      return true;
    }
  }
  return false;
}

// When the lane, a faster one, would begin what it would end before the pick; kNever: it would not. A busy lane is
// judged by its hours alone, as nobody knows who will be there when it falls free. One that is free is asked: whatever
// keeps it from starting now (people, tools, batches) it will answer the same until then. When nothing keeps it, it is
// woken, and given up if it has just declined.
Tick Dispatcher::sooner_start(const Pick& pick, const Machine& faster, Tick now) {
  const Tick free = std::max(now, placer_.book().free_at(faster.lane));
  const Tick work = problem_.modes[faster.mode].work;
  const Tick end = pick.choice.times.end;
  if (calendars_[problem_.lanes[faster.lane].calendar].add(free, work) >= end) return kNever;
  if (free > now) return free;
  const Times there = placer_.consider(pick.operation, faster.mode, faster.lane, now).times;
  if (there.end >= end) return kNever;
  if (there.start > now) return there.start;
  if (at_.declined[faster.lane] >= now - 1) return kNever;
  if (at_.idle[faster.lane] != 0) at_.events.push({.at = now, .kind = EventKind::look, .index = faster.lane});
  return now;
}

// An idle lane of the same group that is already set up takes the operation instead.
void Dispatcher::prefer_lane_without_setup(Tick now, Pick& pick) {
  const Index group_index = problem_.modes[pick.choice.mode].group;
  if (pick.choice.times.setup == 0 || group_index == kNone) return;
  const Group& group = problem_.groups[group_index];
  for (Index i = 0; i < std::min(group.lane_count, kLanesToCompare); ++i) {
    const Index lane = group.first_lane + i;
    if (at_.idle[lane] == 0 || placer_.book().free_at(lane) > now) continue;
    if (placer_.setup_behind(lane, placer_.book().family(lane), pick.operation) >= pick.choice.times.setup) continue;
    Choice choice = placer_.consider(pick.operation, pick.choice.mode, lane, now);
    if (choice.possible() && choice.times.start <= now && choice.better_than(pick.choice))
      pick.choice = std::move(choice);
  }
}

// False when the operation was put off: it will be ready again later.
bool Dispatcher::commit(Index op, const Choice& choice, Tick now) {
  if (chain_.starts_at(op)) return commit_chain(op, choice, now);
  placer_.hold(op, choice, now);
  finish(op);
  return true;
}

bool Dispatcher::commit_chain(Index op, const Choice& choice, Tick now) {
  const std::vector<Index>& held = chain_.hold(op, choice);
  if (held.empty()) {  // no common time: on its own, the rest is mended at the end
    placer_.hold(op, choice, now);
    finish(op);
    return true;
  }
  if (state_.start[op] > now && at_.postponed[op] < kPostponements) {
    ++at_.postponed[op];
    const Tick start = state_.start[op];
    chain_.revoke();
    at_.events.push({.at = start, .kind = EventKind::ready, .index = op});
    return false;
  }
  at_.promised = true;
  const std::vector<Index> together = held;
  for (const Index member : together) finish(member);
  return true;
}

// Lanes look again when the operation leaves them; successors lose a reason to wait.
void Dispatcher::finish(Index op) {
  at_.decided.push_back(op);
  if (state_.lane[op] != kNone)
    at_.events.push({.at = state_.end[op], .kind = EventKind::look, .index = state_.lane[op]});
  for (Index slot = network_.row(op).first_slot; slot < network_.row(op + 1).first_slot; ++slot) {
    const Index lane = state_.lane[network_.node_of_slot(slot)];
    if (sets_.groups_of_lane(lane).empty()) continue;
    at_.events.push({.at = state_.busy_until[slot], .kind = EventKind::look, .index = lane});
  }
  for (const Successor& successor : network_.successors_of(op)) {
    if (--at_.pending[successor.operation] == 0) release(successor.operation);
  }
  for (const Index gated : gates_.gated_by(op)) {
    if (--at_.pending[gated] == 0) release(gated);
  }
}

// What never found a moment: behind everything, in order of its predecessors.
void Dispatcher::append_rest() {
  if (at_.decided.size() == network_.operation_count()) return;
  std::vector<Index> rest;
  for (AtcQueue& queue : at_.queues) queue.drain(rest);
  std::sort(rest.begin(), rest.end(), [this](Index a, Index b) {
    return std::pair(problem_.latest_end[a], a) < std::pair(problem_.latest_end[b], b);
  });
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const Index op = rest[i];
    if (placer_.is_placed(op)) continue;
    const Choice choice = placer_.consider_all(op, placer_.timing().arcs_ready(state_, op));
    if (!choice.possible()) continue;
    at_.promised = true;
    if (!at_.postponed.empty()) at_.postponed[op] = kPostponements;
    commit(op, choice, kLongAgo);
    place_laneless();
    while (!at_.events.empty()) {
      const Event event = at_.events.pop();
      if (event.kind == EventKind::ready) rest.push_back(event.index);
    }
  }
}

// In order of decision, which agrees with arcs and lanes; with promises in order of start, ties in order of decision.
// What has no place follows, predecessors first.
void Dispatcher::write_order() {
  if (at_.promised) {
    std::stable_sort(at_.decided.begin() + static_cast<std::ptrdiff_t>(at_.running_count), at_.decided.end(),
                     [this](Index a, Index b) { return state_.start[a] < state_.start[b]; });
  }
  state_.order = std::move(at_.decided);
  join_fixed_batches();
  if (state_.order.size() == network_.operation_count()) return;
  std::vector<Index> open;
  for (Index op = 0; op < network_.operation_count(); ++op) {
    at_.pending[op] = 0;
    if (placer_.is_placed(op)) continue;
    state_.calendar[op] = effective_calendar(network_, calendars_, state_, op);
    for (const Arc& arc : network_.predecessors_of(op)) at_.pending[op] += placer_.is_placed(arc.operation) ? 0U : 1U;
    if (at_.pending[op] == 0) open.push_back(op);
  }
  while (!open.empty()) {
    const Index op = open.back();
    open.pop_back();
    state_.order.push_back(op);
    for (const Successor& successor : network_.successors_of(op)) {
      if (--at_.pending[successor.operation] == 0) open.push_back(successor.operation);
    }
  }
}

}  // namespace kilter::schedule
