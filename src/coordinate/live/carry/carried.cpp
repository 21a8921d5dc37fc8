#include "coordinate/live/carry/carried.hpp"

#include <algorithm>
#include <queue>
#include <tuple>

namespace kilter::coordinate {
namespace {

using plan::PlacementId;
using schedule::Fixed;
using schedule::Index;
using schedule::kNone;
using time::kNever;
using time::Tick;

// Lanes of units, people and tools of today by what the published plan calls them. Identical machines of a unit change
// places so that what runs stands where the floor has it.
class LanesBefore {
 public:
  LanesBefore(const ScheduleModel& model, const Counterparts& counterparts)
      : model_(model), counterparts_(counterparts) {
    for (Index lane = 0; lane < model.owners.size(); ++lane) {
      const LaneOwner& owner = model.owners[lane];
      std::vector<std::vector<Index>>& lanes = lanes_[static_cast<std::size_t>(owner.kind)];
      if (owner.index >= lanes.size()) lanes.resize(owner.index + 1);
      lanes[owner.index].push_back(lane);
    }
  }

  [[nodiscard]] Index unit(model::WorkUnitId published, std::uint32_t copy) const {
    return lane(LaneKind::unit, counterparts_.unit(published), copy);
  }
  [[nodiscard]] Index assignee(const plan::Assignment& assignment) const {
    if (assignment.kind == plan::AssigneeKind::person)
      return lane(LaneKind::person, counterparts_.person(model::PersonId(assignment.index)), 0);
    return lane(LaneKind::tool, counterparts_.tool(model::ToolId(assignment.index)), assignment.copy);
  }

  // From now on the published lane `copy` of a unit is `lane`, and the one that was is where `lane` was.
  void put(model::WorkUnitId published, std::uint32_t copy, Index lane) {
    const model::WorkUnitId unit = counterparts_.unit(published);
    if (!unit.valid()) return;
    auto& lanes = lanes_[static_cast<std::size_t>(LaneKind::unit)];
    if (unit.index() >= lanes.size() || copy >= lanes[unit.index()].size()) return;
    const auto taken = std::find(lanes[unit.index()].begin(), lanes[unit.index()].end(), lane);
    if (taken != lanes[unit.index()].end()) std::iter_swap(taken, lanes[unit.index()].begin() + copy);
  }

 private:
  template <class Id>
  [[nodiscard]] Index lane(LaneKind kind, Id id, std::uint32_t copy) const {
    const auto& lanes = lanes_[static_cast<std::size_t>(kind)];
    if (!id.valid() || id.index() >= lanes.size() || lanes[id.index()].empty()) return kNone;
    return lanes[id.index()][copy % lanes[id.index()].size()];
  }

  const ScheduleModel& model_;
  const Counterparts& counterparts_;
  std::vector<std::vector<Index>> lanes_[3];  // by kind: owner -> copy -> lane
};

class Carrier {
 public:
  Carrier(const Published& published, const Counterparts& counterparts, const PublishedWork& work,
          const Proposal& today)
      : published_(published.plan),
        counterparts_(counterparts),
        work_(work),
        today_(today),
        model_(today.model),
        problem_(today.model.problem),
        lanes_(today.model, counterparts) {}

  schedule::Solution run() {
    lay_out();
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (is_on_the_floor(op)) stand(op);
    }
    for (Index op = 0; op < problem_.operation_count; ++op) {
      if (!is_on_the_floor(op)) carry(op);
    }
    solution_.order = order_by_start(problem_, solution_, sequence_);
    return std::move(solution_);
  }

 private:
  void lay_out() {
    const std::size_t count = problem_.operation_count;
    solution_.mode.assign(problem_.mode_begin.begin(), problem_.mode_begin.end() - 1);
    solution_.lane.assign(count, kNone);
    solution_.slot_lane.assign(problem_.slots.size(), kNone);
    solution_.start.assign(count, kNever);
    solution_.end.assign(count, kNever);
    solution_.setup.assign(count, 0);
    sequence_.assign(count, kNever);
  }

  [[nodiscard]] const plan::Placement& placement(Index op) const {
    return today_.plan.placements[model_.placement_of[op]];
  }
  [[nodiscard]] const plan::Placement* before(Index op) const {
    const PlacementId id = work_.of(model_.placement_of[op]);
    return id.valid() ? &published_.placements[id] : nullptr;
  }
  // Started or pinned: the facts say where it is.
  [[nodiscard]] bool is_on_the_floor(Index op) const { return placement(op).status != model::WorkStatus::waiting; }

