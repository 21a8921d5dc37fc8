#include "schedule/repair/least/gap_search.hpp"

#include <algorithm>

#include "schedule/repair/facts/divide_batches.hpp"
#include "schedule/repair/ways/insertion.hpp"

namespace kilter::schedule {
namespace {

// Timing everything exactly takes as long as so many operations' share of a placement each.
constexpr Index kOperationsPerTry = 50;

}  // namespace

GapSearch::GapSearch(Damage& damage, const std::vector<Index>& without_place)
    : damage_(damage),
      problem_(damage.problem()),
      plan_(damage.published()),
      state_(damage.unchanged_sequences()),
      placer_(damage.early().network, damage.calendars(), state_),
      batch_(batches_in(plan_.order, plan_.joins)),
      is_kept_(problem_.operation_count, 0),
      people_(problem_.slots.size(), kNone) {
  std::vector<bool> is_out(problem_.operation_count, false);
  for (const Index op : without_place) is_out[op] = true;
  const State timed = state_;
  std::fill(state_.joins.begin(), state_.joins.end(), 0U);  // batches are given to what times them
  for (Index op = 0; op < problem_.operation_count; ++op) state_.start[op] = state_.end[op] = kNever;
  for (const Index op : plan_.order) {
    if (!damage.is_planned(op)) continue;
    if (problem_.fixed[op] == Fixed::free) {
      if (!is_out[op]) keep(op);
      continue;
    }
    if (timed.end[op] == kNever) continue;
    Choice choice{.mode = plan_.mode[op], .lane = plan_.lane[op], .calendar = timed.calendar[op]};
    choice.times = {.start = timed.start[op], .end = timed.end[op], .setup = timed.setup[op]};
    choice.slot_lanes.assign(plan_.slot_lane.begin() + problem_.slot_begin[op],
                             plan_.slot_lane.begin() + problem_.slot_begin[op + 1]);
    placer_.hold(op, choice, kLongAgo);
  }
}

bool GapSearch::is_plain(const Problem& problem) {
  const bool waits = std::any_of(problem.predecessors.begin(), problem.predecessors.end(),
                                 [](const Arc& arc) { return arc.maximum_lag != kNever || arc.transfer != kNone; });
  const bool setups = std::any_of(problem.lanes.begin(), problem.lanes.end(),
                                  [](const Lane& lane) { return lane.setup_matrix != kNone; });
  const bool nothing = std::any_of(problem.modes.begin(), problem.modes.end(),
                                   [](const Mode& mode) { return mode.group != kNone && mode.work == 0; });
  const bool short_stays =
      std::any_of(problem.slots.begin(), problem.slots.end(), [](const Slot& slot) { return slot.attended_run == 0; });
  return !waits && !setups && !nothing && !short_stays && !problem.has_batches();
}

void GapSearch::keep(Index op) {
  const Network& network = damage_.early().network;
  is_kept_[op] = 1;
  Choice choice{.mode = plan_.mode[op], .lane = plan_.lane[op]};
  choice.slot_lanes.assign(plan_.slot_lane.begin() + problem_.slot_begin[op],
                           plan_.slot_lane.begin() + problem_.slot_begin[op + 1]);
  state_.mode[op] = choice.mode;
  state_.lane[op] = choice.lane;
  for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot)
    state_.lane[network.node_of_slot(slot)] = plan_.slot_lane[slot];
  choice.calendar = effective_calendar(network, damage_.calendars(), state_, op);
  const Tick work = plan_.setup[op] + published_work(op);
  const time::WorkingCalendar& hours = damage_.calendars()[choice.calendar];
  const Tick end = problem_.pausable[op] != 0 ? hours.add(plan_.start[op], work) : plan_.start[op] + work;
  choice.times = {.start = plan_.start[op], .end = end, .setup = plan_.setup[op]};
  placer_.hold(op, choice, kLongAgo);
}

// Of the longest in its published batch.
Tick GapSearch::published_work(Index op) const {
  Tick work = problem_.modes[plan_.mode[op]].work;
  for (Index other = 0; other < batch_.size(); ++other) {
    if (batch_[other] == batch_[op]) work = std::max(work, problem_.modes[plan_.mode[other]].work);
  }
  return work;
}

void GapSearch::free(Index op) {
  is_kept_[op] = 0;
  placer_.revoke(op);
}

std::optional<Solution> GapSearch::place(const std::vector<Index>& operations, Cost tardiness_limit,
                                         std::int64_t& tries) {
  operations_ = operations;
  limit_ = tardiness_limit;
  tries_ = &tries;
  found_.reset();
  placer_.prefer(plan_.slot_lane, 0);
  if (!place_greedily()) {
    placer_.prefer(people_, kNever);
    put(0);
  }
  return std::move(found_);
}

