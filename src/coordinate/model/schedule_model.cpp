#include "coordinate/model/schedule_model.hpp"

#include <algorithm>

#include "base/require.hpp"
#include "coordinate/model/arcs.hpp"
#include "coordinate/model/cost_units.hpp"
#include "coordinate/model/deferral.hpp"
#include "coordinate/model/floor/interrupted.hpp"
#include "coordinate/model/jobs.hpp"
#include "coordinate/model/lanes.hpp"
#include "plan/penalty.hpp"
#include "plan/work_content.hpp"

namespace kilter::coordinate {
namespace {

using plan::PlacementId;
using plan::ProductionOrderId;
using schedule::Index;
using schedule::kNone;
using time::kNever;
using time::Tick;

// Seconds saturate at kNever - 1: such an operation fits nowhere and ends up unplaced.
Tick to_tick(std::int64_t seconds) { return static_cast<Tick>(std::min<std::int64_t>(seconds, kNever - 1)); }

// Fills Problem's per-operation arrays from placements.
class OperationWriter {
 public:
  OperationWriter(const model::Plant& plant, const plan::Plan& plan, ScheduleModel& model)
      : plant_(plant),
        plan_(plan),
        model_(model),
        lanes_(plant, plan, model),
        deferrals_(plant, plan),
        at_machine_(at_machines(plant, plan)),
        running_(plant.work_units.size(), 0) {}

  void write_all() {
    model_.operation_of.assign(plan_.placements.size(), kNone);
    reserve();
    for (const PlacementId id : base::ids_of(plan_.placements)) {
      if (plan_.placements[id].status == model::WorkStatus::done) continue;
      model_.operation_of[id.index()] = static_cast<Index>(model_.placement_of.size());
      model_.placement_of.push_back(id);
      write(id);
    }
    auto& problem = model_.problem;
    problem.operation_count = static_cast<Index>(model_.placement_of.size());
    problem.mode_begin.push_back(static_cast<Index>(problem.modes.size()));
    problem.slot_begin.push_back(static_cast<Index>(problem.slots.size()));
    problem.horizon = plant_.span_end;
  }

 private:
  void reserve() {
    const std::size_t count = plan_.placements.size();
    auto& problem = model_.problem;
    problem.release.reserve(count);
    problem.family.reserve(count);
    problem.own_setup.reserve(count);
    problem.pausable.reserve(count);
    problem.passive.reserve(count);
    problem.fixed.reserve(count);
    problem.fixed_lane.reserve(count);
    problem.mode_begin.reserve(count + 1);
    problem.modes.reserve(count);
    problem.slot_begin.reserve(count + 1);
    model_.placement_of.reserve(count);
  }

  void write(PlacementId id) {
    const plan::Placement& placement = plan_.placements[id];
    const model::Operation& operation = plant_.operations[placement.operation];
    const bool started = placement.status == model::WorkStatus::started;
    const auto own_setup = started ? 0 : to_tick(operation.setup.count());
    auto& problem = model_.problem;
    problem.mode_begin.push_back(static_cast<Index>(problem.modes.size()));
    problem.slot_begin.push_back(static_cast<Index>(problem.slots.size()));
    problem.release.push_back(release_of(placement));
    problem.family.push_back(operation.family.valid() ? operation.family.index() : kNone);
    problem.own_setup.push_back(own_setup);
    problem.pausable.push_back(operation.interruptible ? 1 : 0);
    problem.passive.push_back(goes_on_by_itself(operation) ? 1 : 0);
    problem.fixed.push_back(schedule::Fixed::free);
    problem.fixed_lane.push_back(kNone);
    add_modes(placement, operation);
    fix_lane(id);
    add_slots(id, operation);
  }

  static bool goes_on_by_itself(const model::Operation& operation) {
    return operation.units.empty() && !operation.vendor.valid() && operation.skills.empty() &&
           operation.tools.empty() && !operation.predecessors.empty();
  }

  // Pinned work begins as pinned; nothing waiting begins before its order has money.
  [[nodiscard]] Tick release_of(const plan::Placement& placement) const {
    if (placement.status == model::WorkStatus::pinned) return std::max<Tick>(0, placement.start);
    if (placement.status != model::WorkStatus::waiting) return 0;
    return std::max<Tick>(0, deferrals_.until(placement.order));
  }

  void add_modes(const plan::Placement& placement, const model::Operation& operation) {
    const base::Quantity quantity =
        plan::quantity_at(plant_, plan_.production_orders[placement.order], placement.operation);
    const bool started = placement.status == model::WorkStatus::started;
    if (operation.vendor.valid()) {
      const std::int64_t lead_time = started ? placement.run : operation.outside_lead_time.count();
      add_mode({}, {.work = to_tick(lead_time), .calendar = lanes_.vendor_calendar(operation.vendor)});
      return;
    }
    if (operation.units.empty()) {
      const std::int64_t whole =
          std::int64_t{plan::run_seconds(plant_, placement.operation, {}, quantity)} + operation.setup.count();
      add_mode({}, {.work = to_tick(started ? placement.run : whole), .calendar = lanes_.always()});
      return;
    }
    for (const model::UnitChoice& choice : operation.units) {
      if (placement.status != model::WorkStatus::waiting && choice.unit != placement.unit) continue;
      add_unit_mode(placement, operation, choice, quantity);
    }
  }

