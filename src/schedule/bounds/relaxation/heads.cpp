#include "schedule/bounds/relaxation/heads.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

std::vector<Index> topological(const Network& network) {
  std::vector<Index> waits(network.operation_count(), 0);
  for (Index op = 0; op < network.operation_count(); ++op) {
    for (const Successor& successor : network.successors_of(op)) ++waits[successor.operation];
  }
  std::vector<Index> order;
  order.reserve(network.operation_count());
  for (Index op = 0; op < network.operation_count(); ++op) {
    if (waits[op] == 0) order.push_back(op);
  }
  for (std::size_t at = 0; at < order.size(); ++at) {
    for (const Successor& successor : network.successors_of(order[at])) {
      if (--waits[successor.operation] == 0) order.push_back(successor.operation);
    }
  }
  return order;
}

Tick sum(Tick a, std::int64_t b) {
  if (a == kNever || a + b >= kNever) return kNever;
  return static_cast<Tick>(std::max<std::int64_t>(a + b, kLongAgo));
}

class CriticalPath {
 public:
  explicit CriticalPath(Relaxation& relaxation) : relaxation_(relaxation), problem_(relaxation.network.problem()) {
    heads_.start.assign(problem_.operation_count, kNever);
    heads_.end.assign(problem_.operation_count, kNever);
  }

  Heads run() {
    for (const Index op : relaxation_.order) {
      if (problem_.fixed[op] == Fixed::free) {
        place(op);
      } else {
        place_fixed(op);
      }
    }
    return std::move(heads_);
  }

 private:
  void place(Index op) {
    Tick ready = problem_.release[op];
    for (const Arc& arc : problem_.predecessors_of(op)) ready = std::max(ready, there(arc));
    if (ready == kNever) return;
    for (const Mode& mode : problem_.modes_of(op)) {
      const time::WorkingCalendar& hours = relaxation_.hours.of(op, mode);
      const Tick work = sum(mode.work, relaxation_.setup_before(op, mode));
      time::Interval run;
      if (problem_.pausable[op] != 0) {
        run = hours.run(ready, work);
      } else {
        run.open = hours.fit(ready, work);
        run.close = sum(run.open, work);
      }
      run.close = std::max(run.close, after_last_batches(op, mode, hours));
      if (run.open == kNever || run.close == kNever || run.close > problem_.horizon) continue;
      heads_.start[op] = std::min(heads_.start[op], run.open);
      heads_.end[op] = std::min(heads_.end[op], run.close);
    }
  }

  void place_fixed(Index op) {
    const Tick start = problem_.release[op];
    for (const Mode& mode : problem_.modes_of(op)) {
      const Tick end = relaxation_.hours.of(op, mode).add(start, mode.work);
      if (end != kNever && end <= problem_.horizon) heads_.end[op] = std::min(heads_.end[op], end);
    }
    if (heads_.end[op] != kNever) heads_.start[op] = start;
  }

  // When the predecessor, or its first batch, is there.
  [[nodiscard]] Tick there(const Arc& arc) const {
    const Index before = arc.operation;
    if (arc.transfer == kNone || heads_.end[before] == kNever) return sum(heads_.end[before], arc.minimum_lag);
    if (!relaxation_.batches_follow_start(before)) return kLongAgo;
    Tick first = kNever;
    for (const Mode& mode : problem_.modes_of(before)) {
      const Tick own = problem_.own_setup[before];
      const Tick part = problem_.transfers[arc.transfer].finished(mode.work - own, 1);
      first = std::min(first, relaxation_.hours.of(before, mode).add(heads_.start[before], sum(own, part)));
    }
    return sum(first, arc.minimum_lag);
  }

  // After each predecessor's last batch the last batch of `op` is still to be made.
  [[nodiscard]] Tick after_last_batches(Index op, const Mode& mode, const time::WorkingCalendar& hours) const {
    Tick end = kLongAgo;
    for (const Arc& arc : problem_.predecessors_of(op)) {
      if (arc.transfer == kNone || !relaxation_.batches_follow_start(arc.operation)) continue;
      const Transfer& transfer = problem_.transfers[arc.transfer];
      if (transfer.count() < 2) continue;
      const Tick run = mode.work - problem_.own_setup[op];
      const Tick last = run - transfer.before(run, transfer.count());
      const Tick ready = sum(heads_.end[arc.operation], arc.minimum_lag);
      end = std::max(end, last == 0 ? ready : hours.add(ready, last));
    }
    return end;
  }

  Relaxation& relaxation_;
  const Problem& problem_;
  Heads heads_;
};

}  // namespace

Relaxation::Relaxation(const Problem& problem)
    : network(problem), hours(problem), setups(problem), order(topological(network)) {}

Heads earliest_times(Relaxation& relaxation) { return CriticalPath(relaxation).run(); }

}  // namespace kilter::schedule
