#include "coordinate/live/moves/fixed_wish.hpp"

#include <algorithm>
#include <utility>

#include "coordinate/live/moves/hindrances.hpp"
#include "coordinate/live/moves/standing.hpp"

namespace kilter::coordinate {
namespace {

using schedule::Choice;
using schedule::Fixed;
using schedule::Index;
using schedule::kNone;
using time::kNever;
using time::Tick;

class FixedWish {
 public:
  FixedWish(const model::Plant& now, const Wish& wish, bool over_frozen, Situation& today)
      : now_(now),
        wish_(wish),
        over_frozen_(over_frozen),
        today_(today),
        model_(today.today.model),
        changed_(today.damage) {}

  WishedPlace run() {
    if (!find_operation() || !may_be_moved() || !find_modes() || !name_people()) return std::move(place_);
    place();
    return std::move(place_);
  }

 private:
  bool refuse(Obstacle obstacle, std::string words) {
    place_.hindrances.push_back({.obstacle = obstacle, .words = std::move(words)});
    return false;
  }

  bool find_operation() {
    const plan::Plan& plan = today_.today.plan;
    for (Index op = 0; op < model_.placement_of.size(); ++op) {
      const plan::Placement& placement = plan.placements[model_.placement_of[op]];
      const bool same =
          placement.operation == wish_.operation && plan.production_orders[placement.order].open == wish_.order;
      if (same) op_ = op;
    }
    if (op_ == kNone) return refuse(Obstacle::not_planned, "the plan has no such operation, or it is done");
    if (today_.damage.published.start[op_] == kNever && !wish_.any_unit) {
      return refuse(Obstacle::not_planned, "the published plan has no place for it");
    }
    place_.published = today_.damage.published.start[op_];
    return true;
  }

  bool may_be_moved() {
    const model::WorkStatus status = today_.today.plan.placements[model_.placement_of[op_]].status;
    if (status == model::WorkStatus::started) return refuse(Obstacle::begun, "it has begun");
    if (status == model::WorkStatus::pinned) return refuse(Obstacle::pinned, "a person has fixed it: unpin it first");
    if (today_.damage.problem.fixed[op_] == Fixed::free) return true;
    if (!over_frozen_) return refuse(Obstacle::frozen, "it is within the frozen zone");
    thaw();
    return true;
  }

  [[nodiscard]] Tick frozen_until() const { return static_cast<Tick>(now_.policy.frozen.count()); }

  // As it would be without a frozen zone.
  void thaw() {
    const schedule::Problem& free = model_.problem;
    schedule::Problem& problem = changed_.problem;
    std::copy(free.modes.begin() + free.mode_begin[op_], free.modes.begin() + free.mode_begin[op_ + 1],
              problem.modes.begin() + problem.mode_begin[op_]);
    std::copy(free.fixed_slot_lane.begin() + free.slot_begin[op_],
              free.fixed_slot_lane.begin() + free.slot_begin[op_ + 1],
              problem.fixed_slot_lane.begin() + problem.slot_begin[op_]);
    problem.own_setup[op_] = free.own_setup[op_];
    problem.release[op_] = std::max(problem.origin, free.release[op_]);
    problem.fixed[op_] = Fixed::free;
    problem.fixed_lane[op_] = kNone;
  }

  bool find_modes() {
    if (wish_.any_unit) return true;
    const model::WorkUnitId published = model_.mode_unit[changed_.published.mode[op_]];
    place_.unit = wish_.unit.valid() ? wish_.unit : published;
    for (Index mode = changed_.problem.mode_begin[op_]; mode < changed_.problem.mode_begin[op_ + 1]; ++mode) {
      if (model_.mode_unit[mode] == place_.unit) mode_ = mode;
    }
    if (mode_ != kNone) return true;
    return refuse(Obstacle::unit_cannot, now_.work_units[place_.unit].id + " is none of the units that can do it");
  }

  // Each where the fewest can, so that nobody is left without a place.
  bool name_people() {
    schedule::Problem& problem = changed_.problem;
    for (const model::PersonId person : wish_.people) {
      Index best = kNone;
      for (Index slot = problem.slot_begin[op_]; slot < problem.slot_begin[op_ + 1]; ++slot) {
        if (problem.fixed_slot_lane[slot] != kNone || lane_of(slot, person) == kNone) continue;
        if (best == kNone || candidates(slot) < candidates(best)) best = slot;
      }
      if (best == kNone) {
        return refuse(Obstacle::person_cannot,
                      now_.people[person].id + " has no certificate for it, or all places are taken");
      }
      problem.fixed_slot_lane[best] = lane_of(best, person);
    }
    return true;
  }
  [[nodiscard]] std::size_t candidates(Index slot) const {
    return changed_.problem.lane_sets[changed_.problem.slots[slot].lanes].size();
  }
  [[nodiscard]] Index lane_of(Index slot, model::PersonId person) const {
    for (const schedule::Candidate& who : changed_.problem.lane_sets[changed_.problem.slots[slot].lanes]) {
      const LaneOwner& owner = model_.owners[who.lane];
      if (owner.kind == LaneKind::person && owner.index == person.index()) return who.lane;
    }
    return kNone;
  }