  void add_unit_mode(const plan::Placement& placement, const model::Operation& operation,
                     const model::UnitChoice& choice, base::Quantity quantity) {
    const model::WorkUnit& unit = plant_.work_units[choice.unit];
    std::int64_t work = 0;
    if (placement.status == model::WorkStatus::started) {
      work = placement.run;
    } else {
      work = operation.setup.count() + std::int64_t{plan::run_seconds(plant_, placement.operation, choice, quantity)};
    }
    const base::Money cost = unit.cost.times_seconds(work);
    add_mode(choice.unit, {.group = lanes_.group_of(choice.unit),
                           .work = to_tick(work),
                           .calendar = lanes_.calendar_of(choice.unit),
                           .cost = cost.raw() * model_.per_cent});
  }

  void add_mode(model::WorkUnitId unit, const schedule::Mode& mode) {
    model_.problem.modes.push_back(mode);
    model_.mode_unit.push_back(unit);
  }

  // Started work is first on a lane of its unit; what was interrupted for other work goes on in its turn.
  void fix_lane(PlacementId id) {
    const plan::Placement& placement = plan_.placements[id];
    if (placement.status == model::WorkStatus::waiting) return;
    auto& problem = model_.problem;
    const bool unlimited = !placement.unit.valid() || plant_.work_units[placement.unit].unlimited;
    const bool pinned = placement.status == model::WorkStatus::pinned;
    if (unlimited) {
      problem.fixed.back() = pinned ? schedule::Fixed::pinned : schedule::Fixed::running;
      return;
    }
    const schedule::Group group = problem.groups[lanes_.group_of(placement.unit)];
    Index& taken = running_[placement.unit.index()];
    if (!pinned && !at_machine_[id.index()]) return;
    problem.fixed.back() = pinned ? schedule::Fixed::pinned : schedule::Fixed::running;
    problem.fixed_lane.back() = group.first_lane + (taken < group.lane_count ? taken : 0);
    if (!pinned) ++taken;
  }

  // Nobody is at work that was interrupted: whoever is free goes on with it.
  void add_slots(PlacementId id, const model::Operation& operation) {
    const plan::Placement& placement = plan_.placements[id];
    std::vector<model::PersonId> known;
    if (at_machine_[id.index()]) known = named_people(placement);
    const bool started = placement.status == model::WorkStatus::started;
    for (const model::SkillNeed& need : operation.skills) {
      schedule::Slot slot{.lanes = lanes_.people_for(need), .attended_run = attended(placement, operation, need)};
      for (std::int32_t head = 0; head < need.head_count; ++head) {
        add_slot(slot, need.skill, take_known(slot.lanes, known, started));
      }
    }
    for (const model::ToolNeed& need : operation.tools) {
      for (std::int32_t copy = 0; copy < need.count; ++copy) {
        add_slot({.lanes = lanes_.copies_of(need.tool)}, model::SkillId::none(), kNone);
      }
    }
  }

  void add_slot(const schedule::Slot& slot, model::SkillId skill, Index fixed_lane) {
    model_.problem.slots.push_back(slot);
    model_.problem.fixed_slot_lane.push_back(fixed_lane);
    model_.slot_skill.push_back(skill);
  }

  // Who is at started work, or is to do pinned work, as the plant tells.
  [[nodiscard]] std::vector<model::PersonId> named_people(const plan::Placement& placement) const {
    const plan::ProductionOrder& order = plan_.production_orders[placement.order];
    const bool tells = placement.status == model::WorkStatus::started || placement.status == model::WorkStatus::pinned;
    if (!tells || !order.open.valid()) return {};
    for (const model::OperationProgress& progress : plant_.production_orders[order.open].progress) {
      if (progress.operation == placement.operation) return progress.people;
    }
    return {};
  }

  // A person named for this work who may fill the slot; kNone when there is none. Each is taken once, and nobody is at
  // two works that have started.
  Index take_known(Index lane_set, std::vector<model::PersonId>& known, bool started) {
    for (auto person = known.begin(); person != known.end(); ++person) {
      const Index lane = lanes_.first_lane_of(*person);
      const auto& candidates = model_.problem.lane_sets[lane_set];
      const bool may = std::any_of(candidates.begin(), candidates.end(),
                                   [lane](const schedule::Candidate& candidate) { return candidate.lane == lane; });
      const bool busy = started && std::count(busy_people_.begin(), busy_people_.end(), lane) > 0;
      if (!may || busy) continue;
      if (started) busy_people_.push_back(lane);
      known.erase(person);
      return lane;
    }
    return kNone;
  }

  // Attended part of the run: the longest over the modes, so that an assignment fits whichever is chosen.
  [[nodiscard]] Tick attended(const plan::Placement&, const model::Operation&, const model::SkillNeed& need) const {
    if (need.attendance == model::Attendance::whole) return schedule::kWhole;
    if (need.attendance == model::Attendance::setup) return 0;
    const auto& problem = model_.problem;
    Tick longest = 0;
    for (std::size_t mode = problem.mode_begin.back(); mode < problem.modes.size(); ++mode) {
      const Tick run = problem.modes[mode].work - problem.own_setup.back();
      longest = std::max(longest, static_cast<Tick>(base::mul_div_ceil(run, need.share.raw(), base::kMicro)));
    }
    return longest;
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  ScheduleModel& model_;
  Lanes lanes_;
  Deferrals deferrals_;
  std::vector<bool> at_machine_;    // per placement: whether it goes on now, if it has begun
  std::vector<Index> running_;      // per unit: lanes taken by started work
  std::vector<Index> busy_people_;  // person lanes taken by started work
};

}  // namespace

ScheduleModel build_schedule_model(const model::Plant& plant, const plan::Plan& plan) {
  ScheduleModel model;
  model.per_cent = cost_units_per_cent(plant);
  OperationWriter(plant, plan, model).write_all();
  write_arcs(plant, plan, model);
  write_jobs(plant, plan, model);
  write_latest_ends(model.problem);
  return model;
}

}  // namespace kilter::coordinate
