#include "codec/benchmark/problem/shop_problem.hpp"

#include <algorithm>

#include "base/require.hpp"
#include "codec/benchmark/precedence.hpp"

namespace kilter::codec::benchmark {
namespace {

using schedule::kNone;
using schedule::Problem;

class ShopBuilder {
 public:
  ShopBuilder(const ShopInstance& shop, Objective objective)
      : shop_(shop), objective_(objective), before_(predecessor_lists(shop.operation_count(), shop.precedences)) {
    KILTER_REQUIRE(objective == Objective::makespan || shop.due.size() == shop.job_count);
  }

  Problem build() {
    add_machines();
    add_setups();
    for (Index op = 0; op < shop_.operation_count(); ++op) add_operation(op);
    add_jobs();
    add_latest_ends();
    return std::move(problem_);
  }

 private:
  void add_machines() {
    problem_.calendars.push_back(time::WorkingCalendar::always(0, schedule::kNever));
    for (Index machine = 0; machine < shop_.machine_count; ++machine) {
      problem_.lanes.push_back({.calendar = 0});
      problem_.groups.push_back({.first_lane = machine, .lane_count = 1});
    }
  }

  // Initial setups are those from one more family, which no operation has.
  void add_setups() {
    if (shop_.family.empty()) return;
    problem_.setup_overlaps_waiting = true;
    const bool initial = !shop_.initial_setup.empty();
    for (const std::vector<Tick>& seconds : shop_.setups) {
      schedule::SetupMatrix matrix{.families = shop_.family_count, .seconds = seconds};
      if (initial) matrix = with_initial(matrix);
      matrix.cost.assign(matrix.seconds.size(), 0);
      problem_.setup_matrices.push_back(std::move(matrix));
    }
    for (Index machine = 0; machine < shop_.machine_count; ++machine) {
      problem_.lanes[machine].setup_matrix = shop_.setups.size() == 1 ? 0 : machine;
      problem_.lanes[machine].initial_family = initial ? shop_.family_count : kNone;
    }
  }

  [[nodiscard]] schedule::SetupMatrix with_initial(const schedule::SetupMatrix& plain) const {
    schedule::SetupMatrix matrix{.families = plain.families + 1};
    for (Index from = 0; from < plain.families; ++from) {
      for (Index to = 0; to < plain.families; ++to) matrix.seconds.push_back(plain.time(from, to));
      matrix.seconds.push_back(0);
    }
    matrix.seconds.insert(matrix.seconds.end(), shop_.initial_setup.begin(), shop_.initial_setup.end());
    matrix.seconds.push_back(0);
    return matrix;
  }

  // The group of a mode: a machine alone, or the identical ones of a stage.
  Index group_of(const ShopMode& mode) {
    if (mode.machines == 1) return mode.first_machine;
    if (stage_group_.empty()) stage_group_.assign(shop_.machine_count, kNone);
    Index& group = stage_group_[mode.first_machine];
    if (group == kNone) {
      group = static_cast<Index>(problem_.groups.size());
      problem_.groups.push_back({.first_lane = mode.first_machine, .lane_count = mode.machines});
    }
    return group;
  }

  void add_operation(Index op) {
    ++problem_.operation_count;
    problem_.release.push_back(0);
    problem_.family.push_back(shop_.family.empty() ? kNone : shop_.family[op]);
    problem_.own_setup.push_back(0);
    problem_.pausable.push_back(0);
    problem_.passive.push_back(0);
    problem_.fixed.push_back(schedule::Fixed::free);
    problem_.fixed_lane.push_back(kNone);
    problem_.mode_begin.push_back(static_cast<Index>(problem_.modes.size()));
    for (const ShopMode& mode : shop_.modes_of(op)) {
      problem_.modes.push_back({.group = group_of(mode), .work = mode.duration});
    }
    problem_.slot_begin.push_back(0);
    problem_.predecessor_begin.push_back(static_cast<Index>(problem_.predecessors.size()));
    for (Index i = before_.begin[op]; i < before_.begin[op + 1]; ++i) {
      problem_.predecessors.push_back({.operation = before_.operations[i]});
    }
    problem_.serves.push_back(objective_ == Objective::makespan ? 0 : shop_.job[op]);
  }

  // Also closes the lists of operations.
  void add_jobs() {
    problem_.mode_begin.push_back(static_cast<Index>(problem_.modes.size()));
    problem_.slot_begin.push_back(0);
    problem_.predecessor_begin.push_back(static_cast<Index>(problem_.predecessors.size()));
    const Index jobs = objective_ == Objective::makespan ? 1 : shop_.job_count;
    for (Index job = 0; job < jobs; ++job) {
      const bool makespan = objective_ == Objective::makespan;
      problem_.jobs.push_back(
          {.due = makespan ? 0 : shop_.due[job], .late_per_second = makespan ? 1 : shop_.weight[job]});
    }
    std::vector<Precedence> closers;
    std::vector<std::uint8_t> is_followed(shop_.operation_count(), 0);
    for (const Precedence& each : shop_.precedences) is_followed[each.before] = 1;
    for (Index op = 0; op < shop_.operation_count(); ++op) {
      if (is_followed[op] == 0) closers.push_back({.before = op, .after = problem_.serves[op]});
    }
    add_closing(jobs, closers);
  }

  void add_closing(Index jobs, const std::vector<Precedence>& closers) {
    problem_.closing_begin.assign(jobs + 1, 0);
    for (const Precedence& each : closers) ++problem_.closing_begin[each.after + 1];
    for (Index job = 0; job < jobs; ++job) problem_.closing_begin[job + 1] += problem_.closing_begin[job];
    problem_.closing.resize(closers.size());
    std::vector<Index> next = problem_.closing_begin;
    for (const Precedence& each : closers) problem_.closing[next[each.after]++] = each.before;
  }

  [[nodiscard]] Tick shortest(Index op) const {
    const auto modes = shop_.modes_of(op);
    return std::min_element(modes.begin(), modes.end(),
                            [](const ShopMode& a, const ShopMode& b) { return a.duration < b.duration; })
        ->duration;
  }

  // The target, less the shortest chain behind. For the makespan the target is what a perfect schedule could reach.
  void add_latest_ends() {
    const Index count = shop_.operation_count();
    const std::vector<Index> order = *precedence_order(count, shop_.precedences);
    std::vector<std::int64_t> behind(count, 0);
    std::int64_t total = 0;
    std::int64_t target = 0;
    for (auto op = order.rbegin(); op != order.rend(); ++op) {
      const std::int64_t with_own = behind[*op] + shortest(*op);
      total += shortest(*op);
      target = std::max(target, with_own);
      for (Index i = before_.begin[*op]; i < before_.begin[*op + 1]; ++i) {
        behind[before_.operations[i]] = std::max(behind[before_.operations[i]], with_own);
      }
    }
    target = std::max(target, total / shop_.machine_count);
    for (Index op = 0; op < count; ++op) {
      const std::int64_t due = objective_ == Objective::makespan ? target : shop_.due[shop_.job[op]];
      problem_.latest_end.push_back(
          static_cast<Tick>(std::clamp<std::int64_t>(due - behind[op], schedule::kLongAgo, schedule::kNever - 1)));
    }
  }

  const ShopInstance& shop_;
  Objective objective_;
  PredecessorLists before_;
  std::vector<Index> stage_group_;  // first machine -> group of several; empty: no such group yet
  Problem problem_;
};

}  // namespace

schedule::Problem shop_problem(const ShopInstance& shop, Objective objective) {
  return ShopBuilder(shop, objective).build();
}

}  // namespace kilter::codec::benchmark