  void place() {
    schedule::Damage damage(changed_.problem, changed_.published);
    Standing standing(damage, op_);
    const Tick bound = over_frozen_ ? changed_.problem.origin : std::max(changed_.problem.origin, frozen_until());
    const Tick wished = wish_.start == kNever ? place_.published : wish_.start;
    const Tick from = wish_.soonest ? bound : std::max(wished, bound);
    const Choice choice = wish_.any_unit ? earliest_anywhere(standing, from) : standing.earliest(mode_, from);
    if (choice.possible()) place_.unit = model_.mode_unit[choice.mode];
    place_.start = choice.possible() ? choice.times.start : kNever;
    place_.wished = wish_.soonest ? place_.start : wished;
    place_.feasible = choice.possible() && place_.start == place_.wished;
    if (!place_.feasible && !wish_.any_unit) {
      place_.hindrances =
          Hindrances(now_, today_, changed_.problem, standing, op_).at(place_.wished, mode_, place_.start);
      if (over_frozen_)
        std::erase_if(place_.hindrances, [](const auto& each) { return each.obstacle == Obstacle::frozen; });
    }
    if (choice.possible()) fix(choice);
  }

  Choice earliest_anywhere(Standing& standing, Tick from) const {
    Choice best;
    for (Index mode = changed_.problem.mode_begin[op_]; mode < changed_.problem.mode_begin[op_ + 1]; ++mode) {
      Choice choice = standing.earliest(mode, from);
      if (choice.possible() && choice.better_than(best)) best = std::move(choice);
    }
    return best;
  }

  void fix(const Choice& choice) {
    schedule::Problem& problem = changed_.problem;
    schedule::Solution& published = changed_.published;
    problem.fixed[op_] = Fixed::pinned;
    problem.fixed_lane[op_] = choice.lane;
    problem.release[op_] = choice.times.start;
    const schedule::Mode mode = problem.modes[choice.mode];
    std::fill(problem.modes.begin() + problem.mode_begin[op_], problem.modes.begin() + problem.mode_begin[op_ + 1],
              mode);
    published.mode[op_] = choice.mode;
    published.lane[op_] = choice.lane;
    published.start[op_] = choice.times.start;
    published.end[op_] = choice.times.end;
    published.setup[op_] = choice.times.setup;
    std::copy(choice.slot_lanes.begin(), choice.slot_lanes.end(),
              published.slot_lane.begin() + problem.slot_begin[op_]);
    published.order = order_by_start(problem, published, sequence(choice));
    today_.damage = std::move(changed_);
  }

  // By published starts, but that whatever is in the way comes behind.
  [[nodiscard]] std::vector<Tick> sequence(const Choice& choice) const {
    const schedule::Solution& published = changed_.published;
    std::vector<Tick> sequence = published.start;
    for (Index op = 0; op < sequence.size(); ++op) {
      if (op == op_ || changed_.problem.fixed[op] != Fixed::free || sequence[op] == kNever) continue;
      const bool in_the_way = sequence[op] < choice.times.start && published.end[op] > choice.times.start;
      if (in_the_way && shares_lane(op, choice)) sequence[op] = choice.times.start;
    }
    --sequence[op_];
    return sequence;
  }

  [[nodiscard]] bool shares_lane(Index op, const Choice& choice) const {
    const schedule::Solution& published = changed_.published;
    if (choice.lane != kNone && published.lane[op] == choice.lane) return true;
    for (Index slot = changed_.problem.slot_begin[op]; slot < changed_.problem.slot_begin[op + 1]; ++slot) {
      const auto& lanes = choice.slot_lanes;
      if (std::find(lanes.begin(), lanes.end(), published.slot_lane[slot]) != lanes.end()) return true;
    }
    return false;
  }

  const model::Plant& now_;
  const Wish& wish_;
  bool over_frozen_;
  Situation& today_;
  const ScheduleModel& model_;
  schedule::Disrupted changed_;  // with the wish
  Index op_ = kNone;
  Index mode_ = kNone;
  WishedPlace place_;
};

}  // namespace

WishedPlace fix_wish(const model::Plant& now, const Wish& wish, bool over_frozen, Situation& today) {
  return FixedWish(now, wish, over_frozen, today).run();
}

}  // namespace kilter::coordinate
