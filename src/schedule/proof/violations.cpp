// Every rule of a Problem checked against a Solution the obvious way. Shares nothing with the timing sweep.
#include <algorithm>
#include <string>

#include "schedule/proof/plain_batches.hpp"
#include "schedule/proof/plain_hours.hpp"
#include "schedule/search.hpp"

namespace kilter::schedule {
namespace {

class Proof {
 public:
  Proof(const Problem& problem, const Solution& solution)
      : problem_(problem), solution_(solution), batches_(problem, solution) {}

  std::vector<std::string> run() {
    if (!sizes_fit()) return {"the solution's arrays do not have the problem's sizes"};
    check_order();
    for (std::string& fault : batches_.read()) found_.push_back(std::move(fault));
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (solution_.start[op] == kNever) continue;
      hours_ = PlainHours::of_operation(problem_, solution_, op);
      check_assignment(op);
      check_hours(op);
      check_release(op);
      for (const Arc& arc : problem_.predecessors_of(op)) check_arc(op, arc);
    }
    for (Index lane = 0; lane < problem_.lanes.size(); ++lane) check_lane(lane);
    check_score();
    return std::move(found_);
  }

 private:
  // A stay of an operation on a lane.
  struct Stay {
    Tick from = 0;
    Tick until = 0;
    Index place = 0;  // in the order
    Index op = 0;
    bool machine = false;
  };

  void report(Index op, const std::string& text) { found_.push_back("operation " + std::to_string(op) + ": " + text); }
  [[nodiscard]] bool is_fixed(Index op) const { return problem_.fixed[op] != Fixed::free; }
  [[nodiscard]] bool is_running(Index op) const { return problem_.fixed[op] == Fixed::running; }
  [[nodiscard]] const Mode& mode(Index op) const { return problem_.modes[solution_.mode[op]]; }
  [[nodiscard]] Tick run_of(Index op) const { return mode(op).work - problem_.own_setup[op]; }

  [[nodiscard]] bool sizes_fit() const {
    const std::size_t count = problem_.operation_count;
    return solution_.mode.size() == count && solution_.lane.size() == count && solution_.start.size() == count &&
           solution_.end.size() == count && solution_.setup.size() == count && solution_.order.size() == count &&
           solution_.slot_lane.size() == problem_.slots.size() &&
           solution_.joins.size() == (problem_.batch_family.empty() ? 0 : count);
  }

  void check_order() {
    place_.assign(problem_.operation_count, kNone);
    for (Index at = 0; at < solution_.order.size(); ++at) {
      if (solution_.order[at] < place_.size()) place_[solution_.order[at]] = at;
    }
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (place_[op] == kNone) report(op, "missing in the order");
      for (const Arc& arc : problem_.predecessors_of(op)) {
        if (!is_running(op) && place_[arc.operation] > place_[op])
          report(op, "stands before its predecessor in the order");
      }
    }
  }

