// The slow twin of the timing sweep: every rule of the problem read off the solution's lists, whole passes until
// nothing changes. A batch is timed with its first member. O(passes x N x intervals).
#include <algorithm>
#include <map>

#include "schedule/proof/plain_hours.hpp"
#include "schedule/search.hpp"

namespace kilter::schedule {
namespace {

class SlowTiming {
 public:
  SlowTiming(const Problem& problem, const Solution& given) : problem_(problem), result_(given) {
    const std::size_t count = problem.operation_count;
    result_.start.assign(count, kNever);
    result_.end.assign(count, kNever);
    result_.setup.assign(count, 0);
    attended_.assign(problem.slots.size(), kNever);
    at_least_.assign(count, kLongAgo);
    for (Index op = 0; op < count; ++op) hours_.push_back(PlainHours::of_operation(problem, given, op));
    std::map<Index, std::pair<Index, Index>> last;  // lane -> operation and slot (kNone: machine) at its end
    before_.resize(count);
    batch_.resize(count);
    for (const Index op : given.order) {
      if (given.lane[op] != kNone) put_behind(op, kNone, given.lane[op], last);
      join(op);
      for (Index slot = problem.slot_begin[op]; slot < problem.slot_begin[op + 1]; ++slot) {
        if (given.slot_lane[slot] != kNone) put_behind(op, slot, given.slot_lane[slot], last);
      }
    }
  }

  Solution solve() {
    for (int pass = 0; pass < 100'000; ++pass) {
      for (const Index op : result_.order) place(op);
      if (!raise_for_maximum_lags()) break;
    }
    result_.score = score();
    return std::move(result_);
  }

 private:
  // What stands directly before an operation on one of its lanes.
  struct Before {
    bool machine = false;  // the lane is the machine of the later one
    Index op = kNone;
    Index slot = kNone;  // slot of the earlier one; kNone: its machine
  };

  void put_behind(Index op, Index slot, Index lane, std::map<Index, std::pair<Index, Index>>& last) {
    const auto found = last.find(lane);
    if (found != last.end()) {
      before_[op].push_back({.machine = slot == kNone, .op = found->second.first, .slot = found->second.second});
    }
    last[lane] = {op, slot};
  }

  // Every operation knows the whole batch that it is in.
  void join(Index op) {
    batch_[op] = {op};
    if (!is_joined(op)) return;
    const Index before = before_[op].front().op;
    batch_[op] = batch_[before];
    batch_[op].push_back(op);
    for (const Index member : std::vector<Index>(batch_[op])) batch_[member] = batch_[op];
  }

  [[nodiscard]] bool is_joined(Index op) const {
    return !result_.joins.empty() && result_.joins[op] != 0 && !before_[op].empty();
  }

  [[nodiscard]] Index family_before(Index op) const {
    for (const Before& before : before_[batch_[op].front()]) {
      if (before.machine) return problem_.family[before.op];
    }
    return problem_.lanes[result_.lane[op]].initial_family;
  }

  [[nodiscard]] const SetupMatrix* matrix(Index op) const {
    const Index lane = result_.lane[op];
    if (lane == kNone || problem_.lanes[lane].setup_matrix == kNone) return nullptr;
    return problem_.fixed[op] == Fixed::running ? nullptr : &problem_.setup_matrices[problem_.lanes[lane].setup_matrix];
  }

  [[nodiscard]] Tick work_of(Index op) const {
    Tick longest = 0;
    for (const Index member : batch_[op]) longest = std::max(longest, problem_.modes[result_.mode[member]].work);
    return longest;
  }
  [[nodiscard]] Tick run_of(Index op) const { return work_of(op) - problem_.own_setup[op]; }

  static Tick plus(Tick a, Tick b) {
    return a == kNever || static_cast<std::int64_t>(a) + b >= kNever ? kNever : static_cast<Tick>(a + b);
  }

