#include "schedule/dispatch/place/placer.hpp"

#include <algorithm>
#include <tuple>

namespace kilter::schedule {

Placer::Placer(const Network& network, CalendarCache& calendars, State& state)
    : network_(network),
      problem_(network.problem()),
      calendars_(calendars),
      state_(state),
      timing_(network, calendars),
      book_(problem_),
      versatility_(problem_.lanes.size(), 0) {
  for (const auto& set : problem_.lane_sets) {
    for (const Candidate& candidate : set) ++versatility_[candidate.lane];
  }
}

Tick Placer::setup_behind(Index lane, Index family, Index op) const {
  const Index matrix = problem_.lanes[lane].setup_matrix;
  if (matrix == kNone || network_.row(op).fixed == Fixed::running) return 0;
  return problem_.setup_matrices[matrix].time(family, network_.row(op).family);
}

// The family that the lane is set up for just before `t`.
Index Placer::family_at(Index lane, Tick t) const {
  Index family = book_.family(lane);
  for (const Stretch& stretch : book_.promises(lane)) {
    if (stretch.from >= t) break;
    if (stretch.sets_family) family = stretch.family;
  }
  return family;
}

// kLongAgo when `stay` is free for the times; else the end of the promise in the way.
Tick Placer::conflict(Index op, const Stay& stay, const Times& times) const {
  const Tick until = stay.slot == kNone ? times.end : timing_.attended_until(state_, op, stay.slot, times);
  for (const Stretch& promise : book_.promises(stay.lane)) {
    if (promise.until <= times.start && promise.from < times.start) continue;
    if (promise.from < until || times.start >= promise.from) return promise.until;
    const bool setup_grows = stay.slot == kNone && promise.sets_family &&
                             setup_behind(stay.lane, network_.row(op).family, promise.operation) > promise.setup;
    return setup_grows ? promise.until : kLongAgo;
  }
  return kLongAgo;
}

Times Placer::fit_once(Index op, Index calendar, Tick from) {
  Tick setup = 0;
  for (const Stay& stay : stays_) {
    from = std::max(from, book_.free_at(stay.lane));
    if (stay.slot == kNone) setup = setup_behind(stay.lane, family_at(stay.lane, from), op);
  }
  return timing_.fit(state_, op, calendar, {.start = from, .setup = setup});
}

// The earliest times from `from` on that no lane in stays_ objects to.
Times Placer::fit_all(Index op, Index calendar, Tick from) {
  state_.calendar[op] = calendar;
  for (;;) {
    const Times times = fit_once(op, calendar, from);
    if (times.end == kNever || !book_.has_promises()) return times;
    Tick blocked_until = kLongAgo;
    for (const Stay& stay : stays_) blocked_until = std::max(blocked_until, conflict(op, stay, times));
    if (blocked_until == kLongAgo) return times;
    from = std::max(blocked_until, from + 1);
  }
}

// With the candidate as the last of stays_. Without promises its times follow from when it is free and its hours alone.
void Placer::fit_candidate(Index op, const Hours& hours, Tick from, Fit& fit) {
  const Tick ready = std::max(from, book_.free_at(stays_.back().lane));
  const bool same_hours = fit.known && fit.hours == hours.candidate;
  if (same_hours && fit.ready == ready && !book_.has_promises()) return;
  if (!same_hours) fit.calendar = calendars_.combine(hours.others, hours.candidate);
  fit.times = fit_all(op, fit.calendar, from);
  fit.hours = hours.candidate;
  fit.ready = ready;
  fit.known = true;
}

Choice Placer::consider(Index op, Index mode, Index lane, Tick from) {
  Choice choice{.mode = mode, .lane = lane};
  state_.mode[op] = mode;
  choice.calendar = lane == kNone ? problem_.modes[mode].calendar : problem_.lanes[lane].calendar;
  stays_.clear();
  if (lane != kNone) stays_.push_back({.lane = lane});
  if (problem_.slots_of(op).empty()) {
    choice.times = fit_all(op, choice.calendar, from);
  } else if (!choose_slots(op, from, choice)) {
    choice.times = {};
  }
  if (choice.possible()) choice.cost = cost_of(op, choice);
  return choice;
}

// Slot by slot, the one with the fewest candidates first: who ends the operation first, then who is cheapest, then who
// can do the fewest other things.
bool Placer::choose_slots(Index op, Tick from, Choice& choice) {
  const Index first = network_.row(op).first_slot;
  const Index last = network_.row(op + 1).first_slot;
  choice.slot_lanes.assign(last - first, kNone);
  slot_order_.clear();
  const auto candidates = [this](Index slot) {
    return problem_.fixed_slot_lane[slot] != kNone ? 0 : problem_.lane_sets[problem_.slots[slot].lanes].size();
  };
  for (Index slot = first; slot < last; ++slot) {
    slot_order_.push_back(slot);
    for (std::size_t at = slot_order_.size() - 1; at > 0; --at) {
      if (candidates(slot_order_[at]) >= candidates(slot_order_[at - 1])) break;
      std::swap(slot_order_[at], slot_order_[at - 1]);
    }
  }
  for (const Index slot : slot_order_) {
    if (!choose_slot(op, slot, from, choice)) return false;
  }
  return true;
}

bool Placer::is_used(Index lane) const {
  return std::any_of(stays_.begin(), stays_.end(), [lane](const Stay& stay) { return stay.lane == lane; });
}

void Placer::prefer(const std::vector<Index>& lanes, Tick head_start) {
  preferred_ = &lanes;
  head_start_ = head_start;
}

bool Placer::is_preferred(Index slot, Index lane) const { return preferred_ != nullptr && (*preferred_)[slot] == lane; }

// kNone: any.
Index Placer::only_lane(Index slot) const {
  if (problem_.fixed_slot_lane[slot] != kNone || preferred_ == nullptr || head_start_ != kNever)
    return problem_.fixed_slot_lane[slot];
  return (*preferred_)[slot];
}

bool Placer::choose_slot(Index op, Index slot, Tick from, Choice& choice) {
  // Running work has everybody from its release on, also while its machine is closed: first who is free by then.
  const bool running = network_.row(op).fixed == Fixed::running;
  const auto rank = [&](const Times& times, Index lane) {
    const bool is_busy = running && book_.free_at(lane) > from;
    const std::int64_t end = std::int64_t{times.end} - (is_preferred(slot, lane) ? head_start_ : 0);
    return std::tuple(is_busy, end, problem_.lanes[lane].cost_per_second, versatility_[lane], times.start, lane);
  };
  const Index only = only_lane(slot);
  Index best = kNone;
  Index best_calendar = kNone;
  Times best_times;
  Fit fit;  // of the last candidate: most are as free, and as open, as the one before
  for (const Candidate& candidate : problem_.lane_sets[problem_.slots[slot].lanes]) {
    if (is_used(candidate.lane) || (only != kNone && candidate.lane != only)) continue;
    stays_.push_back({.lane = candidate.lane, .slot = slot});
    fit_candidate(op, {.others = choice.calendar, .candidate = candidate.calendar}, from, fit);
    stays_.pop_back();
    if (fit.times.end == kNever) continue;
    if (best != kNone && rank(fit.times, candidate.lane) >= rank(best_times, best)) continue;
    best = candidate.lane;
    best_calendar = fit.calendar;
    best_times = fit.times;
  }
  if (best == kNone) return false;
  stays_.push_back({.lane = best, .slot = slot});
  choice.slot_lanes[slot - network_.row(op).first_slot] = best;
  choice.calendar = best_calendar;
  choice.times = best_times;
  return true;
}

Choice Placer::consider_all(Index op, Tick from) {
  Choice best;
  for (Index mode = network_.row(op).first_mode; mode < network_.row(op + 1).first_mode; ++mode) {
    if (problem_.modes[mode].group == kNone) {
      Choice choice = consider(op, mode, kNone, from);
      if (choice.possible() && choice.better_than(best)) best = std::move(choice);
      continue;
    }
    const Group& group = problem_.groups[problem_.modes[mode].group];
    for (Index lane = group.first_lane; lane < group.first_lane + group.lane_count; ++lane) {
      Choice choice = consider(op, mode, lane, from);
      if (choice.possible() && choice.better_than(best)) best = std::move(choice);
    }
  }
  return best;
}

// The first mode that has the fixed lane, else the first.
Index Placer::fixed_mode(Index op) const {
  const Index lane = problem_.fixed_lane[op];
  for (Index mode = network_.row(op).first_mode; mode < network_.row(op + 1).first_mode; ++mode) {
    const Index group = problem_.modes[mode].group;
    const bool holds_lane = group == kNone
                                ? lane == kNone
                                : lane >= problem_.groups[group].first_lane &&
                                      lane < problem_.groups[group].first_lane + problem_.groups[group].lane_count;
    if (holds_lane) return mode;
  }
  return network_.row(op).first_mode;
}

Choice Placer::consider_fixed(Index op) {
  const Tick start = network_.row(op).release;
  const Index lane = problem_.fixed_lane[op];
  Choice choice{.mode = network_.row(op).first_mode, .lane = lane};
  if (network_.modes_of(op).empty()) return choice;
  choice.mode = fixed_mode(op);
  state_.mode[op] = choice.mode;
  choice.calendar = lane == kNone ? problem_.modes[choice.mode].calendar : problem_.lanes[lane].calendar;
  stays_.clear();
  if (!problem_.slots_of(op).empty() && !choose_slots(op, start, choice)) return choice;
  Tick setup = 0;
  if (lane != kNone && problem_.lanes[lane].setup_matrix != kNone) {
    const Index families = problem_.setup_matrices[problem_.lanes[lane].setup_matrix].families;
    for (Index from = 0; from < families; ++from) setup = std::max(setup, setup_behind(lane, from, op));
  }
  Tick work = problem_.modes[choice.mode].work;
  for (const Index member : network_.fixed_batch_of(op)) {
    if (!network_.modes_of(member).empty()) work = std::max(work, problem_.modes[fixed_mode(member)].work);
  }
  const Tick end = calendars_[choice.calendar].add(start, setup + work);
  choice.times = {.start = start, .end = end, .setup = setup};
  return choice;
}

Cost Placer::cost_of(Index op, const Choice& choice) const {
  Cost cost = problem_.modes[choice.mode].cost;
  for (const Index lane : choice.slot_lanes) {
    cost += problem_.lanes[lane].cost_per_second * (Cost{choice.times.setup} + problem_.modes[choice.mode].work);
  }
  if (choice.lane == kNone || problem_.lanes[choice.lane].setup_matrix == kNone) return cost;
  const SetupMatrix& matrix = problem_.setup_matrices[problem_.lanes[choice.lane].setup_matrix];
  return cost + matrix.price(family_at(choice.lane, choice.times.start), network_.row(op).family);
}

Stretch Placer::stretch(Index op, Index slot) const {
  const Tick until = slot == kNone ? state_.end[op] : state_.busy_until[slot];
  return {.from = state_.start[op],
          .until = until,
          .setup = state_.setup[op],
          .family = network_.row(op).family,
          .sets_family = slot == kNone,
          .operation = op};
}

void Placer::take(Index lane, const Stretch& stretch, Tick now) {
  if (stretch.from <= now) {
    book_.occupy(lane, stretch);
  } else {
    book_.promise(lane, stretch);
  }
}

void Placer::hold(Index op, const Choice& choice, Tick now) {
  state_.mode[op] = choice.mode;
  state_.lane[op] = choice.lane;
  state_.calendar[op] = choice.calendar;
  for (std::size_t i = 0; i < choice.slot_lanes.size(); ++i) {
    state_.lane[network_.node_of_slot(network_.row(op).first_slot + static_cast<Index>(i))] = choice.slot_lanes[i];
  }
  timing_.write(state_, op, choice.times);
  if (choice.lane != kNone) take(choice.lane, stretch(op, kNone), now);
  for (Index slot = network_.row(op).first_slot; slot < network_.row(op + 1).first_slot; ++slot) {
    take(state_.lane[network_.node_of_slot(slot)], stretch(op, slot), now);
  }
}

void Placer::revoke(Index op) {
  if (state_.lane[op] != kNone) book_.revoke(state_.lane[op], op);
  state_.lane[op] = kNone;
  for (Index slot = network_.row(op).first_slot; slot < network_.row(op + 1).first_slot; ++slot) {
    book_.revoke(state_.lane[network_.node_of_slot(slot)], op);
    state_.lane[network_.node_of_slot(slot)] = kNone;
  }
  timing_.write(state_, op, {});
}

}  // namespace kilter::schedule
