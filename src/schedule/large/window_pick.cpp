#include "schedule/large/window_pick.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

constexpr Index kScanned = 64;           // operations looked at for each one that is to be free
constexpr double kUnplacedShare = 0.25;  // of the windows, while something is unplaced
constexpr double kAnywhereShare = 0.05;

class Picker {
 public:
  Picker(const Trial& whole, const WindowSize& size)
      : network_(whole.network()), problem_(network_.problem()), state_(whole.state()), size_(size) {}

  // In time order outwards from `centre`.
  std::vector<Index> around(Index centre) {
    look_at(centre);
    const Index at = state_.position[centre];
    const auto count = static_cast<Index>(state_.order.size());
    for (Index distance = 1; distance < kScanned * size_.operations && free_.size() < size_.operations; ++distance) {
      if (distance > at && at + distance >= count) break;
      if (distance <= at) look_at(state_.order[at - distance]);
      if (at + distance < count) look_at(state_.order[at + distance]);
    }
    return std::move(free_);
  }

 private:
  [[nodiscard]] Index group_of(Index op) const {
    return network_.modes_of(op).empty() ? kNone : problem_.modes[state_.mode[op]].group;
  }

  [[nodiscard]] bool knows(Index group) const {
    return std::find(groups_.begin(), groups_.end(), group) != groups_.end();
  }

  void add_group(Index group) {
    if (group == kNone || lanes_ >= size_.lanes || knows(group)) return;
    groups_.push_back(group);
    lanes_ += problem_.groups[group].lane_count;
  }

  void add_unplaced(Index op) {
    if (state_.end[op] != kNever || network_.row(op).fixed != Fixed::free) return;
    if (std::find(free_.begin(), free_.end(), op) == free_.end()) free_.push_back(op);
  }

  void look_at(Index op) {
    const Index group = group_of(op);
    if (groups_.empty()) add_group(group);
    if (state_.end[op] == kNever || !knows(group)) return;
    if (network_.row(op).fixed == Fixed::free) free_.push_back(op);
    for (const Successor& successor : network_.successors_of(op)) add_unplaced(successor.operation);
    if (lanes_ >= size_.lanes) return;
    for (const Arc& arc : network_.predecessors_of(op)) add_group(group_of(arc.operation));
    for (const Successor& successor : network_.successors_of(op)) add_group(group_of(successor.operation));
  }

  const Network& network_;
  const Problem& problem_;
  const State& state_;
  const WindowSize& size_;
  std::vector<Index> groups_;  // a few
  Index lanes_ = 0;
  std::vector<Index> free_;
};

Index last_of(const Problem& problem, const State& state, Index job) {
  const auto closing = problem.closing_of(job);
  return *std::max_element(closing.begin(), closing.end(),
                           [&](Index a, Index b) { return state.end[a] < state.end[b]; });
}

// Where the binding path of a random late job has one of its operations; kNone when none is late.
Index on_late_path(const Trial& whole, const DelayValue& value, base::Random& random) {
  const std::vector<Index>& late = whole.tardy_jobs();
  if (late.empty()) return kNone;
  const Index job = late[random.below(static_cast<std::uint32_t>(late.size()))];
  std::vector<Index> path;
  for (Index op = last_of(whole.network().problem(), whole.state(), job); op != kNone; op = value.binding(op))
    path.push_back(op);
  return path[random.below(static_cast<std::uint32_t>(path.size()))];
}

// A placed operation whose successor is not, looked for from a random position on; kNone.
Index before_unplaced(const Trial& whole, base::Random& random) {
  const State& state = whole.state();
  const std::size_t from = random.below(static_cast<std::uint32_t>(state.order.size()));
  for (std::size_t i = 0; i < state.order.size(); ++i) {
    const Index op = state.order[(from + i) % state.order.size()];
    if (state.end[op] != kNever) continue;
    for (const Arc& arc : whole.network().predecessors_of(op)) {
      if (state.end[arc.operation] != kNever) return arc.operation;
    }
  }
  return kNone;
}

}  // namespace

std::vector<Index> pick_window(const Trial& whole, const DelayValue& value, const WindowSize& size,
                               base::Random& random) {
  Index centre = kNone;
  if (whole.worth().unplaced > 0 && random.chance(kUnplacedShare)) centre = before_unplaced(whole, random);
  if (centre == kNone && !random.chance(kAnywhereShare)) centre = on_late_path(whole, value, random);
  if (centre == kNone) centre = random.below(whole.network().operation_count());
  return Picker(whole, size).around(centre);
}

}  // namespace kilter::schedule
