#include "schedule/testing/random_problem.hpp"

#include <algorithm>

#include "schedule/testing/random_batches.hpp"

namespace kilter::schedule {
namespace {

class Generator {
 public:
  Generator(std::uint64_t seed, const Mix& mix) : random_(seed), mix_(mix) {}

  Problem make() {
    problem_.horizon = mix_.horizon;
    problem_.setup_overlaps_waiting = mix_.setup_ahead;
    add_calendars();
    add_matrices();
    add_groups();
    add_people_and_tools();
    problem_.mode_begin.push_back(0);
    problem_.slot_begin.push_back(0);
    problem_.predecessor_begin.push_back(0);
    const auto count = static_cast<Index>(random_.between(2, mix_.operations));
    for (Index op = 0; op < count; ++op) add_operation(op);
    if (mix_.fixed) fix_some();
    add_jobs();
    if (mix_.timed_costs) add_timed_costs();
    if (mix_.batches) add_batches(problem_, shares_, mix_.fixed, random_);
    return std::move(problem_);
  }

 private:
  Tick tick(Tick low, Tick high) { return static_cast<Tick>(random_.between(low, high)); }
  Index pick(std::size_t size) { return random_.below(static_cast<std::uint32_t>(size)); }
  Index some_calendar() { return pick(problem_.calendars.size()); }

  void add_calendars() {
    problem_.calendars.push_back(time::WorkingCalendar::always(-100, mix_.horizon + 100));
    if (!mix_.calendars) return;
    for (int i = 0; i < 3; ++i) {
      std::vector<time::Interval> open;
      const Tick shift = tick(4, 16);
      const Tick first = tick(0, 12);
      for (Tick day = -24; day < mix_.horizon; day += 24) {
        if (random_.chance(0.85)) open.push_back({.open = day + first, .close = day + first + shift});
        if (random_.chance(0.1)) open.push_back({.open = day, .close = day + 2});
      }
      problem_.calendars.emplace_back(std::move(open));
    }
  }

  void add_matrices() {
    if (!mix_.setups) return;
    SetupMatrix matrix{.families = 3, .seconds = std::vector<Tick>(9), .cost = std::vector<Cost>(9)};
    for (std::size_t i = 0; i < 9; ++i) {
      matrix.seconds[i] = i % 4 == 0 ? 0 : tick(0, 5);
      matrix.cost[i] = i % 4 == 0 ? 0 : tick(0, 30);
    }
    problem_.setup_matrices.push_back(std::move(matrix));
  }

  void add_groups() {
    Index machines = 0;
    while (machines < mix_.machines) {
      const Index count = std::min(mix_.machines - machines, pick(2) + 1);
      Lane lane{.calendar = some_calendar()};
      if (mix_.setups && random_.chance(0.5)) lane.setup_matrix = 0;
      if (lane.setup_matrix != kNone && random_.chance(0.5)) lane.initial_family = pick(3);
      problem_.groups.push_back({.first_lane = machines, .lane_count = count});
      problem_.lanes.insert(problem_.lanes.end(), count, lane);
      machines += count;
    }
  }

  // A lane set of people with their own hours (sometimes narrower than the lane's), and one of two copies of a tool.
  void add_people_and_tools() {
    if (!mix_.slots) return;
    const auto first = static_cast<Index>(problem_.lanes.size());
    for (Index i = 0; i < mix_.people; ++i) {
      problem_.lanes.push_back({.calendar = some_calendar(), .cost_per_second = tick(0, 4)});
    }
    for (int set = 0; set < 2; ++set) {
      std::vector<Candidate> candidates;
      for (Index i = 0; i < mix_.people; ++i) {
        if (random_.chance(0.3)) continue;
        const Index calendar = random_.chance(0.8) ? problem_.lanes[first + i].calendar : some_calendar();
        candidates.push_back({.lane = first + i, .calendar = calendar});
      }
      if (candidates.empty()) candidates.push_back({.lane = first, .calendar = problem_.lanes[first].calendar});
      problem_.lane_sets.push_back(std::move(candidates));
    }
    const auto tool = static_cast<Index>(problem_.lanes.size());
    problem_.lanes.insert(problem_.lanes.end(), 2, Lane{});
    problem_.lane_sets.push_back({{.lane = tool, .calendar = 0}, {.lane = tool + 1, .calendar = 0}});
  }

  void add_operation(Index op) {
    problem_.operation_count = op + 1;
    problem_.release.push_back(random_.chance(0.5) ? 0 : tick(0, 60));
    problem_.family.push_back(mix_.setups && random_.chance(0.8) ? pick(3) : kNone);
    problem_.own_setup.push_back(random_.chance(0.3) ? tick(0, 2) : 0);
    problem_.pausable.push_back(mix_.breaks_matter && random_.chance(0.25) ? 0 : 1);
    problem_.fixed.push_back(Fixed::free);
    problem_.fixed_lane.push_back(kNone);
    shares_.push_back(mix_.batches && random_.chance(0.7));
    add_modes(op);
    if (mix_.slots && !shares_[op]) add_slots();
    problem_.slot_begin.push_back(static_cast<Index>(problem_.slots.size()));
    add_arcs(op);
    problem_.latest_end.push_back(tick(20, 200));
  }

  void add_modes(Index op) {
    const Index own = static_cast<Index>(problem_.own_setup[op]);
    if (!shares_[op] && random_.chance(0.12)) {
      problem_.modes.push_back({.work = tick(0, 8) + static_cast<Tick>(own), .calendar = some_calendar()});
    } else {
      const Index count = mix_.alternatives ? pick(2) + 1 : 1;
      for (Index i = 0; i < count; ++i) {
        const Tick work = tick(random_.chance(0.05) ? 0 : 1, 9) + static_cast<Tick>(own);
        const std::size_t groups = problem_.groups.size();
        problem_.modes.push_back({.group = pick(shares_[op] ? std::min<std::size_t>(2, groups) : groups),
                                  .work = work,
                                  .cost = tick(0, 20)});
      }
    }
    problem_.mode_begin.push_back(static_cast<Index>(problem_.modes.size()));
  }

