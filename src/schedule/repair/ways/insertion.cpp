#include "schedule/repair/ways/insertion.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "schedule/repair/facts/divide_batches.hpp"
#include "schedule/timing/prune.hpp"

namespace kilter::schedule {

Insertion::Insertion(const Network& network, CalendarCache& calendars, State& state)
    : Insertion(network, calendars, state, batches_of(state)) {}

Insertion::Insertion(const Network& network, CalendarCache& calendars, State& state, std::vector<Index> batches)
    : network_(network),
      problem_(network.problem()),
      state_(state),
      placer_(network, calendars, state),
      chain_(network, state, placer_),
      batch_(std::move(batches)) {
  std::fill(state_.joins.begin(), state_.joins.end(), 0U);  // until all are in their places
  for (Index op = 0; op < batch_.size(); ++op) {
    if (!is_placed(op)) batch_[op] = kNone;
  }
  promise_placed();
}

std::vector<Index> Insertion::batches_of(const State& state) {
  const std::size_t count = state.joins.empty() ? 0 : state.order.size();
  return batches_in(state.order, {state.joins.begin(), state.joins.begin() + static_cast<std::ptrdiff_t>(count)});
}

void Insertion::promise_placed() {
  std::vector<Index> placed(network_.operation_count());
  std::iota(placed.begin(), placed.end(), 0U);
  std::erase_if(placed, [this](Index op) { return state_.end[op] == kNever; });
  std::stable_sort(placed.begin(), placed.end(),
                   [this](Index a, Index b) { return state_.start[a] < state_.start[b]; });
  for (const Index op : placed) hold(op);
}

void Insertion::hold(Index op) {
  Choice choice{.mode = state_.mode[op], .lane = state_.lane[op], .calendar = state_.calendar[op]};
  choice.times = {.start = state_.start[op], .end = state_.end[op], .setup = state_.setup[op]};
  for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
    choice.slot_lanes.push_back(state_.lane[network_.node_of_slot(slot)]);
  }
  placer_.hold(op, choice, kLongAgo);
  decided_.push_back(op);
}

bool Insertion::is_ready(Index op) const {
  const auto arcs = network_.predecessors_of(op);
  return std::all_of(arcs.begin(), arcs.end(), [this](const Arc& arc) { return is_placed(arc.operation); });
}

const std::vector<Index>& Insertion::take(Index op, const Choice& choice) {
  taken_.clear();
  if (chain_.starts_at(op)) taken_ = chain_.hold(op, choice);
  if (taken_.empty()) {  // alone; what waits too long is mended by the sweep
    placer_.hold(op, choice, kLongAgo);
    taken_.push_back(op);
  }
  decided_.insert(decided_.end(), taken_.begin(), taken_.end());
  return taken_;
}

void Insertion::fill(Index op) {
  if (is_placed(op) || !is_ready(op) || network_.row(op).fixed != Fixed::free) return;
  const Choice choice = placer_.consider_all(op, ready_at(op));
  if (join_sooner(op, choice)) return;
  if (choice.possible()) take(op, choice);
}

void Insertion::finish(Propagation& propagation) {
  state_.order = order_by_start();
  for (Index op = 0; op < network_.operation_count(); ++op) {
    if (!is_placed(op)) forget(op);
  }
  write_joins();
  link_in_order(network_, state_);
  propagation.sweep(state_);
  prune_unplaced(network_, propagation, state_);
}

void Insertion::forget(Index op) {
  state_.lane[op] = state_.calendar[op] = kNone;
  for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
    state_.lane[network_.node_of_slot(slot)] = kNone;
  }
}

namespace {

constexpr int kMostSingly = 16;

std::vector<Index> unplaced(const State& state) {
  std::vector<Index> found;
  std::copy_if(state.order.begin(), state.order.end(), std::back_inserter(found),
               [&](Index op) { return state.end[op] == kNever; });
  return found;
}

}  // namespace

void fill_gaps(const Network& network, CalendarCache& calendars, Propagation& propagation, State& state) {
  // Fixed operations are not given up for others.
  const auto misses = [&](const State& of) {
    std::size_t count = 0;
    for (const Index op : unplaced(of)) count += network.row(op).fixed == Fixed::free ? 1 : of.order.size();
    return count;
  };
  const auto is_better_with = [&](const std::vector<Index>& operations) {
    State tried = state;
    Insertion insertion(network, calendars, tried);
    for (const Index op : operations) insertion.fill(op);
    insertion.finish(propagation);
    if (misses(tried) >= misses(state)) return false;
    state = std::move(tried);
    return true;
  };
  const std::vector<Index> all = unplaced(state);
  if (all.empty() || is_better_with(all)) return;
  for (std::size_t i = 0; i < all.size() && i < kMostSingly; ++i) is_better_with({all[i]});  // one may spoil the rest
}

}  // namespace kilter::schedule