  // As today's own first schedule has it: it minds what is known of unit and people.
  void stand(Index op) {
    const schedule::Solution& facts = today_.solution;
    solution_.mode[op] = facts.mode[op];
    solution_.lane[op] = facts.lane[op];
    solution_.start[op] = problem_.fixed[op] == Fixed::free ? facts.start[op] : problem_.release[op];
    solution_.end[op] = facts.end[op];
    solution_.setup[op] = facts.setup[op];
    for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1]; ++slot) {
      solution_.slot_lane[slot] = facts.slot_lane[slot];
    }
    sequence_[op] = placement(op).status == model::WorkStatus::started ? time::kLongAgo : solution_.start[op];
    const plan::Placement* const old = before(op);
    if (old != nullptr && facts.lane[op] != kNone) lanes_.put(old->unit, old->lane, facts.lane[op]);
  }

  void carry(Index op) {
    const plan::Placement* const old = before(op);
    if (old == nullptr || old->start == kNever || !take_unit(op, *old)) return;
    take_people(op, *old);
    sequence_[op] = counterparts_.tick(old->start);
    solution_.start[op] = std::max(problem_.origin, sequence_[op]);
    solution_.end[op] = std::max(solution_.start[op], counterparts_.tick(old->end));
    solution_.setup[op] = std::max<Tick>(0, old->setup - problem_.own_setup[op]);
  }

  // False: the operation may not be done there any more.
  bool take_unit(Index op, const plan::Placement& old) {
    const model::WorkUnitId unit = counterparts_.unit(old.unit);
    for (Index mode = problem_.mode_begin[op]; mode < problem_.mode_begin[op + 1]; ++mode) {
      if (model_.mode_unit[mode] != unit) continue;
      solution_.mode[op] = mode;
      if (problem_.modes[mode].group != kNone) solution_.lane[op] = lanes_.unit(old.unit, old.lane);
      return true;
    }
    return false;
  }

  // In the order of the slots, each by the first of the same skill or tool who may fill it.
  void take_people(Index op, const plan::Placement& old) {
    for (const plan::AssignmentId id : old.assignments) {
      const Index lane = lanes_.assignee(published_.assignments[id]);
      for (Index slot = problem_.slot_begin[op]; slot < problem_.slot_begin[op + 1] && lane != kNone; ++slot) {
        if (solution_.slot_lane[slot] != kNone || !may_fill(slot, lane)) continue;
        solution_.slot_lane[slot] = lane;
        break;
      }
    }
  }

  [[nodiscard]] bool may_fill(Index slot, Index lane) const {
    const auto& candidates = problem_.lane_sets[problem_.slots[slot].lanes];
    return std::any_of(candidates.begin(), candidates.end(),
                       [lane](const schedule::Candidate& who) { return who.lane == lane; });
  }

  const plan::Plan& published_;
  const Counterparts& counterparts_;
  const PublishedWork& work_;
  const Proposal& today_;
  const ScheduleModel& model_;
  const schedule::Problem& problem_;
  LanesBefore lanes_;
  schedule::Solution solution_;
  std::vector<Tick> sequence_;  // operation -> by what it stands in the order
};

// Whether everything that a person pinned is still pinned, and everything that runs still runs.
bool keeps_facts(const schedule::Problem& problem, const schedule::Problem& frozen) {
  for (Index op = 0; op < problem.operation_count; ++op) {
    if (problem.fixed[op] != Fixed::free && frozen.fixed[op] != problem.fixed[op]) return false;
  }
  return true;
}

}  // namespace

std::vector<Index> order_by_start(const schedule::Problem& problem, const schedule::Solution& solution,
                                  std::vector<Tick> sequence) {
  std::vector<std::vector<Index>> after(problem.operation_count);
  std::vector<Index> waiting(problem.operation_count, 0);
  for (Index op = 0; op < problem.operation_count; ++op) {
    for (const schedule::Arc& arc : problem.predecessors_of(op)) {
      after[arc.operation].push_back(op);
      ++waiting[op];
    }
  }
  using Entry = std::tuple<Tick, Tick, Index>;  // start, end, operation
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
  const auto add = [&](Index op, Tick at) {
    if (sequence[op] == kNever) sequence[op] = at;
    open.emplace(sequence[op], solution.end[op], op);
  };
  for (Index op = 0; op < problem.operation_count; ++op) {
    if (waiting[op] == 0) add(op, problem.release[op]);
  }
  std::vector<Index> order;
  order.reserve(problem.operation_count);
  while (!open.empty()) {
    const Index op = std::get<2>(open.top());
    open.pop();
    order.push_back(op);
    for (const Index next : after[op]) {
      if (--waiting[next] == 0) add(next, std::max(sequence[op], problem.release[next]));
    }
  }
  return order;
}

schedule::Solution carried(const Published& published, const Counterparts& counterparts, const PublishedWork& work,
                           const Proposal& today) {
  return Carrier(published, counterparts, work, today).run();
}

schedule::Disrupted frozen(const schedule::Problem& problem, const schedule::Solution& published, Tick frozen_until) {
  schedule::Disrupted zone =
      schedule::disrupt(problem, published, {.now = problem.origin, .frozen_until = frozen_until});
  if (keeps_facts(problem, zone.problem)) return zone;
  return {.problem = problem, .published = published};  // a pin that holds only when the zone does not
}

}  // namespace kilter::coordinate