bool GapSearch::is_ready(Index op) const {
  const auto arcs = problem_.predecessors_of(op);
  return std::all_of(arcs.begin(), arcs.end(), [this](const Arc& arc) { return placer_.is_placed(arc.operation); });
}

// Before what stays and waits for it.
bool GapSearch::is_in_time(Index op, Tick end) const {
  for (const Successor& successor : damage_.early().network.successors_of(op)) {
    const Index next = successor.operation;
    const Arc& arc = problem_.predecessors[successor.arc];
    if (!placer_.is_placed(next) || arc.transfer != kNone) continue;
    if (std::int64_t{end} + arc.minimum_lag > damage_.planned_wait(next)) return false;
  }
  return end != kNever;
}

bool GapSearch::place_greedily() {
  std::vector<Index> placed;
  bool fits = true;
  for (const Index op : operations_) {
    if (*tries_ > 0) --*tries_;
    fits = is_ready(op);
    Choice choice;
    if (fits) choice = placer_.consider_all(op, placer_.timing().arcs_ready(state_, op));
    fits = fits && choice.possible() && is_in_time(op, choice.times.end);
    if (!fits) break;
    placer_.hold(op, choice, kLongAgo);
    placed.push_back(op);
  }
  fits = fits && confirm();
  for (const Index op : placed) placer_.revoke(op);
  return fits;
}

// Every order of what is not placed, every machine, every combination of people.
bool GapSearch::put(std::size_t done) {
  if (done == operations_.size()) return confirm();
  for (const Index op : operations_) {
    if (placer_.is_placed(op) || !is_ready(op)) continue;
    if (put_anywhere(op, done)) return true;
    if (*tries_ <= 0) return false;
  }
  return false;
}

bool GapSearch::put_anywhere(Index op, std::size_t done) {
  for (Index mode = problem_.mode_begin[op]; mode < problem_.mode_begin[op + 1]; ++mode) {
    const Index group = problem_.modes[mode].group;
    const Index first = group == kNone ? kNone : problem_.groups[group].first_lane;
    const Index count = group == kNone ? 1 : problem_.groups[group].lane_count;
    for (Index i = 0; i < count; ++i) {
      Choice choice{.mode = mode, .lane = group == kNone ? kNone : first + i};
      if (put_with(op, choice, problem_.slot_begin[op], done)) return true;
      if (*tries_ <= 0) return false;
    }
  }
  return false;
}

bool GapSearch::put_with(Index op, Choice& choice, Index slot, std::size_t done) {
  if (*tries_ <= 0) return false;
  if (slot < problem_.slot_begin[op + 1]) {
    for (const Candidate& candidate : problem_.lane_sets[problem_.slots[slot].lanes]) {
      const bool is_taken = std::find(people_.begin() + problem_.slot_begin[op], people_.begin() + slot,
                                      candidate.lane) != people_.begin() + slot;
      if (is_taken || candidate.lane == choice.lane) continue;
      people_[slot] = candidate.lane;
      if (put_with(op, choice, slot + 1, done)) return true;
    }
    return false;
  }
  --*tries_;
  const Choice placed = placer_.consider(op, choice.mode, choice.lane, placer_.timing().arcs_ready(state_, op));
  if (!placed.possible() || !is_in_time(op, placed.times.end)) return false;
  placer_.hold(op, placed, kLongAgo);
  const bool fits = put(done + 1);
  placer_.revoke(op);
  return fits;
}

// Times it exactly, with everything kept held, and looks whether everything kept is in its place.
bool GapSearch::confirm() {
  *tries_ -= std::min<std::int64_t>(*tries_, problem_.operation_count / kOperationsPerTry);
  Problem held = problem_;
  for (Index op = 0; op < problem_.operation_count; ++op) {
    if (is_kept_[op] != 0) held.release[op] = std::max(held.release[op], damage_.planned_wait(op));
  }
  Damage::Clock clock(held, damage_.calendars());
  State timed = state_;
  std::vector<Index> batches = batch_;
  for (const Index op : operations_) {
    if (!batches.empty()) batches[op] = kNone;
  }
  Insertion insertion(clock.network, damage_.calendars(), timed, std::move(batches));
  insertion.finish(clock.propagation);
  for (Index op = 0; op < problem_.operation_count; ++op) {
    if (is_kept_[op] != 0 && timed.start[op] != plan_.start[op]) return false;
  }
  if (std::any_of(operations_.begin(), operations_.end(), [&](Index op) { return timed.end[op] == kNever; }))
    return false;
  Solution solution = damage_.solution(timed);
  if (solution.score.tardiness > limit_) return false;
  found_ = std::move(solution);
  return true;
}

}  // namespace kilter::schedule
