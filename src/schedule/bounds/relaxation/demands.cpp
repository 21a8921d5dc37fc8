#include "schedule/bounds/relaxation/demands.hpp"

#include <algorithm>
#include <map>

#include "schedule/bounds/relaxation/occupancy.hpp"

namespace kilter::schedule {
namespace {

class Gathering {
 public:
  Gathering(Relaxation& relaxation, const Heads& heads)
      : relaxation_(relaxation),
        problem_(relaxation.network.problem()),
        heads_(heads),
        has_running_(problem_.lanes.size(), false),
        class_of_group_(problem_.groups.size(), kNone),
        class_of_set_(problem_.lane_sets.size(), kNone) {}

  Demands run() {
    result_.begin.push_back(0);
    for (Index op = 0; op < problem_.operation_count; ++op) {
      add_machine(op);
      for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) add_slot(op, slot);
      result_.begin.push_back(static_cast<Index>(result_.all.size()));
    }
    return std::move(result_);
  }

 private:
  void add_machine(Index op) {
    const std::span<const Mode> modes = problem_.modes_of(op);
    const auto is_free = [](const Mode& mode) { return mode.group == kNone; };
    if (modes.empty() || std::any_of(modes.begin(), modes.end(), is_free)) return;
    Demand demand{.operation = op, .work = kNever, .setup_after = kNever, .is_machine = true};
    Tick setup = kNever;
    for (const Mode& mode : modes) {
      demand.work = std::min(demand.work, occupied(problem_, op, mode));
      demand.setup_after = std::min(demand.setup_after, relaxation_.setups.after(op, mode.group));
      setup = std::min(setup, relaxation_.setup_before(op, mode));
    }
    demand.head = heads_.start[op] + (problem_.fixed[op] == Fixed::free ? setup : 0);
    demand.lanes = problem_.fixed_lane[op] != kNone ? class_of({problem_.fixed_lane[op]}) : class_of_modes(modes);
    add(demand);
  }

  // Attendance begins with the operation; a setup that may run ahead of its predecessors is not counted.
  void add_slot(Index op, Index slot) {
    Demand demand{.operation = op, .head = heads_.start[op], .work = kNever, .rest = kNever};
    const Tick run = problem_.slots[slot].attended_run;
    for (const Mode& mode : problem_.modes_of(op)) {
      const Tick own = run == kWhole ? mode.work : std::min(mode.work, problem_.own_setup[op] + run);
      const Tick setup = problem_.fixed[op] == Fixed::free ? relaxation_.setup_before(op, mode) : 0;
      demand.work = std::min(demand.work, setup + own);
      demand.rest = std::min(demand.rest, mode.work - own);
    }
    const Index fixed = problem_.fixed_slot_lane[slot];
    demand.lanes = fixed != kNone ? class_of({fixed}) : class_of_slot(problem_.slots[slot].lanes);
    add(demand);
  }

  // Work that is running may share its lanes with other running work: one for each lane counts.
  void add(const Demand& demand) {
    if (demand.work <= 0 || demand.work == kNever || result_.classes[demand.lanes].empty()) return;
    if (problem_.fixed[demand.operation] == Fixed::running) {
      const std::vector<Index>& lanes = result_.classes[demand.lanes];
      if (lanes.size() != 1 || has_running_[lanes.front()]) return;
      has_running_[lanes.front()] = true;
    }
    result_.all.push_back(demand);
  }

  Index class_of(std::vector<Index> lanes) {
    std::sort(lanes.begin(), lanes.end());
    lanes.erase(std::unique(lanes.begin(), lanes.end()), lanes.end());
    const auto [found, is_new] = known_.try_emplace(lanes, static_cast<Index>(result_.classes.size()));
    if (is_new) result_.classes.push_back(std::move(lanes));
    return found->second;
  }

  Index class_of_modes(std::span<const Mode> modes) {
    const bool one_group =
        std::all_of(modes.begin(), modes.end(), [&](const Mode& mode) { return mode.group == modes.front().group; });
    if (one_group && class_of_group_[modes.front().group] != kNone) return class_of_group_[modes.front().group];
    std::vector<Index> lanes;
    for (const Mode& mode : modes) {
      const Group& group = problem_.groups[mode.group];
      for (Index i = 0; i < group.lane_count; ++i) lanes.push_back(group.first_lane + i);
    }
    const Index result = class_of(std::move(lanes));
    if (one_group) class_of_group_[modes.front().group] = result;
    return result;
  }

  Index class_of_slot(Index set) {
    if (class_of_set_[set] != kNone) return class_of_set_[set];
    std::vector<Index> lanes;
    for (const Candidate& candidate : problem_.lane_sets[set]) lanes.push_back(candidate.lane);
    return class_of_set_[set] = class_of(std::move(lanes));
  }

  Relaxation& relaxation_;
  const Problem& problem_;
  const Heads& heads_;
  std::vector<bool> has_running_;  // lane
  std::vector<Index> class_of_group_;
  std::vector<Index> class_of_set_;
  std::map<std::vector<Index>, Index> known_;
  Demands result_;
};

bool overlaps(const std::vector<Index>& a, const std::vector<Index>& b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i] == b[j]) return true;
    a[i] < b[j] ? ++i : ++j;
  }
  return false;
}

bool contains(const std::vector<Index>& whole, const std::vector<Index>& part) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

std::vector<Index> united(const std::vector<Index>& a, const std::vector<Index>& b) {
  std::vector<Index> result;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
  return result;
}

// Classes all of whose lanes are in the set.
std::vector<Index> classes_within(const Demands& demands, const std::vector<Index>& set) {
  std::vector<Index> within;
  for (Index id = 0; id < demands.classes.size(); ++id) {
    if (!demands.classes[id].empty() && contains(set, demands.classes[id])) within.push_back(id);
  }
  return within;
}

}  // namespace

Demands gather_demands(Relaxation& relaxation, const Heads& heads) { return Gathering(relaxation, heads).run(); }

std::vector<LaneSet> lane_sets_of(const Demands& demands, std::size_t limit) {
  std::vector<std::vector<Index>> lanes;
  std::map<std::vector<Index>, Index> known;
  const auto add = [&](std::vector<Index> set) {
    if (!set.empty() && known.try_emplace(set, 0U).second) lanes.push_back(std::move(set));
  };
  for (const std::vector<Index>& one : demands.classes) {
    if (lanes.size() < limit) add(one);
  }
  const std::size_t singles = lanes.size();
  for (std::size_t at = 0; at < lanes.size() && lanes.size() < limit; ++at) {
    for (std::size_t with = 0; with < singles && lanes.size() < limit; ++with) {
      if (overlaps(lanes[at], lanes[with])) add(united(lanes[at], lanes[with]));
    }
  }
  std::vector<LaneSet> result;
  for (std::vector<Index>& set : lanes) {
    std::vector<Index> classes = classes_within(demands, set);
    result.push_back({.lanes = std::move(set), .classes = std::move(classes)});
  }
  return result;
}

}  // namespace kilter::schedule