  void check_assignment(Index op) {
    const Index chosen = solution_.mode[op];
    if (chosen < problem_.mode_begin[op] || chosen >= problem_.mode_begin[op + 1])
      return report(op, "mode of another operation");
    const Index lane = solution_.lane[op];
    if (mode(op).group == kNone) {
      if (lane != kNone) report(op, "on a lane without need");
    } else {
      const Group& group = problem_.groups[mode(op).group];
      if (lane < group.first_lane || lane >= group.first_lane + group.lane_count) report(op, "lane outside its group");
    }
    if (is_fixed(op) && problem_.fixed_lane[op] != kNone && lane != problem_.fixed_lane[op])
      report(op, "left its fixed lane");
    std::vector<Index> used{lane};
    for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
      const Index who = solution_.slot_lane[slot];
      if (problem_.fixed_slot_lane[slot] != kNone && who != problem_.fixed_slot_lane[slot])
        report(op, "left a fixed slot lane");
      if (std::count(used.begin(), used.end(), who) > 0) report(op, "one lane in two places at once");
      used.push_back(who);
    }
  }

  [[nodiscard]] Tick total_work(Index op) const { return solution_.setup[op] + batches_.longest_work(op); }

  void check_hours(Index op) {
    const Tick start = solution_.start[op];
    const Tick end = solution_.end[op];
    if (end > problem_.horizon) report(op, "ends beyond the horizon");
    if (hours_.seconds_between(start, end) != total_work(op)) report(op, "open time and work differ");
    if (is_fixed(op)) return;
    if (!hours_.is_open(start)) report(op, "starts in closed time");
    if (problem_.pausable[op] == 0 && !hours_.unbroken(start, end)) report(op, "pauses");
  }

  // The moment from which predecessors count.
  [[nodiscard]] Tick waiting_work(Index op) const {
    if (!problem_.setup_overlaps_waiting || is_fixed(op) || solution_.setup[op] == 0) return solution_.start[op];
    const PlainHours hours = PlainHours::of_operation(problem_, solution_, op);
    return hours.open_from(hours.after_work(solution_.start[op], solution_.setup[op]));
  }

  void check_release(Index op) {
    const Tick start = waiting_work(op);
    if (is_fixed(op) ? start != problem_.release[op] : start < problem_.release[op]) report(op, "release not kept");
  }

  void check_arc(Index op, const Arc& arc) {
    if (is_running(op)) return;
    const Index before = arc.operation;
    if (solution_.end[before] == kNever) return report(op, "its predecessor is unplaced");
    const std::int64_t start = waiting_work(op);
    if (arc.maximum_lag != kNever && start > std::int64_t{solution_.end[before]} + arc.maximum_lag) {
      report(op, "waits too long after operation " + std::to_string(before));
    }
    if (arc.transfer != kNone) return check_batches(op, arc);
    if (start < std::int64_t{solution_.end[before]} + arc.minimum_lag)
      report(op, "starts before operation " + std::to_string(before));
  }

  void check_batches(Index op, const Arc& arc) {
    const Transfer& transfer = problem_.transfers[arc.transfer];
    const Index before = arc.operation;
    const PlainHours hours_before = PlainHours::of_operation(problem_, solution_, before);
    const bool ahead = problem_.setup_overlaps_waiting && !is_fixed(op);
    const Tick from = waiting_work(op);
    for (std::int64_t k = 1; k <= transfer.count(); ++k) {
      const Tick made = solution_.setup[before] + problem_.own_setup[before] + transfer.finished(run_of(before), k);
      const std::int64_t there = std::int64_t{hours_before.after_work(solution_.start[before], made)} + arc.minimum_lag;
      if (k == 1 && from < there) report(op, "begins before the first batch is there");
      if (k == 1 || is_fixed(op)) continue;
      const Tick ahead_of_it =
          (ahead ? 0 : solution_.setup[op]) + problem_.own_setup[op] + transfer.before(run_of(op), k);
      if (hours_.seconds_between(from, static_cast<Tick>(there)) > ahead_of_it) {
        return report(op, "begins batch " + std::to_string(k) + " before it is there");
      }
    }
  }

  [[nodiscard]] Tick attended_until(Index op, Index slot) const {
    const Tick run = problem_.slots[slot].attended_run;
    if (run == kWhole) return solution_.end[op];
    const std::int64_t part = std::int64_t{solution_.setup[op]} + problem_.own_setup[op] + run;
    if (part == 0) return solution_.start[op];
    if (part >= total_work(op)) return solution_.end[op];
    return PlainHours::of_operation(problem_, solution_, op).after_work(solution_.start[op], static_cast<Tick>(part));
  }

  [[nodiscard]] std::vector<Stay> stays_on(Index lane) const {
    std::vector<Stay> stays;
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (solution_.start[op] == kNever) continue;
      const Stay whole{
          .from = solution_.start[op], .until = solution_.end[op], .place = place_[op], .op = op, .machine = true};
      if (solution_.lane[op] == lane) stays.push_back(whole);
      for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
        if (solution_.slot_lane[slot] != lane) continue;
        stays.push_back({.from = whole.from, .until = attended_until(op, slot), .place = whole.place, .op = op});
      }
    }
    std::sort(stays.begin(), stays.end(), [](const Stay& a, const Stay& b) { return a.place < b.place; });
    return stays;
  }

  void check_lane(Index lane) {
    Index family = problem_.lanes[lane].initial_family;
    Tick free = kLongAgo;
    bool only_running = true;
    Index last = kNone;  // nothing may stand behind it
    for (const Stay& stay : stays_on(lane)) {
      only_running = only_running && is_running(stay.op);
      if (last != kNone) report(stay.op, "stands behind operation " + std::to_string(last));
      if (!problem_.held.empty() && problem_.held[stay.op] == Held::last) last = stay.op;
      // With the batch that it joins it stands at one time; whether it may is asked elsewhere.
      if (batches_.is_joined(stay.op)) continue;
      if (stay.from < free && !only_running) report(stay.op, "overlaps on lane " + std::to_string(lane));
      free = std::max(free, stay.until);
      if (!stay.machine) continue;
      check_setup(stay.op, family);
      family = problem_.family[stay.op];
    }
  }

  void check_setup(Index op, Index family) {
    const Index matrix = problem_.lanes[solution_.lane[op]].setup_matrix;
    Tick expected = 0;
    if (matrix != kNone && !is_running(op)) {
      expected = problem_.setup_matrices[matrix].time(family, problem_.family[op]);
      setup_cost_ += problem_.setup_matrices[matrix].price(family, problem_.family[op]);
    }
    if (solution_.setup[op] != expected) report(op, "setup time does not follow from the operation before");
  }

  // Second by second.
  [[nodiscard]] Cost dear_seconds_cost(Index op, Index lane, Tick until) const {
    if (lane == kNone || problem_.lanes[lane].overtime == kNone) return 0;
    const Overtime& overtime = problem_.overtimes[problem_.lanes[lane].overtime];
    const PlainHours hours = PlainHours::of_operation(problem_, solution_, op);
    Cost cost = 0;
    for (Tick t = solution_.start[op]; t < until; ++t) {
      if (hours.is_open(t) && problem_.calendars[overtime.calendar].is_open(t)) cost += overtime.cost_per_second;
    }
    return cost;
  }

  [[nodiscard]] Cost broken_promise(Index op, const Baseline& baseline) const {
    const Cost later = Cost{solution_.start[op]} - baseline.start;
    Cost cost = (later < 0 ? -later : later) * baseline.moved_per_second;
    if (baseline.lane != kNone && solution_.lane[op] != baseline.lane) cost += baseline.other_lane;
    return cost;
  }

  [[nodiscard]] Cost waiting_cost(Index op, const Holding& holding) const {
    Cost until = holding.until;
    if (holding.job != kNone) {
      until = kLongAgo;
      for (const Index last : problem_.closing_of(holding.job)) until = std::max<Cost>(until, solution_.end[last]);
    }
    if (until == kNever || until < solution_.end[op]) return 0;
    return (until - solution_.end[op]) * holding.cost_per_second;
  }

  void check_score() {
    Score score;
    score.setup = setup_cost_;
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (solution_.start[op] == kNever) {
        ++score.unplaced;
        continue;
      }
      score.mode += mode(op).cost;
      for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
        const PlainHours hours = PlainHours::of_operation(problem_, solution_, op);
        const Tick attended = hours.seconds_between(solution_.start[op], attended_until(op, slot));
        score.attendance += attended * problem_.lanes[solution_.slot_lane[slot]].cost_per_second;
        score.overtime += dear_seconds_cost(op, solution_.slot_lane[slot], attended_until(op, slot));
      }
      if (!batches_.is_joined(op)) score.overtime += dear_seconds_cost(op, solution_.lane[op], solution_.end[op]);
      if (!problem_.baselines.empty()) score.stability += broken_promise(op, problem_.baselines[op]);
      if (!problem_.holdings.empty()) score.holding += waiting_cost(op, problem_.holdings[op]);
    }
    for (const Job& job : problem_.jobs) {
      Tick last = kLongAgo;
      for (const Index op : problem_.closing_of(static_cast<Index>(&job - problem_.jobs.data()))) {
        last = std::max(last, solution_.end[op]);
      }
      if (last != kNever && last > job.due) score.tardiness += (Cost{last} - job.due) * job.late_per_second;
    }
    if (!(score == solution_.score)) found_.emplace_back("the score is not what the schedule costs");
  }

  const Problem& problem_;
  const Solution& solution_;
  PlainBatches batches_;
  PlainHours hours_{{}};
  std::vector<Index> place_;  // operation -> place in the order
  Cost setup_cost_ = 0;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> violations(const Problem& problem, const Solution& solution) {
  return Proof(problem, solution).run();
}

}  // namespace kilter::schedule
