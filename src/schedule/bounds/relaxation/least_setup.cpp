#include "schedule/bounds/relaxation/least_setup.hpp"

#include <algorithm>

#include "schedule/bounds/relaxation/occupancy.hpp"

namespace kilter::schedule {
namespace {

// Larger matrices are not worth their square.
constexpr Index kMostFamilies = 2'000;

std::vector<std::vector<Index>> operations_by_group(const Problem& problem) {
  std::vector<std::vector<Index>> result(problem.groups.size());
  for (Index op = 0; op < problem.operation_count; ++op) {
    for (const Mode& mode : problem.modes_of(op)) {
      if (mode.group == kNone) continue;
      std::vector<Index>& list = result[mode.group];
      if (list.empty() || list.back() != op) list.push_back(op);
    }
  }
  return result;
}

// Groups may share lanes; then what runs in one stands in the other's sequences.
bool shares_lanes(const Problem& problem, Index group, const std::vector<std::uint8_t>& uses) {
  const Group& lanes = problem.groups[group];
  for (Index i = 0; i < lanes.lane_count; ++i) {
    if (uses[lanes.first_lane + i] > 1) return true;
  }
  return false;
}

std::vector<std::uint8_t> uses_of_lanes(const Problem& problem) {
  std::vector<std::uint8_t> uses(problem.lanes.size(), 0);
  for (const Group& group : problem.groups) {
    for (Index i = 0; i < group.lane_count; ++i) {
      std::uint8_t& count = uses[group.first_lane + i];
      count = static_cast<std::uint8_t>(std::min(count + 1, 2));
    }
  }
  for (const std::vector<Candidate>& candidates : problem.lane_sets) {
    for (const Candidate& candidate : candidates) uses[candidate.lane] = 2;
  }
  return uses;
}

}  // namespace

LeastSetup::LeastSetup(const Problem& problem) : problem_(problem), least_(problem.groups.size()) {
  if (problem.setup_matrices.empty()) return;
  const std::vector<std::vector<Index>> operations = operations_by_group(problem);
  const std::vector<std::uint8_t> uses = uses_of_lanes(problem);
  for (Index group = 0; group < problem.groups.size(); ++group) {
    if (problem.groups[group].lane_count == 0) continue;
    const Index matrix = problem.lanes[problem.groups[group].first_lane].setup_matrix;
    if (matrix == kNone || shares_lanes(problem, group, uses)) continue;
    const Index families = problem.setup_matrices[matrix].families;
    if (families > kMostFamilies) continue;
    std::vector<Index> counts(families, 0);
    bool has_plain = false;
    for (const Index op : operations[group]) {
      if (problem.family[op] == kNone) {
        has_plain = true;
      } else {
        ++counts[problem.family[op]];
      }
    }
    measure(group, counts, has_plain);
  }
}

void LeastSetup::measure(Index group, std::vector<Index>& counts, bool has_plain) {
  least_[group].resize(counts.size());
  for (Index family = 0; family < counts.size(); ++family) {
    if (counts[family] == 0) continue;
    --counts[family];  // an operation does not follow itself
    least_[group][family] = least(group, family, counts, has_plain);
    ++counts[family];
  }
}

LeastSetup::Least LeastSetup::least(Index group, Index family, const std::vector<Index>& counts, bool has_plain) const {
  const Group& lanes = problem_.groups[group];
  const SetupMatrix& matrix = problem_.setup_matrices[problem_.lanes[lanes.first_lane].setup_matrix];
  Least result{.before = kNever, .after = has_plain ? 0 : kNever, .price = std::numeric_limits<Cost>::max()};
  const auto comes_from = [&](Index from) {
    result.before = std::min(result.before, matrix.time(from, family));
    result.price = std::min(result.price, matrix.price(from, family));
  };
  for (Index i = 0; i < lanes.lane_count; ++i) comes_from(problem_.lanes[lanes.first_lane + i].initial_family);
  if (has_plain) comes_from(kNone);
  for (Index other = 0; other < counts.size(); ++other) {
    if (counts[other] == 0) continue;
    comes_from(other);
    result.after = std::min(result.after, matrix.time(family, other));
  }
  if (result.after == kNever) result.after = 0;  // nothing can follow
  return result;
}

const LeastSetup::Least* LeastSetup::find(Index op, Index group) const {
  if (group == kNone || problem_.family[op] == kNone || least_[group].empty()) return nullptr;
  return &least_[group][problem_.family[op]];
}

// A batch is set up for once, and it may be another of its members that stands for it.
bool LeastSetup::is_shared(Index op, Index group) const { return may_share_in(problem_, op, {.group = group}); }

Tick LeastSetup::before(Index op, Index group) const {
  const Least* least = find(op, group);
  return least == nullptr || problem_.fixed[op] == Fixed::running ? 0 : least->before;
}

Cost LeastSetup::price(Index op, Index group) const {
  if (group == kNone || problem_.fixed[op] == Fixed::running || is_shared(op, group)) return 0;
  const Least* least = find(op, group);
  return least == nullptr ? 0 : least->price;
}

Tick LeastSetup::after(Index op, Index group) const {
  const Least* least = find(op, group);  // running work may be followed by other running work, without a setup
  if (least == nullptr || problem_.fixed[op] == Fixed::running || is_shared(op, group)) return 0;
  return least->after;
}

}  // namespace kilter::schedule
