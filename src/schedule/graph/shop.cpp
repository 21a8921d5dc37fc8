#include "schedule/graph/shop.hpp"

#include <algorithm>

#include "base/require.hpp"

namespace kilter::schedule {
namespace {

constexpr std::int64_t kMostTime = std::int64_t{1} << 30U;

// The longest setup into an operation of `family`, over what may stand before it on `lane`.
Tick longest_setup(const Problem& problem, Index lane, const std::vector<Index>& families, Index family) {
  const SetupMatrix& matrix = problem.setup_matrices[problem.lanes[lane].setup_matrix];
  Tick longest = matrix.time(problem.lanes[lane].initial_family, family);
  for (const Index from : families) longest = std::max(longest, matrix.time(from, family));
  return longest;
}

// Families that may be done on each lane with a setup matrix.
std::vector<std::vector<Index>> families_on_lanes(const Problem& problem) {
  std::vector<std::vector<Index>> result(problem.lanes.size());
  for (Index op = 0; op < problem.operation_count; ++op) {
    if (problem.family[op] == kNone) continue;
    for (const Mode& mode : problem.modes_of(op)) {
      if (mode.group == kNone) continue;
      const Group& group = problem.groups[mode.group];
      if (problem.lanes[group.first_lane].setup_matrix == kNone) continue;
      for (Index i = 0; i < group.lane_count; ++i) result[group.first_lane + i].push_back(problem.family[op]);
    }
  }
  for (std::vector<Index>& families : result) {
    std::sort(families.begin(), families.end());
    families.erase(std::unique(families.begin(), families.end()), families.end());
  }
  return result;
}

// No schedule without needless waiting ends later.
std::int64_t latest_end(const Problem& problem) {
  const auto families = families_on_lanes(problem);
  std::int64_t total = problem.release.empty() ? 0 : *std::max_element(problem.release.begin(), problem.release.end());
  for (Index op = 0; op < problem.operation_count; ++op) {
    std::int64_t longest = 0;
    for (const Mode& mode : problem.modes_of(op)) {
      Tick setup = 0;
      const Index lane = mode.group == kNone ? kNone : problem.groups[mode.group].first_lane;
      if (lane != kNone && problem.lanes[lane].setup_matrix != kNone && problem.family[op] != kNone)
        setup = longest_setup(problem, lane, families[lane], problem.family[op]);
      longest = std::max(longest, std::int64_t{mode.work} + setup);
    }
    Tick lag = 0;
    for (const Arc& arc : problem.predecessors_of(op)) lag = std::max(lag, arc.minimum_lag);
    total += longest + lag;
  }
  return total;
}

bool always_open(const Problem& problem, std::int64_t until) {
  until = std::min<std::int64_t>(until, problem.horizon);
  return std::all_of(problem.calendars.begin(), problem.calendars.end(), [until](const time::WorkingCalendar& hours) {
    const auto intervals = hours.intervals();
    return intervals.size() == 1 && intervals.front().open <= 0 && intervals.front().close >= until;
  });
}

bool plain_operations(const Problem& problem) {
  for (Index op = 0; op < problem.operation_count; ++op) {
    if (problem.fixed[op] != Fixed::free || problem.release[op] < 0 || problem.modes_of(op).empty()) return false;
    for (const Arc& arc : problem.predecessors_of(op)) {
      if (arc.maximum_lag != kNever || arc.transfer != kNone || arc.minimum_lag < 0) return false;
    }
  }
  return true;
}

}  // namespace

bool Shop::fits(const Problem& problem) {
  if (problem.operation_count == 0 || !problem.slots.empty() || !plain_operations(problem)) return false;
  if (problem.has_batches()) return false;
  if (std::any_of(problem.held.begin(), problem.held.end(), [](Held held) { return held != Held::no; })) return false;
  const std::int64_t latest = latest_end(problem);
  return latest < kMostTime && always_open(problem, latest);
}

Shop::Shop(const Problem& problem) : problem_(&problem) {
  KILTER_REQUIRE(fits(problem));
  links_.resize(std::size_t{count()} + 2);
  copy_alternatives();
  copy_arcs();
  copy_setups();
}

void Shop::copy_alternatives() {
  lanes_.resize(problem_->lanes.size());
  alternative_begin_.push_back(0);
  for (Index op = 0; op < count(); ++op) {
    bool without_machine = false;
    for (Index mode = problem_->mode_begin[op]; mode < problem_->mode_begin[op + 1]; ++mode) {
      const Mode& way = problem_->modes[mode];
      without_machine = without_machine || way.group == kNone;
      const Group group =
          way.group == kNone ? Group{.first_lane = lane_count(), .lane_count = 1} : problem_->groups[way.group];
      for (Index i = 0; i < group.lane_count; ++i)
        alternatives_.push_back({.lane = group.first_lane + i, .work = way.work, .mode = mode});
    }
    if (without_machine) lanes_.emplace_back();
    alternative_begin_.push_back(static_cast<Index>(alternatives_.size()));
  }
}

void Shop::copy_arcs() {
  std::vector<std::vector<LaggedArc>> after(count());
  for (Index op = 0; op <= count(); ++op) {
    links_[op].before = count();
    links_[op].after = count();
  }
  for (Index op = 0; op < count(); ++op) {
    Links& links = links_[op];
    links.release = problem_->release[op];
    links.more_before = static_cast<Index>(more_before_.size());
    for (const Arc& arc : problem_->predecessors_of(op)) {
      after[arc.operation].push_back({.operation = op, .lag = arc.minimum_lag});
      if (links.before != count()) {
        more_before_.push_back({.operation = arc.operation, .lag = arc.minimum_lag});
      } else {
        links.before = arc.operation;
        links.before_lag = arc.minimum_lag;
      }
    }
  }
  for (Index op = 0; op < count(); ++op) {
    Links& links = links_[op];
    links.more_after = static_cast<Index>(more_after_.size());
    if (after[op].empty()) {
      last_.push_back(op);
      continue;
    }
    links.after = after[op].front().operation;
    links.after_lag = after[op].front().lag;
    more_after_.insert(more_after_.end(), after[op].begin() + 1, after[op].end());
  }
  for (Index end = count(); end < count() + 2; ++end) {
    links_[end].more_before = static_cast<Index>(more_before_.size());
    links_[end].more_after = static_cast<Index>(more_after_.size());
  }
}

void Shop::copy_setups() {
  Index families = 0;
  for (const SetupMatrix& matrix : problem_->setup_matrices) families = std::max(families, matrix.families);
  const auto none = [families](Index family) { return family == kNone ? families : family; };
  stride_ = families + 1;
  const std::size_t block = std::size_t{stride_} * stride_;
  setups_.assign(block * (1 + problem_->setup_matrices.size()), 0);
  for (std::size_t k = 0; k < problem_->setup_matrices.size(); ++k) {
    const SetupMatrix& matrix = problem_->setup_matrices[k];
    for (Index from = 0; from < matrix.families; ++from) {
      for (Index to = 0; to < matrix.families; ++to)
        setups_[block * (k + 1) + std::size_t{from} * stride_ + to] = matrix.time(from, to);
    }
  }
  for (Index op = 0; op < count(); ++op) links_[op].family = none(problem_->family[op]);
  for (Row& row : lanes_) row.initial_family = families;
  for (std::size_t lane = 0; lane < problem_->lanes.size(); ++lane) {
    const Index matrix = problem_->lanes[lane].setup_matrix;
    if (matrix == kNone) continue;
    lanes_[lane] = {.matrix = block * (matrix + 1), .initial_family = none(problem_->lanes[lane].initial_family)};
    has_setups_ = true;
  }
}

Index Shop::find_alternative(Index op, Index mode, Index lane) const {
  for (Index number = first_alternative(op); number < end_of_alternatives(op); ++number) {
    const Alternative& way = alternatives_[number];
    if (way.mode == mode && (lane == kNone || way.lane == lane)) return number;
  }
  return first_alternative(op);
}

}  // namespace kilter::schedule