  void add_slots() {
    const int people = random_.chance(0.5) ? static_cast<int>(random_.between(0, 2)) : 0;
    for (int i = 0; i < people; ++i) {
      const Tick run = random_.chance(0.5) ? kWhole : tick(0, 5);
      problem_.slots.push_back({.lanes = pick(2), .attended_run = run});
      problem_.fixed_slot_lane.push_back(kNone);
    }
    if (!random_.chance(0.2)) return;
    problem_.slots.push_back({.lanes = 2});
    problem_.fixed_slot_lane.push_back(kNone);
  }

  void add_arcs(Index op) {
    std::int64_t count = op == 0 ? 0 : random_.between(0, 2);
    if (shares_[op] && random_.chance(0.7)) count = 0;
    for (std::int64_t i = 0; i < count; ++i) {
      Arc arc{.operation = pick(op), .minimum_lag = random_.chance(0.3) ? tick(0, 10) : 0};
      if (mix_.maximum_lags && random_.chance(0.25)) arc.maximum_lag = arc.minimum_lag + tick(0, 30);
      if (mix_.transfers && random_.chance(0.2) && !shares_[op] && !shares_[arc.operation]) {
        arc.transfer = static_cast<Index>(problem_.transfers.size());
        problem_.transfers.push_back(random_.chance(0.5) ? Transfer{.batches = tick(2, 4)}
                                                         : Transfer{.quantity = tick(5, 11), .batch = tick(2, 4)});
      }
      problem_.predecessors.push_back(arc);
    }
    problem_.predecessor_begin.push_back(static_cast<Index>(problem_.predecessors.size()));
  }

  // Some work is running at the origin, some is pinned on a lane that nobody else was pinned to.
  void fix_some() {
    std::vector<bool> taken(problem_.lanes.size(), false);
    for (Index op = 0; op < problem_.operation_count; ++op) {
      const Index group = problem_.modes[problem_.mode_begin[op]].group;
      const bool running = random_.chance(0.1);
      if (group == kNone || (!running && !random_.chance(0.1))) continue;
      if (problem_.slot_begin[op] != problem_.slot_begin[op + 1]) continue;
      const Index lane = problem_.groups[group].first_lane;
      if (taken[lane] || (running && problem_.predecessor_begin[op] != problem_.predecessor_begin[op + 1])) continue;
      taken[lane] = true;
      problem_.fixed[op] = running ? Fixed::running : Fixed::pinned;
      problem_.fixed_lane[op] = lane;
      problem_.release[op] = running ? 0 : tick(40, 120);
    }
  }

  void add_jobs() {
    std::vector<bool> has_successor(problem_.operation_count, false);
    for (const Arc& arc : problem_.predecessors) has_successor[arc.operation] = true;
    problem_.serves.assign(problem_.operation_count, kNone);
    problem_.closing_begin.push_back(0);
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (has_successor[op] && !random_.chance(0.1)) continue;
      problem_.serves[op] = static_cast<Index>(problem_.jobs.size());
      problem_.jobs.push_back({.due = tick(5, 80), .late_per_second = tick(0, 9)});
      problem_.closing.push_back(op);
      if (op > 0 && random_.chance(0.2)) problem_.closing.push_back(pick(op));
      problem_.closing_begin.push_back(static_cast<Index>(problem_.closing.size()));
    }
  }

  void add_timed_costs() {
    if (random_.chance(0.7)) make_hours_dear();
    if (random_.chance(0.5)) promise();
    if (random_.chance(0.5)) hold();
  }

  // Some lanes, machines and people alike, cost more in some hours.
  void make_hours_dear() {
    problem_.overtimes.push_back({.calendar = some_calendar(), .cost_per_second = tick(1, 5)});
    problem_.overtimes.push_back({.calendar = some_calendar(), .cost_per_second = tick(1, 5)});
    for (Lane& lane : problem_.lanes) {
      if (random_.chance(0.2)) lane.overtime = pick(2);
    }
  }

  void promise() {
    for (Index op = 0; op < problem_.operation_count; ++op) {
      Baseline baseline{.start = tick(0, 100)};
      if (random_.chance(0.5)) baseline.moved_per_second = tick(0, 3);
      if (random_.chance(0.3)) baseline = {.lane = pick(mix_.machines), .other_lane = tick(0, 20)};
      problem_.baselines.push_back(baseline);
    }
  }

  void hold() {
    for (Index op = 0; op < problem_.operation_count; ++op) {
      Holding holding{.cost_per_second = tick(0, 3)};
      if (random_.chance(0.5)) {
        holding.job = pick(problem_.jobs.size());
      } else if (random_.chance(0.7)) {
        holding.until = tick(20, 120);
      }
      problem_.holdings.push_back(holding);
    }
  }

  base::Random random_;
  Mix mix_;
  Problem problem_;
  std::vector<bool> shares_;  // operation: may run in batches
};

}  // namespace

Problem random_problem(std::uint64_t seed, const Mix& mix) { return Generator(seed, mix).make(); }

Problem plain_shop(std::uint64_t seed, Mix sizes) {
  sizes.calendars = sizes.slots = sizes.maximum_lags = sizes.transfers = sizes.fixed = false;
  sizes.setups = sizes.setups && seed % 3 != 0;
  sizes.setup_ahead = seed % 3 == 2;
  return random_problem(seed, sizes);
}

}  // namespace kilter::schedule
