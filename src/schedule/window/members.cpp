#include "schedule/window/members.hpp"

#include <algorithm>

#include "schedule/window/delay_value.hpp"

namespace kilter::schedule {
namespace {

class Finder {
 public:
  Finder(const Network& network, const State& state, std::vector<Index>& lane_of)
      : network_(network), problem_(network.problem()), state_(state), lane_of_(lane_of) {}

  Members find(std::span<const Index> free, bool between) {
    for (const Index op : free) add_lanes(op);
    sort_lanes();
    set_span(free);
    add_span(free);
    for (Members::Bounds& bounds : members_.lanes) bound(bounds);
    add_anchors();
    if (between) add_passed();
    std::sort(members_.operations.begin(), members_.operations.end(), [this](const auto& a, const auto& b) {
      return state_.position[a.operation] < state_.position[b.operation];
    });
    for (const Index op : free) {
      if (!has_place(op)) add(op, Kind::free);
    }
    return std::move(members_);
  }

 private:
  using Kind = Members::Kind;

  void add_lane(Index lane) {
    if (lane_of_[lane] != kNone) return;
    lane_of_[lane] = 0;
    members_.lanes.push_back({.lane = lane});
  }

  void add_lanes(Index op) {
    for (const Mode& mode : network_.modes_of(op)) {
      if (mode.group == kNone) continue;
      const Group& group = problem_.groups[mode.group];
      for (Index i = 0; i < group.lane_count; ++i) add_lane(group.first_lane + i);
    }
    for (Index slot = network_.row(op).first_slot; slot < network_.row(op + 1).first_slot; ++slot) {
      for (const Candidate& candidate : problem_.lane_sets[problem_.slots[slot].lanes]) {
        const Index only = problem_.fixed_slot_lane[slot];
        if (only == kNone || only == candidate.lane) add_lane(candidate.lane);
      }
    }
  }

  void sort_lanes() {
    std::sort(members_.lanes.begin(), members_.lanes.end(),
              [](const auto& a, const auto& b) { return a.lane < b.lane; });
    for (Index i = 0; i < members_.lanes.size(); ++i) lane_of_[members_.lanes[i].lane] = i;
  }

  // Has it a place in time or on a lane?
  [[nodiscard]] bool has_place(Index op) const {
    bool found = state_.end[op] != kNever;
    for_each_node(network_, op, [&](Index node) { found = found || state_.lane[node] != kNone; });
    return found;
  }

  // Positions from the first to the last free operation; of one without a place those of its predecessors count.
  void set_span(std::span<const Index> free) {
    const auto widen = [this](Index op) {
      if (!has_place(op)) return;
      first_ = std::min(first_, state_.position[op]);
      last_ = std::max(last_, state_.position[op]);
    };
    for (const Index op : free) {
      widen(op);
      if (has_place(op)) continue;
      for (const Arc& arc : network_.predecessors_of(op)) widen(arc.operation);
    }
    if (first_ > last_) first_ = last_ = 0;
  }

  void add_span(std::span<const Index> free) {
    std::vector<Index> sorted(free.begin(), free.end());
    std::erase_if(sorted, [this](Index op) { return !has_place(op); });
    std::sort(sorted.begin(), sorted.end(),
              [this](Index a, Index b) { return state_.position[a] < state_.position[b]; });
    auto next = sorted.begin();
    for (Index at = first_; at <= last_; ++at) {
      const Index op = state_.order[at];
      const bool is_free = next != sorted.end() && *next == op;
      if (is_free) ++next;
      if (is_free || stands_on_lanes(op)) add(op, is_free ? Kind::free : Kind::held);
    }
  }

  [[nodiscard]] bool stands_on_lanes(Index op) const {
    bool found = false;
    for_each_node(network_, op, [&](Index node) {
      found = found || (state_.lane[node] != kNone && lane_of_[state_.lane[node]] != kNone);
    });
    return found;
  }

  void add(Index op, Kind kind) { members_.operations.push_back({.operation = op, .kind = kind}); }

  [[nodiscard]] Index position(Index node) const { return state_.position[network_.operation_of_node(node)]; }

  void bound(Members::Bounds& bounds) const {
    bounds.before = last_before_span(bounds.lane);
    bounds.anchor = bounds.before == kNone ? state_.first[bounds.lane] : state_.next[bounds.before];
    while (bounds.anchor != kNone && position(bounds.anchor) <= last_) bounds.anchor = state_.next[bounds.anchor];
  }

  // Looked for from both ends of the lane.
  [[nodiscard]] Index last_before_span(Index lane) const {
    Index left = state_.first[lane];
    if (left == kNone || position(left) >= first_) return kNone;
    Index right = state_.last[lane];
    while (position(right) >= first_) {
      const Index next = state_.next[left];
      if (position(next) >= first_) return left;
      left = next;
      right = state_.previous[right];
    }
    return right;
  }

  void add_anchors() {
    std::vector<Index> anchors;
    for (const Members::Bounds& bounds : members_.lanes) {
      if (bounds.anchor != kNone) anchors.push_back(network_.operation_of_node(bounds.anchor));
    }
    std::sort(anchors.begin(), anchors.end());
    anchors.erase(std::unique(anchors.begin(), anchors.end()), anchors.end());
    for (const Index op : anchors) add(op, Kind::anchor);
  }

  // Both marks: behind a member and before another one.
  void add_passed() {
    Index last = last_;
    for (const auto& member : members_.operations) last = std::max(last, state_.position[member.operation]);
    constexpr std::uint8_t kBehind = 1, kBefore = 2, kMember = 4;
    std::vector<std::uint8_t> marks(last - first_ + 1, 0);
    for (const auto& member : members_.operations) marks[state_.position[member.operation] - first_] = kMember;
    for (Index at = first_; at <= last; ++at) {
      for_each_wait(network_, state_, state_.order[at], [&](const Wait& wait) {
        const Index before = state_.position[wait.operation];
        if (before >= first_ && (marks[before - first_] & (kMember | kBehind)) != 0) marks[at - first_] |= kBehind;
      });
    }
    for (Index at = last + 1; at-- > first_;) {
      if ((marks[at - first_] & (kMember | kBefore)) == 0) continue;
      for_each_wait(network_, state_, state_.order[at], [&](const Wait& wait) {
        const Index before = state_.position[wait.operation];
        if (before >= first_) marks[before - first_] |= kBefore;
      });
    }
    for (Index at = first_; at <= last; ++at) {
      if (marks[at - first_] == (kBehind | kBefore)) add(state_.order[at], Kind::passed);
    }
  }

  const Network& network_;
  const Problem& problem_;
  const State& state_;
  std::vector<Index>& lane_of_;
  Members members_;
  Index first_ = kNone;
  Index last_ = 0;
};

}  // namespace

Members find_members(const Network& network, const State& state, std::span<const Index> free, bool between,
                     std::vector<Index>& lane_of) {
  return Finder(network, state, lane_of).find(free, between);
}

}  // namespace kilter::schedule
