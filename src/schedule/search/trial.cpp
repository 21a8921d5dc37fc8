#include "schedule/search/trial.hpp"

#include <algorithm>

#include "base/assertions.hpp"
#include "base/require.hpp"
#include "schedule/proof/timing_twin.hpp"
#include "schedule/timing/objective.hpp"

namespace kilter::schedule {
namespace {

// A trial that goes wrong shows it early: what was pulled forward ends sooner, what it pushed aside comes after it.
// Looking at the cost so far this often gives three times as many trials on 300 operations of every kind.
constexpr std::size_t kManyChanges = 32;  // re-timed operations until a trial is looked at for the first time
constexpr std::size_t kMoreChanges = 16;
constexpr std::size_t kChangesPerTouched = 8;  // where much is rearranged at once, gains may come after losses

}  // namespace

Trial::Trial(const Network& network, const Solution& start)
    : network_(network),
      problem_(network.problem()),
      calendars_(problem_),
      timing_(network, calendars_),
      state_(make_state(network, calendars_, start)),
      propagation_(network, timing_),
      order_(network),
      operation_cost_(problem_.operation_count, 0),
      job_end_(problem_.jobs.size(), kLongAgo),
      tardy_place_(problem_.jobs.size(), kNone) {
  propagation_.sweep(state_);
  price_all();
}

void Trial::load(const State& state) {
  state_ = state;
  propagation_.reset(state_);
  price_all();
}

void Trial::price_all() {
  worth_ = {};
  tardy_.clear();
  for (Index op = 0; op < problem_.operation_count; ++op) {
    const bool placed = state_.end[op] != kNever;
    operation_cost_[op] = placed ? operation_cost(network_, state_, op).total() : kUnplaced;
    worth_.unplaced += placed ? 0 : 1;
    worth_.cost += placed ? operation_cost_[op] : 0;
  }
  for (Index job = 0; job < problem_.jobs.size(); ++job) {
    job_end_[job] = completion(problem_, state_, job);
    worth_.cost += tardiness_cost(problem_.jobs[job], job_end_[job]);
    tardy_place_[job] = kNone;
    note_tardy(job);
  }
  worth_before_ = worth_;
}

Seat Trial::seat_of(Index op) const {
  Seat seat{.mode = state_.mode[op], .machine = {.lane = state_.lane[op], .after = state_.previous[op]}};
  for (Index slot = network_.row(op).first_slot; slot < network_.row(op + 1).first_slot; ++slot) {
    const Index node = network_.node_of_slot(slot);
    seat.slots.push_back({.lane = state_.lane[node], .after = state_.previous[node]});
  }
  return seat;
}

void Trial::unlink(Index node) {
  const Index lane = state_.lane[node];
  if (lane == kNone) return;
  const Index before = state_.previous[node];
  const Index after = state_.next[node];
  if (network_.has_batches()) leave_batch(node);
  journal_.set(before == kNone ? state_.first[lane] : state_.next[before], after);
  journal_.set(after == kNone ? state_.last[lane] : state_.previous[after], before);
  journal_.set(state_.lane[node], kNone);
  journal_.set(state_.previous[node], kNone);
  journal_.set(state_.next[node], kNone);
  if (after != kNone) touched_.push_back(network_.operation_of_node(after));
}

// The rest of its batch stays one and may now begin or end sooner.
void Trial::leave_batch(Index node) {
  const Index after = state_.next[node];
  if (state_.joins[node] != 0) {
    touched_.push_back(state_.previous[node]);
    journal_.set(state_.joins[node], 0U);
  } else if (after != kNone && state_.joins[after] != 0) {
    journal_.set(state_.joins[after], 0U);
  }
}

// After `op` was put behind another on its machine. False: it may not join that, or there is no room.
bool Trial::join_batch(Index op, bool joins) {
  const Index behind = state_.next[op];
  if (!joins) {
    if (behind == kNone || state_.joins[behind] == 0) return true;
    if (network_.row(behind).fixed != Fixed::free) return false;  // what is fixed together stays together
    journal_.set(state_.joins[behind], 0U);
    return true;
  }
  const Index before = state_.previous[op];
  if (before == kNone || !problem_.may_share(op, before)) return false;
  journal_.set(state_.joins[op], 1U);
  std::int64_t load = 0;
  for (Index one = first_of_batch(state_, op); one != kNone; one = next_in_batch(state_, one)) {
    load += problem_.batch_size[one];
  }
  return load <= problem_.batch_capacity[state_.lane[op]];
}

// With batches the order is put right when the whole operation is in place.
bool Trial::must_precede(Index before, Index after) {
  if (!network_.has_batches()) return order_.require(state_, before, after);
  touched_.push_back(before);
  return true;
}

void Trial::take_out(Index op) {
  unlink(op);
  for (Index slot = network_.row(op).first_slot; slot < network_.row(op + 1).first_slot; ++slot)
    unlink(network_.node_of_slot(slot));
  touched_.push_back(op);
  taken_out_.push_back(op);
}

// Links the node and keeps the order topological.
bool Trial::put_node(Index node, const Place& place) {
  const Index before = place.after;
  const Index after = before == kNone ? state_.first[place.lane] : state_.next[before];
  journal_.set(state_.lane[node], place.lane);
  journal_.set(state_.previous[node], before);
  journal_.set(state_.next[node], after);
  journal_.set(before == kNone ? state_.first[place.lane] : state_.next[before], node);
  journal_.set(after == kNone ? state_.last[place.lane] : state_.previous[after], node);
  const Index op = network_.operation_of_node(node);
  if (before != kNone && network_.row(network_.operation_of_node(before)).held == Held::last) return false;
  if (after != kNone) {
    const Index behind = network_.operation_of_node(after);
    if (network_.row(behind).fixed == Fixed::running) return false;
    touched_.push_back(behind);
    if (!must_precede(op, behind)) return false;
  }
  return before == kNone || must_precede(network_.operation_of_node(before), op);
}

bool Trial::put_in(Index op, const Seat& seat) {
  journal_.set(state_.mode[op], seat.mode);
  touched_.push_back(op);
  if (seat.machine.lane != kNone && !put_node(op, seat.machine)) return false;
  if (network_.has_batches() && seat.machine.lane != kNone && !join_batch(op, seat.joins)) return false;
  for (Index i = 0; i < seat.slots.size(); ++i) {
    if (!put_node(network_.node_of_slot(network_.row(op).first_slot + i), seat.slots[i])) return false;
  }
  return assign_hours(op) && (!network_.has_batches() || sort_around_touched());
}

bool Trial::assign_hours(Index op) {
  const Index calendar = effective_calendar(network_, calendars_, state_, op);
  if (calendar != state_.calendar[op]) journal_.set(state_.calendar[op], calendar);
  return calendar != kNone;
}

// Every changed link joins two touched operations.
bool Trial::sort_around_touched() {
  Index first = kNone;
  Index last = 0;
  if (touched_.empty()) return true;
  const auto include = [&](Index op) {
    first = std::min(first, state_.position[op]);
    last = std::max(last, state_.position[op]);
  };
  for (const Index op : touched_) {
    include(op);
    if (!shares_batch(state_, op)) continue;
    for (Index one = first_of_batch(state_, op); one != kNone; one = next_in_batch(state_, one)) include(one);
  }
  return order_.sort(state_, first, last);
}

bool Trial::settle(Cost limit) {
  if (network_.has_maximum_lags()) propagation_.release_delays(state_, journal_);
  for (const Index op : touched_) propagation_.mark(state_, op);
  const std::size_t first_look = std::max(kManyChanges, kChangesPerTouched * touched_.size());
  for (std::size_t many = first_look; !propagation_.run(state_, journal_, changes_, many); many = kMoreChanges) {
    price_changes();
    if (limit == kNoLimit || (worth_.unplaced <= worth_before_.unplaced && worth_.cost <= limit)) continue;
    propagation_.clear();
    return false;
  }
  price_changes();
  return true;
}

void Trial::price_changes() {
  for (const Index op : touched_) reprice(op);
  for (const Index op : changes_.repriced) reprice(op);
  for (const Index op : changes_.ended) {
    for (const Index job : network_.jobs_closed_by(op)) complete(job);
  }
  changes_.clear();
}

void Trial::reprice(Index op) {
  const Cost cost = state_.end[op] == kNever ? kUnplaced : operation_cost(network_, state_, op).total();
  const Cost old = operation_cost_[op];
  if (cost == old) return;
  worth_.unplaced += (cost == kUnplaced ? 1 : 0) - (old == kUnplaced ? 1 : 0);
  worth_.cost += (cost == kUnplaced ? 0 : cost) - (old == kUnplaced ? 0 : old);
  journal_.set(operation_cost_[op], cost);
}

void Trial::complete(Index job) {
  const Tick end = completion(problem_, state_, job);
  if (end == job_end_[job]) return;
  worth_.cost += tardiness_cost(problem_.jobs[job], end) - tardiness_cost(problem_.jobs[job], job_end_[job]);
  journal_.set(job_end_[job], end);
  for (const Index op : network_.held_for(job)) reprice(op);
  changed_jobs_.push_back(job);
}

void Trial::note_tardy(Index job) {
  const bool tardy = tardiness_cost(problem_.jobs[job], job_end_[job]) > 0;
  Index& place = tardy_place_[job];
  if (tardy == (place != kNone)) return;
  if (tardy) {
    place = static_cast<Index>(tardy_.size());
    tardy_.push_back(job);
    return;
  }
  tardy_[place] = tardy_.back();
  tardy_place_[tardy_[place]] = place;
  tardy_.pop_back();
  place = kNone;
}

void Trial::clear() {
  taken_out_.clear();
  touched_.clear();
  changes_.clear();
  changed_jobs_.clear();
}

void Trial::keep() {
  if (base::asserts(base::Assertions::twins)) {
    base::require_none(differences_to_twin(network_, state_, worth_.unplaced, worth_.cost), "trial");
  }
  journal_.forget();
  order_.forget();
  worth_before_ = worth_;
  for (const Index job : changed_jobs_) note_tardy(job);
  if (network_.has_maximum_lags()) propagation_.forget_idle_delays(state_);
  clear();
}

void Trial::undo() {
  journal_.undo();
  order_.undo(state_);
  worth_ = worth_before_;
  clear();
}

}  // namespace kilter::schedule