  [[nodiscard]] Tick lanes_free(Index op) const {
    Tick free = kLongAgo;
    for (const Before& before : before_[batch_[op].front()]) {
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
    const SetupMatrix* setups = matrix(op);
    result_.setup[op] = setups == nullptr ? 0 : setups->time(family_before(op), problem_.family[op]);
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
    for (const Index member : batch_[op]) ready = std::max({ready, arcs_there(member), at_least_[member]});
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
    const Tick ready = std::max({arcs_there(op), lanes_free(op), at_least_[op]});
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

  [[nodiscard]] Score score() const {
    Score score;
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (result_.end[op] == kNever) {
        ++score.unplaced;
        continue;
      }
      score.mode += problem_.modes[result_.mode[op]].cost;
      const SetupMatrix* setups = matrix(op);
      if (setups != nullptr && !is_joined(op)) score.setup += setups->price(family_before(op), problem_.family[op]);
      if (!is_joined(op)) score.overtime += overtime(op, result_.lane[op], result_.end[op]);
      for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
        score.attendance += wages(op, slot);
        score.overtime += overtime(op, result_.slot_lane[slot], attended_[slot]);
      }
      score.stability += stability(op);
      score.holding += holding(op);
    }
    for (Index job = 0; job < problem_.jobs.size(); ++job) {
      Tick last = kLongAgo;
      for (const Index op : problem_.closing_of(job)) last = std::max(last, result_.end[op]);
      const Tick late = last == kNever ? 0 : std::max<Tick>(0, last - std::min(last, problem_.jobs[job].due));
      score.tardiness += late * problem_.jobs[job].late_per_second;
    }
    return score;
  }

  [[nodiscard]] Cost overtime(Index op, Index lane, Tick until) const {
    if (lane == kNone || problem_.lanes[lane].overtime == kNone) return 0;
    const Overtime& dear = problem_.overtimes[problem_.lanes[lane].overtime];
    return hours_[op].seconds_with(problem_.calendars[dear.calendar], result_.start[op], until) * dear.cost_per_second;
  }

  [[nodiscard]] Cost stability(Index op) const {
    if (problem_.baselines.empty()) return 0;
    const Baseline& before = problem_.baselines[op];
    const Cost seconds = std::max(result_.start[op], before.start) - std::min(result_.start[op], before.start);
    const bool elsewhere = before.lane != kNone && before.lane != result_.lane[op];
    return seconds * before.moved_per_second + (elsewhere ? before.other_lane : 0);
  }

  [[nodiscard]] Cost holding(Index op) const {
    if (problem_.holdings.empty()) return 0;
    const Holding& held = problem_.holdings[op];
    Tick until = held.until;
    if (held.job != kNone) {
      until = kLongAgo;
      for (const Index last : problem_.closing_of(held.job)) until = std::max(until, result_.end[last]);
    }
    return until == kNever ? 0
                           : Cost{std::max<Tick>(0, until - std::min(until, result_.end[op]))} * held.cost_per_second;
  }

  [[nodiscard]] Cost wages(Index op, Index slot) const {
    const Tick run = problem_.slots[slot].attended_run;
    const Cost whole = Cost{result_.setup[op]} + work_of(op);
    const Cost part = run == kWhole ? whole : Cost{result_.setup[op]} + problem_.own_setup[op] + run;
    return std::min(whole, part) * problem_.lanes[result_.slot_lane[slot]].cost_per_second;
  }

  const Problem& problem_;
  Solution result_;
  std::vector<Tick> attended_;               // slot -> end of attendance
  std::vector<Tick> at_least_;               // operation -> raised ready time
  std::vector<PlainHours> hours_;            // operation
  std::vector<std::vector<Before>> before_;  // operation
  std::vector<std::vector<Index>> batch_;    // operation -> all that are in a batch with it, itself too
};

}  // namespace

Solution retime_slow(const Problem& problem, const Solution& solution) { return SlowTiming(problem, solution).solve(); }

}  // namespace kilter::schedule
