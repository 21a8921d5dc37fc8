// The slow twin of the timing sweep: every rule of the problem read off the solution's lists, whole passes until
// nothing changes. A batch is timed with its first member. O(passes x N x intervals).
#include <algorithm>

#include "schedule/proof/plain_hours.hpp"
#include "schedule/proof/plain_score.hpp"
#include "schedule/proof/plain_sequences.hpp"
#include "schedule/search.hpp"

namespace kilter::schedule {
namespace {

class SlowTiming {
 public:
  SlowTiming(const Problem& problem, const Solution& given)
      : problem_(problem), result_(given), sequences_(problem, given) {
    const std::size_t count = problem.operation_count;
    result_.start.assign(count, kNever);
    result_.end.assign(count, kNever);
    result_.setup.assign(count, 0);
    attended_.assign(problem.slots.size(), kNever);
    at_least_.assign(count, kLongAgo);
    for (Index op = 0; op < count; ++op) hours_.push_back(PlainHours::of_operation(problem, given, op));
  }

  Solution solve() {
    for (int pass = 0; pass < 100'000; ++pass) {
      for (const Index op : result_.order) place(op);
      if (!raise_for_maximum_lags()) break;
    }
    result_.score = plain_score(problem_, result_, sequences_, attended_);
    return std::move(result_);
  }

 private:
  [[nodiscard]] Tick work_of(Index op) const { return sequences_.longest_work(op); }
  [[nodiscard]] Tick run_of(Index op) const { return work_of(op) - problem_.own_setup[op]; }

  static Tick plus(Tick a, Tick b) {
    return a == kNever || static_cast<std::int64_t>(a) + b >= kNever ? kNever : static_cast<Tick>(a + b);
  }

  [[nodiscard]] Tick lanes_free(Index op) const {
    Tick free = kLongAgo;
    for (const PlainSequences::Before& before : sequences_.before_batch(op)) {
      free = std::max(free, before.slot == kNone ? result_.end[before.op] : attended_[before.slot]);
    }
    return free;
  }

  // When batch k of the predecessor is there (k = 0: the whole of it).
  [[nodiscard]] Tick there(const Arc& arc, std::int64_t k) const {
    const Index before = arc.operation;
    if (result_.end[before] == kNever || k == 0) return plus(result_.end[before], arc.minimum_lag);
    const Tick done = result_.setup[before] + problem_.own_setup[before] +
                      problem_.transfers[arc.transfer].finished(run_of(before), k);
    return plus(hours_[before].after_work(result_.start[before], done), arc.minimum_lag);
  }

  [[nodiscard]] Tick arcs_there(Index op) const {
    Tick ready = problem_.release[op];
    for (const Arc& arc : problem_.predecessors_of(op))
      ready = std::max(ready, there(arc, arc.transfer == kNone ? 0 : 1));
    return ready;
  }

  // Does any batch begin before it is there when the waiting work of `op` begins at `start` with `setup` in front?
  [[nodiscard]] bool batches_in_time(Index op, Tick start, Tick setup) const {
    for (const Arc& arc : problem_.predecessors_of(op)) {
      if (arc.transfer == kNone) continue;
      const Transfer& transfer = problem_.transfers[arc.transfer];
      for (std::int64_t k = 2; k <= transfer.count(); ++k) {
        const Tick ahead = setup + problem_.own_setup[op] + transfer.before(run_of(op), k);
        if (hours_[op].seconds_between(start, there(arc, k)) > ahead) return false;
      }
    }
    return true;
  }

  struct Span {
    Tick start = kNever;
    Tick end = kNever;
  };

  // The span of `op` when its waiting work may begin at `ready` and its lanes are free at `lanes`.
  [[nodiscard]] Span span(Index op, Tick ready, Tick lanes) const {
    const Tick setup = result_.setup[op];
    const PlainHours& hours = hours_[op];
    const bool ahead = problem_.setup_overlaps_waiting && setup > 0;
    if (ready == kNever || lanes == kNever) return {};
    if (!ahead) {
      const Tick from = std::max(ready, lanes);
      const Tick work = plus(setup, work_of(op));
      if (problem_.pausable[op] != 0) return {.start = hours.open_from(from), .end = hours.after_work(from, work)};
      const Tick start = hours.unbroken_from(from, work);
      return {.start = start, .end = plus(start, work)};
    }
    lanes = std::max(problem_.origin, lanes);
    if (problem_.pausable[op] == 0) {
      const Tick start = hours.unbroken_from(std::max(lanes, ready - setup), plus(setup, work_of(op)));
      return {.start = start, .end = plus(start, plus(setup, work_of(op)))};
    }
    const Tick begin = hours.open_from(std::max(ready, hours.after_work(lanes, setup)));
    Tick start = begin;  // back to the latest start of the setup
    while (start != kNever && (!hours.is_open(start) || hours.seconds_between(start, begin) < setup)) --start;
    return {.start = start, .end = hours.after_work(begin, work_of(op))};
  }

