#include "properties/mutations/mutation.hpp"

namespace kilter::properties {
namespace {

using model::Plant;
using plan::Placement;
using plan::PlacementId;
using plan::Plan;
using time::Tick;

bool any(const Placement&) { return true; }

void move(Placement& placement, Tick by) {
  placement.start += by;
  placement.end += by;
}

bool unknown_lane(Plant& plant, Plan& plan) {
  return change_placement(
      plan, [&](const Placement& p) { return on_lane(plant, p); }, [](Placement& p) { p.lane += 100; });
}

bool unit_overlap(Plant& plant, Plan& plan) {
  for (Placement& first : plan.placements) {
    for (Placement& second : plan.placements) {
      const bool same = &first != &second && first.unit == second.unit && first.lane == second.lane;
      if (!same || !on_lane(plant, first) || !on_lane(plant, second) || second.start < first.end) continue;
      if (first.end <= first.start) continue;
      second.start = first.end - 1;
      return true;
    }
  }
  return false;
}

bool setup_time(Plant&, Plan& plan) {
  return change_placement(plan, any, [](Placement& p) { p.setup += 60; });
}

bool run_time(Plant&, Plan& plan) {
  return change_placement(plan, any, [](Placement& p) { ++p.run; });
}

bool wrong_unit(Plant& plant, Plan& plan) {
  for (Placement& placement : plan.placements) {
    if (!on_lane(plant, placement)) continue;
    for (const model::WorkUnitId unit : ids_of(plant.work_units)) {
      bool may = false;
      for (const model::UnitChoice& choice : plant.operations[placement.operation].units)
        may = may || choice.unit == unit;
      if (may) continue;
      placement.unit = unit;
      return true;
    }
  }
  return false;
}

bool before_origin(Plant&, Plan& plan) {
  return change_placement(plan, any, [](Placement& p) { p.start = -60; });
}

bool closed_start(Plant& plant, Plan& plan) {
  for (Placement& placement : plan.placements) {
    if (!on_lane(plant, placement)) continue;
    const auto hours = plant.calendars[plant.work_units[placement.unit].calendar].regular.intervals();
    for (std::size_t i = 0; i + 1 < hours.size(); ++i) {
      if (hours[i].close < placement.start || hours[i + 1].open == hours[i].close) continue;
      placement.start = hours[i].close;  // closed from here on
      placement.end = hours[i + 1].close;
      return plan.overtime.empty();
    }
  }
  return false;
}

bool working_time(Plant&, Plan& plan) {
  return change_placement(plan, any, [](Placement& p) { ++p.end; });
}

bool interrupted(Plant& plant, Plan& plan) {
  for (Placement& placement : plan.placements) {
    if (!on_lane(plant, placement) || plant.operations[placement.operation].interruptible) continue;
    const auto hours = plant.calendars[plant.work_units[placement.unit].calendar].regular.intervals();
    for (std::size_t i = 0; i + 1 < hours.size() && placement.assignments.empty(); ++i) {
      if (hours[i].open < 0) continue;
      placement.start = hours[i].close - 60;
      placement.end = hours[i + 1].open + 60;
      return true;
    }
  }
  return false;
}

// Runs `change` on a free placement and one that it waits for.
template <class Test, class Change>
bool change_successor(Plant& plant, Plan& plan, Test test, Change change) {
  for (Placement& placement : plan.placements) {
    if (!is_free(placement)) continue;
    const plan::ProductionOrder& order = plan.production_orders[placement.order];
    const std::uint32_t first = plant.items[order.item].operations.first().index();
    for (const model::Predecessor& rule : plant.operations[placement.operation].predecessors) {
      const Placement& before = plan.placements[order.placements.at(rule.operation.index() - first)];
      const base::Quantity batch = plant.operations[rule.operation].transfer_batch;
      const bool overlaps = batch.positive() && batch < order.quantity;
      if (!is_free(before) || before.end <= before.start || !test(rule, overlaps)) continue;
      change(placement, before, rule);
      return true;
    }
  }
  return false;
}

bool predecessor(Plant& plant, Plan& plan) {
  return change_successor(
      plant, plan, [](const model::Predecessor&, bool overlaps) { return !overlaps; },
      [](Placement& after, const Placement& before, const model::Predecessor&) { after.start = before.end - 1; });
}

bool maximum_wait(Plant& plant, Plan& plan) {
  return change_successor(
      plant, plan, [](const model::Predecessor& rule, bool) { return rule.maximum_wait.has_value(); },
      [](Placement& after, const Placement& before, const model::Predecessor& rule) {
        move(after, before.end + static_cast<Tick>(rule.maximum_wait->count()) + 1 - after.start);
      });
}

bool transfer_batch(Plant& plant, Plan& plan) {
  return change_successor(
      plant, plan, [](const model::Predecessor&, bool overlaps) { return overlaps; },
      [](Placement& after, const Placement& before, const model::Predecessor&) { after.start = before.start; });
}

bool unscheduled(Plant&, Plan& plan) {
  return change_placement(plan, any, [](Placement& p) { p.start = p.end = time::kNever; });
}

bool order_times(Plant&, Plan& plan) {
  if (plan.production_orders.empty()) return false;
  ++plan.production_orders.raw().front().end;
  return true;
}

bool broken_reference(Plant&, Plan& plan) {
  if (plan.pegs.empty()) return false;
  plan.pegs.raw().front().supply_index = 1'000'000'000;
  return true;
}

}  // namespace

std::vector<Mutation> schedule_mutations() {
  return {{"broken-reference", broken_reference},
          {"unknown-lane", unknown_lane},
          {"unit-overlap", unit_overlap},
          {"setup-time", setup_time},
          {"run-time", run_time},
          {"unit-not-eligible", wrong_unit},
          {"before-origin", before_origin},
          {"closed-start", closed_start},
          {"working-time", working_time},
          {"interrupted", interrupted},
          {"predecessor", predecessor},
          {"maximum-wait", maximum_wait},
          {"transfer-batch", transfer_batch},
          {"unscheduled", unscheduled},
          {"order-times", order_times}};
}

}  // namespace kilter::properties
