#include <algorithm>

#include "schedule/repair/ways/repairs.hpp"
#include "schedule/timing/objective.hpp"
#include "schedule/timing/prune.hpp"

namespace kilter::schedule {

Damage::Damage(const Problem& changed, const Solution& published)
    : problem_(changed),
      published_(published),
      planned_wait_(waits()),
      held_(hold()),
      calendars_(held_),
      early_(problem_, calendars_),
      held_clock_(held_, calendars_),
      unchanged_(make_state(early_.network)) {
  sweep_unchanged();
}

std::vector<Tick> Damage::waits() const {
  const Network network(problem_);
  CalendarCache calendars(problem_);
  State state = make_state(network, calendars, published_);
  state.start = published_.start;
  state.setup = published_.setup;
  const Timing timing(network, calendars);
  std::vector<Tick> waits = published_.start;
  for (Index op = 0; op < problem_.operation_count; ++op) {
    if (problem_.fixed[op] != Fixed::free || !is_planned(op) || state.calendar[op] == kNone) continue;
    const Tick over = timing.wait_over(state, op);
    if (over != kNever) waits[op] = over;
  }
  return waits;
}

Problem Damage::hold() const {
  Problem held = problem_;
  for (Index op = 0; op < problem_.operation_count; ++op) {
    if (problem_.fixed[op] == Fixed::free && is_planned(op))
      held.release[op] = std::max(held.release[op], planned_wait_[op]);
  }
  return held;
}

// Fixed operations come first, but for pinned ones that wait for free ones. A batch goes as one.
std::vector<Index> Damage::fixed_first() const {
  std::vector<bool> is_first(problem_.operation_count, false);
  const auto goes_first = [&](Index op) {
    const auto arcs = problem_.predecessors_of(op);
    const bool follows = std::all_of(arcs.begin(), arcs.end(), [&](const Arc& arc) { return is_first[arc.operation]; });
    return problem_.fixed[op] == Fixed::running || (problem_.fixed[op] == Fixed::pinned && follows);
  };
  const auto& joins = published_.joins;
  for (auto from = published_.order.begin(); from != published_.order.end();) {
    auto until = from + 1;
    while (until != published_.order.end() && !joins.empty() && joins[*until] != 0) ++until;
    const bool all = std::all_of(from, until, goes_first);
    for (; from != until; ++from) is_first[*from] = all;
  }
  std::vector<Index> order = published_.order;
  std::stable_partition(order.begin(), order.end(), [&](Index op) { return is_first[op]; });
  return order;
}

void Damage::sweep_unchanged() {
  std::vector<Index> order = published_.order;
  std::stable_partition(order.begin(), order.end(), [this](Index op) { return problem_.fixed[op] == Fixed::running; });
  sweep_unchanged(std::move(order));
  for (Index op = 0; op < problem_.operation_count; ++op) {
    // What was before it has no place there any more.
    if (problem_.fixed[op] != Fixed::free && unchanged_.end[op] == kNever) return sweep_unchanged(fixed_first());
  }
}

void Damage::sweep_unchanged(std::vector<Index> order) {
  Solution sequences = published_;
  sequences.order = std::move(order);
  unchanged_ = make_state(held_clock_.network, calendars_, sequences);
  held_clock_.propagation.sweep(unchanged_);
  prune_unplaced(held_clock_.network, held_clock_.propagation, unchanged_);
}

State Damage::fixed_only() const {
  State state = unchanged_;
  for (Index op = 0; op < problem_.operation_count; ++op) {
    if (problem_.fixed[op] != Fixed::free) continue;
    state.start[op] = state.end[op] = kNever;
    if (!state.joins.empty()) state.joins[op] = 0;
  }
  return state;
}

Solution Damage::solution(const State& state) const {
  Solution solution = to_solution(early_.network, state);
  solution.score = score_of(early_.network, state);
  return solution;
}

Index fixed_without_place(const Problem& problem, const Solution& solution) {
  Index count = 0;
  for (Index op = 0; op < problem.operation_count; ++op) {
    if (problem.fixed[op] != Fixed::free && solution.start[op] == kNever) ++count;
  }
  return count;
}

}  // namespace kilter::schedule