  [[nodiscard]] Tick waiting_work(Index op, Tick start) const {
    if (!problem_.setup_overlaps_waiting || result_.setup[op] == 0 || start == kNever) return start;
    return problem_.fixed[op] == Fixed::free ? hours_[op].open_from(hours_[op].after_work(start, result_.setup[op]))
                                             : start;
  }

  [[nodiscard]] bool lacks_lane(Index op) const {
    bool lacks =
        problem_.modes_of(op).empty() || (problem_.modes[result_.mode[op]].group != kNone && result_.lane[op] == kNone);
    for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
      lacks = lacks || result_.slot_lane[slot] == kNone;
    }
    return lacks;
  }

  void place(Index op) {
    const SetupMatrix* setups = sequences_.setups(op);
    result_.setup[op] = setups == nullptr ? 0 : setups->time(sequences_.family_before(op), problem_.family[op]);
    Span found;
    if (!lacks_lane(op)) found = problem_.fixed[op] == Fixed::free ? place_free(op) : place_fixed(op);
    if (found.start == kNever || found.end == kNever || found.end > problem_.horizon) {
      found = {};
      result_.setup[op] = 0;
    }
    result_.start[op] = found.start;
    result_.end[op] = found.end;
    for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) attend(op, slot);
  }

  [[nodiscard]] Span place_free(Index op) const {
    const Tick lanes = lanes_free(op);
    Tick ready = kLongAgo;
    for (const Index member : sequences_.batch(op)) ready = std::max({ready, arcs_there(member), at_least_[member]});
    Span found = span(op, ready, lanes);
    const bool ahead = problem_.setup_overlaps_waiting && result_.setup[op] > 0;
    Tick begin = waiting_work(op, found.start);
    while (found.start != kNever && !batches_in_time(op, begin, ahead ? 0 : result_.setup[op])) {
      found = span(op, begin + 1, lanes);
      begin = waiting_work(op, found.start);
    }
    return found;
  }

  [[nodiscard]] Span place_fixed(Index op) const {
    const Tick start = problem_.release[op];
    Tick ready = lanes_free(op);
    for (const Index member : sequences_.batch(op)) ready = std::max({ready, arcs_there(member), at_least_[member]});
    if (problem_.fixed[op] == Fixed::pinned && ready > start) return {};
    return {.start = start, .end = hours_[op].after_work(start, result_.setup[op] + work_of(op))};
  }

  void attend(Index op, Index slot) {
    const Tick run = problem_.slots[slot].attended_run;
    attended_[slot] = result_.end[op];
    if (run == kWhole || result_.end[op] == kNever) return;
    const std::int64_t part = std::int64_t{result_.setup[op]} + problem_.own_setup[op] + run;
    if (part == 0) attended_[slot] = result_.start[op];
    if (part == 0 || part >= result_.setup[op] + work_of(op)) return;
    attended_[slot] = hours_[op].after_work(result_.start[op], static_cast<Tick>(part));
  }

  // Raises the start of predecessors that end too early for a maximum lag. True when one was raised.
  bool raise_for_maximum_lags() {
    bool raised = false;
    for (const Index op : result_.order) {
      if (problem_.fixed[op] == Fixed::running) continue;
      const Tick start = waiting_work(op, result_.start[op]);
      for (const Arc& arc : problem_.predecessors_of(op)) {
        const Index before = arc.operation;
        if (arc.maximum_lag == kNever || start == kNever || result_.end[before] == kNever) continue;
        if (start <= std::int64_t{result_.end[before]} + arc.maximum_lag) continue;
        raise(op, before, start - arc.maximum_lag);
        raised = true;
      }
    }
    return raised;
  }

  void raise(Index op, Index before, Tick wanted_end) {
    if (problem_.fixed[before] != Fixed::free) {
      at_least_[op] = kNever;
      return;
    }
    Tick ready = waiting_work(before, result_.start[before]);
    Tick step = 1;  // the first ready time, second by second, whose end is late enough
    for (Span found = span(before, ready, kLongAgo); found.end < wanted_end && ready < problem_.horizon;
         ready += step) {
      found = span(before, ready + step, kLongAgo);
    }
    at_least_[before] = std::max(at_least_[before], ready >= problem_.horizon ? kNever : ready);
  }

  const Problem& problem_;
  Solution result_;
  PlainSequences sequences_;
  std::vector<Tick> attended_;     // slot -> end of attendance
  std::vector<Tick> at_least_;     // operation -> raised ready time
  std::vector<PlainHours> hours_;  // operation
};

}  // namespace

Solution retime_slow(const Problem& problem, const Solution& solution) { return SlowTiming(problem, solution).solve(); }

}  // namespace kilter::schedule
