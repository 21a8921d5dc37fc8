#include <algorithm>

#include "plan/words.hpp"
#include "scenarios/facts/fact.hpp"

namespace kilter::scenarios {
namespace {

using Answer = std::optional<std::string>;

// The placements of an operation of an item; with `order` only those for that customer order.
std::vector<plan::PlacementId> placements(const World& world, const std::string& item, const std::string& operation,
                                          const std::string& order = {}) {
  std::vector<plan::PlacementId> found;
  for (const plan::PlacementId id : base::ids_of(world.plan.placements)) {
    const plan::Placement& placement = world.plan.placements[id];
    const plan::ProductionOrder& made = world.plan.production_orders[placement.order];
    const bool serves = made.for_order.valid() && world.plant.orders[made.for_order].id == order;
    if (world.plant.items[made.item].id == item && world.plant.operations[placement.operation].id == operation &&
        (order.empty() || serves)) {
      found.push_back(id);
    }
  }
  return found;
}

std::string shown(const World& world, plan::PlacementId id) {
  const plan::Placement& placement = world.plan.placements[id];
  std::string text = placement.unit.valid() ? world.plant.work_units[placement.unit].id : "no unit";
  text += " from " + world.moment(placement.start) + " to " + world.moment(placement.end) + " with";
  for (const plan::AssignmentId each : placement.assignments) {
    const plan::Assignment& assignment = world.plan.assignments[each];
    if (assignment.kind == plan::AssigneeKind::person) {
      text += " " + world.plant.people[model::PersonId(assignment.index)].id;
    }
  }
  return text;
}

std::string shown(const World& world, const std::vector<plan::PlacementId>& found) {
  std::string text = found.empty() ? "there is no such work" : "it is on";
  for (const plan::PlacementId id : found) text += " " + shown(world, id) + ";";
  return text;
}

template <class Holds>
Answer any(const World& world, const std::vector<plan::PlacementId>& found, const Holds& holds) {
  if (std::any_of(found.begin(), found.end(), holds)) return std::nullopt;
  return shown(world, found);
}

Answer runs(const World& world, const Blanks& blanks) {
  return any(world, placements(world, blanks[0], blanks[1], blanks[2]), [&](plan::PlacementId id) {
    const plan::Placement& placement = world.plan.placements[id];
    return placement.unit.valid() && world.plant.work_units[placement.unit].id == blanks[3] &&
           world.moment(placement.start) == blanks[4] && world.moment(placement.end) == blanks[5];
  });
}

Answer starts(const World& world, const Blanks& blanks) {
  return any(world, placements(world, blanks[0], blanks[1], blanks[2]),
             [&](plan::PlacementId id) { return world.moment(world.plan.placements[id].start) == blanks[3]; });
}

Answer not_before(const World& world, const Blanks& blanks) {
  const auto found = placements(world, blanks[0], blanks[1], blanks[2]);
  const bool holds = std::all_of(found.begin(), found.end(), [&](plan::PlacementId id) {
    return world.moment(world.plan.placements[id].start) >= blanks[3];
  });
  if (holds && !found.empty()) return std::nullopt;
  return shown(world, found);
}

bool has_person(const World& world, plan::PlacementId id, const std::string& person) {
  for (const plan::AssignmentId each : world.plan.placements[id].assignments) {
    const plan::Assignment& assignment = world.plan.assignments[each];
    const bool is_person = assignment.kind == plan::AssigneeKind::person;
    if (is_person && world.plant.people[model::PersonId(assignment.index)].id == person) return true;
  }
  return false;
}

Answer done_by(const World& world, const Blanks& blanks) {
  return any(world, placements(world, blanks[1], blanks[2], blanks[3]),
             [&](plan::PlacementId id) { return has_person(world, id, blanks[0]); });
}

Answer never_done_by(const World& world, const Blanks& blanks) {
  for (const plan::PlacementId id : placements(world, blanks[1], blanks[2])) {
    if (has_person(world, id, blanks[0])) return shown(world, id);
  }
  return std::nullopt;
}

Answer setups(const World& world, const Blanks& blanks) {
  time::Tick total = 0;
  for (const plan::Placement& placement : world.plan.placements) {
    if (placement.unit.valid() && world.plant.work_units[placement.unit].id == blanks[0]) total += placement.setup;
  }
  if (total == seconds_of(blanks[1])) return std::nullopt;
  return "it sets up for " + std::to_string(total) + " s";
}

Answer no_overtime(const World& world, const Blanks&) {
  if (world.plan.overtime.empty()) return std::nullopt;
  return "overtime is worked from " + world.moment(world.plan.overtime[0].from);
}

Answer overtime(const World& world, const Blanks&) {
  if (!world.plan.overtime.empty()) return std::nullopt;
  return "none is worked";
}

Answer lamp(const World& world, const Blanks& blanks) {
  const auto which = plan::from_word<model::Lamp>(blanks[0]);
  if (!which) return "there is no such lamp";
  std::string state = "there is no such work";
  for (const plan::PlacementId id : placements(world, blanks[1], blanks[2], blanks[3])) {
    for (const plan::Readiness& readiness : world.plan.readiness) {
      if (readiness.placement != id) continue;
      state = plan::word(readiness.lamps[static_cast<std::size_t>(*which)].state);
      if (state == blanks[4]) return std::nullopt;
    }
  }
  return state;
}

}  // namespace

std::vector<FactForm> work_forms() {
  return {
      {"overtime is worked", overtime},
      {"no overtime is worked", no_overtime},
      {"{item} {operation} for {order} runs on {unit} from {moment} to {moment}", runs},
      {"{item} {operation} for {order} starts {moment}", starts},
      {"{item} {operation} for {order} does not start before {moment}", not_before},
      {"{person} does {item} {operation} for {order}", done_by},
      {"{person} never does {item} {operation}", never_done_by},
      {"{unit} sets up for {duration} in all", setups},
      {"the {lamp} lamp of {item} {operation} for {order} is {state}", lamp},
  };
}

}  // namespace kilter::scenarios
