#include "schedule/repair/least/conflicts.hpp"

#include <algorithm>
#include <map>

namespace kilter::schedule {
namespace {

class Finder {
 public:
  Finder(Damage& damage, Tick tolerance)
      : damage_(damage),
        network_(damage.early().network),
        problem_(damage.problem()),
        plan_(damage.published()),
        tolerance_(tolerance),
        state_(make_state(network_, damage.calendars(), plan_)),
        head_(problem_.operation_count, kLongAgo),
        kept_end_(problem_.operation_count, kNever) {}

  Conflicts run() {
    for (const Index op : plan_.order) set_head(op);
    for (const Index op : plan_.order) {
      if (!is_open(op)) continue;
      keep(op);
      if (kept_end_[op] == kNever) found_.alone.push_back(op);
    }
    for (const Index op : plan_.order) {
      if (is_open(op) && kept_end_[op] != kNever) follow(op);
    }
    meet_on_lanes();
    auto& pairs = found_.pairs;
    for (auto& [a, b] : pairs) {
      if (a > b) std::swap(a, b);
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool is_open(Index op) const { return damage_.is_planned(op) && problem_.fixed[op] == Fixed::free; }
  [[nodiscard]] const time::WorkingCalendar& hours(Index calendar) const { return damage_.calendars()[calendar]; }

  // The latest moment at which the waiting work of a kept operation begins.
  [[nodiscard]] Tick latest(Index op) const { return plus(damage_.planned_wait(op), tolerance_); }

  static Tick end_in(const time::WorkingCalendar& open, Tick start, Tick work, bool pausable) {
    if (start == kNever) return kNever;
    if (pausable) return open.add(start, work);
    const Tick begin = open.fit(start, work);
    return begin == kNever ? kNever : begin + work;
  }

  // The least end over all modes and lanes when the operation may begin at `start`, people left aside.
  [[nodiscard]] Tick least_end(Index op, Tick start) const {
    Tick best = kNever;
    const bool pausable = problem_.pausable[op] != 0;
    for (const Mode& mode : problem_.modes_of(op)) {
      if (mode.group == kNone) {
        best = std::min(best, end_in(hours(mode.calendar), start, mode.work, pausable));
        continue;
      }
      const Group& group = problem_.groups[mode.group];
      for (Index lane = group.first_lane; lane < group.first_lane + group.lane_count; ++lane) {
        best = std::min(best, end_in(hours(problem_.lanes[lane].calendar), start, mode.work, pausable));
      }
    }
    return best;
  }

  static Tick plus(Tick a, Tick b) {
    return a == kNever ? kNever : static_cast<Tick>(std::min<std::int64_t>(kNever, std::int64_t{a} + b));
  }

  // What follows over `arc` when its predecessor starts at `start` or later and ends at `end` or later.
  [[nodiscard]] Tick over(const Arc& arc, Tick start, Tick end) const {
    return plus(arc.transfer == kNone ? end : start, arc.minimum_lag);
  }

  void set_head(Index op) {
    if (problem_.fixed[op] != Fixed::free) {
      head_[op] = problem_.release[op];
      return;
    }
    Tick head = problem_.release[op];
    for (const Arc& arc : problem_.predecessors_of(op)) {
      const Index from = arc.operation;
      const Tick end = problem_.fixed[from] != Fixed::free ? fixed_end(from) : least_end(from, head_[from]);
      head = std::max(head, over(arc, head_[from], end));
    }
    head_[op] = head;
  }

  // Without its setup, which depends on what stands before it. One that finds no place at all binds nothing.
  [[nodiscard]] Tick fixed_end(Index op) const {
    const State& timed = damage_.unchanged_sequences();
    if (timed.end[op] == kNever) return kLongAgo;
    return hours(timed.calendar[op]).add(plan_.start[op], problem_.modes[plan_.mode[op]].work);
  }

  // The least end of an operation that stays on its lanes with its people.
  void keep(Index op) {
    if (state_.calendar[op] == kNone || head_[op] > latest(op)) return;
    const time::WorkingCalendar& open = hours(state_.calendar[op]);
    const Tick from = std::max(std::max(problem_.origin, plan_.start[op] - tolerance_),
                               problem_.setup_overlaps_waiting ? kLongAgo : head_[op]);
    const Tick work = problem_.modes[plan_.mode[op]].work;
    const bool pausable = problem_.pausable[op] != 0;
    const Tick begin = pausable ? open.next_open(from) : open.fit(from, work);
    if (begin > plan_.start[op] + tolerance_) return;
    const Tick end = end_in(open, begin, work, pausable);
    if (end <= problem_.horizon) kept_end_[op] = end;
  }

  // Pairs with everything that cannot stay because `op` does, through arcs. Nothing new is found behind an operation
  // that is not delayed beyond its head.
  void follow(Index op) {
    std::map<Index, Tick> reached;  // place in the published order -> earliest start, op kept
    reach(op, std::max(problem_.origin, plan_.start[op] - tolerance_), kept_end_[op], reached);
    while (!reached.empty()) {
      const auto [place, start] = *reached.begin();
      reached.erase(reached.begin());
      const Index next = plan_.order[place];
      if (is_open(next) && kept_end_[next] != kNever && start > latest(next)) found_.pairs.emplace_back(op, next);
      reach(next, start, least_end(next, start), reached);
    }
  }

  void reach(Index op, Tick start, Tick end, std::map<Index, Tick>& reached) {
    if (places_.empty()) number_places();
    for (const Successor& successor : network_.successors_of(op)) {
      const Index next = successor.operation;
      if (problem_.fixed[next] != Fixed::free) continue;
      const Tick from = over(problem_.predecessors[successor.arc], start, end);
      const bool is_harmless = damage_.is_planned(next) ? from <= plan_.start[next] - tolerance_ : from <= head_[next];
      if (is_harmless) continue;
      Tick& known = reached.try_emplace(places_[next], from).first->second;
      known = std::max(known, from);
    }
  }

  void number_places() {
    places_.resize(problem_.operation_count);
    for (Index i = 0; i < plan_.order.size(); ++i) places_[plan_.order[i]] = i;
  }

  struct Stay {
    Tick from = 0;   // earliest
    Tick until = 0;  // least, from the earliest start on
    Tick latest = 0;
    Index operation = kNone;
  };

  void meet_on_lanes() {
    std::vector<std::vector<Stay>> stays(problem_.lanes.size());
    for (const Index op : plan_.order) {
      if (!damage_.is_planned(op)) continue;
      const bool fixed = problem_.fixed[op] != Fixed::free;
      if (!fixed && kept_end_[op] == kNever) continue;
      add_stays(op, fixed, stays);
    }
    for (auto& lane : stays) {
      std::stable_sort(lane.begin(), lane.end(), [](const Stay& a, const Stay& b) { return a.latest < b.latest; });
      for (std::size_t i = 0; i < lane.size(); ++i) meet(lane, i);
    }
  }

  void add_stays(Index op, bool fixed, std::vector<std::vector<Stay>>& stays) const {
    const State& timed = damage_.unchanged_sequences();
    if (fixed && timed.end[op] == kNever) return;
    Stay stay{.from = fixed ? plan_.start[op] : std::max(problem_.origin, plan_.start[op] - tolerance_),
              .until = fixed ? fixed_end(op) : kept_end_[op],
              .latest = fixed ? plan_.start[op] : plan_.start[op] + tolerance_,
              .operation = op};
    if (plan_.lane[op] != kNone) stays[plan_.lane[op]].push_back(stay);
    const time::WorkingCalendar& open = hours(fixed ? timed.calendar[op] : state_.calendar[op]);
    for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
      const Tick run = problem_.slots[slot].attended_run;
      const Tick work = problem_.modes[plan_.mode[op]].work;
      const Tick part = run == kWhole ? work : std::min(work, problem_.own_setup[op] + run);
      if (part == 0) continue;
      stay.until = std::min(part == work ? stay.until : open.add(stay.from, part), stay.until);
      stays[plan_.slot_lane[slot]].push_back(stay);
    }
  }

  // Later ones on the lane, by latest start, that begin before this one can be gone, and end after it must have begun.
  void meet(const std::vector<Stay>& lane, std::size_t at) {
    const Stay& a = lane[at];
    for (std::size_t i = at + 1; i < lane.size() && lane[i].latest < a.until; ++i) {
      const Stay& b = lane[i];
      if (b.until <= a.latest || a.operation == b.operation || problem_.may_share(a.operation, b.operation)) continue;
      const bool a_open = is_open(a.operation);
      const bool b_open = is_open(b.operation);
      if (a_open && b_open) {
        found_.pairs.emplace_back(a.operation, b.operation);
      } else if (a_open || b_open) {
        give_way(a_open ? a.operation : b.operation);
      }
    }
  }

  void give_way(Index op) {
    if (std::find(found_.alone.begin(), found_.alone.end(), op) == found_.alone.end()) found_.alone.push_back(op);
  }

  Damage& damage_;
  const Network& network_;
  const Problem& problem_;
  const Solution& plan_;
  Tick tolerance_;
  State state_;                 // published lanes in the hours that are left
  std::vector<Tick> head_;      // earliest start whatever is kept
  std::vector<Tick> kept_end_;  // least end of an operation that is kept; kNever: it cannot be, or is not open
  std::vector<Index> places_;   // in the published order
  Conflicts found_;
};

}  // namespace

Conflicts find_conflicts(Damage& damage, Tick tolerance) { return Finder(damage, tolerance).run(); }

}  // namespace kilter::schedule
