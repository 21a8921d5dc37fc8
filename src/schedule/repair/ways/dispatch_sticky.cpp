// Parallel schedule generation (Kelley 1963) with the published schedule as the rule: of all operations that are ready
// the one that can start first, home being the published machine.
//
//   published   |--A--|--B--|        A's material comes late:   |--B--|...|--A--|      B overtakes, at its own time
#include <algorithm>
#include <functional>
#include <queue>
#include <tuple>

#include "schedule/repair/ways/insertion.hpp"
#include "schedule/repair/ways/repairs.hpp"

namespace kilter::schedule {
namespace {

class StickyDispatch {
 public:
  StickyDispatch(Damage& damage, const RepairOptions& options)
      : damage_(damage),
        network_(damage.held().network),
        problem_(network_.problem()),
        plan_(damage.published()),
        options_(options),
        state_(damage.fixed_only()),
        insertion_(network_, damage.calendars(), state_),
        rank_(network_.operation_count()),
        pending_(network_.operation_count(), 0) {
    for (Index i = 0; i < rank_.size(); ++i) rank_[plan_.order[i]] = i;
  }

  Solution run() {
    for (Index op = 0; op < network_.operation_count(); ++op) {
      for (const Arc& arc : network_.predecessors_of(op)) pending_[op] += insertion_.is_placed(arc.operation) ? 0U : 1U;
      if (pending_[op] == 0) release(op);
    }
    while (!open_.empty()) {
      const auto [start, rank, op] = open_.top();
      open_.pop();
      if (!insertion_.is_placed(op)) consider(op, start);
    }
    insertion_.finish(damage_.held().propagation);
    fill_gaps(network_, damage_.calendars(), damage_.held().propagation, state_);
    return damage_.solution(state_);
  }

 private:
  void release(Index op) {
    if (insertion_.is_placed(op) || network_.row(op).fixed != Fixed::free) return;
    const Tick ready = insertion_.ready_at(op);
    if (ready != kNever) open_.emplace(ready, rank_[op], op);
  }

  // Takes the operation if it can start when it was thought to; else it waits in the queue for that moment.
  void consider(Index op, Tick start) {
    const Choice choice = best(op, insertion_.ready_at(op));
    if (!choice.possible()) return;
    if (choice.times.start > start) {
      open_.emplace(choice.times.start, rank_[op], op);
      return;
    }
    for (const Index taken : std::vector<Index>(insertion_.take(op, choice))) {
      for (const Successor& successor : network_.successors_of(taken)) {
        if (--pending_[successor.operation] == 0) release(successor.operation);
      }
    }
  }

  Choice best(Index op, Tick ready) {
    Placer& placer = insertion_.placer();
    if (!damage_.is_planned(op)) return placer.consider_all(op, ready);
    placer.prefer(plan_.slot_lane, kNever);
    Choice home = placer.consider(op, plan_.mode[op], plan_.lane[op], ready);
    const Tick patience = patience_of(op);
    placer.prefer(plan_.slot_lane, patience);
    const Tick planned = plan_.start[op];
    if (home.possible() && home.times.start <= planned + patience) return home;
    Choice away = placer.consider_all(op, ready);
    const bool stays = home.possible() && (!away.possible() || away.times.end >= home.times.end - patience);
    return stays ? home : away;
  }

  [[nodiscard]] Tick patience_of(Index op) const {
    const std::int64_t far = std::int64_t{problem_.origin} + options_.near;
    return plan_.start[op] < far ? options_.patience : options_.tolerance;
  }

  using Entry = std::tuple<Tick, Index, Index>;  // start, rank, operation

  Damage& damage_;
  const Network& network_;
  const Problem& problem_;
  const Solution& plan_;
  const RepairOptions& options_;
  State state_;
  Insertion insertion_;
  std::vector<Index> rank_;     // in the published order
  std::vector<Index> pending_;  // predecessors without a place
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open_;
};

}  // namespace

Solution dispatch_sticky(Damage& damage, const RepairOptions& options) { return StickyDispatch(damage, options).run(); }

}  // namespace kilter::schedule
