#include "service/planning/hand/release_gate.hpp"

#include "codec/json/writer.hpp"
#include "codec/plan/lamps/next_step.hpp"
#include "codec/plan/references.hpp"
#include "coordinate/explain/explain.hpp"
#include "plan/words.hpp"

namespace kilter::service {
namespace {

void add_blocked(const codec::PlanView& view, const plan::Readiness& ready, Gate& gate) {
  const plan::Placement& placement = view.plan.placements[ready.placement];
  for (std::size_t i = 0; i < ready.lamps.size(); ++i) {
    const plan::LampReading& reading = ready.lamps[i];
    if (reading.state == plan::LampState::ready) continue;
    const codec::NextStep step = codec::next_step(view, reading);
    gate.blocked.push_back({.operation = view.plant.operations[placement.operation].id,
                            .lamp = std::string(plan::word(static_cast<model::Lamp>(i))),
                            .reading = codec::lamp_text(view, reading),
                            .owner = step.owner,
                            .next_step = step.text});
  }
}

void blocked_members(const Gate& gate, codec::JsonWriter& json) {
  json.key("blocked").begin_array();
  for (const BlockedLamp& lamp : gate.blocked) {
    json.begin_object();
    json.key("operation").text(lamp.operation);
    json.key("lamp").text(lamp.lamp);
    json.key("reading").text(lamp.reading);
    json.key("owner").text(lamp.owner);
    json.key("next_step").text(lamp.next_step);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

base::Result<Gate> gate_of(const std::string& order, Today& today) {
  const model::Plant& plant = today.plant();
  const plan::Plan& plan = today.moves().nothing_done();
  const codec::PlanView view(plant, plan);
  Gate gate{.order = order};
  bool known = false;
  for (const plan::Readiness& ready : coordinate::readiness(plant, plan)) {
    const model::OpenProductionOrderId open = plan.production_orders[plan.placements[ready.placement].order].open;
    if (!open.valid() || plant.production_orders[open].id != order) continue;
    known = true;
    add_blocked(view, ready, gate);
  }
  if (!known) {
    return base::Result<Gate>::failure({{.code = "unknown-order",
                                         .where = {.value = order},
                                         .message = "the plan has no production order " + order + " with work ahead",
                                         .way_out = "The table production_orders.csv lists them."}});
  }
  // The plant that runs reads planned orders as firm.
  for (const model::OpenProductionOrder& each : plant.production_orders) {
    if (each.id == order) gate.released = each.status == model::SupplyStatus::released;
  }
  return gate;
}

std::string gate_json(const Gate& gate) {
  codec::JsonWriter json;
  json.begin_object();
  json.key("order").text(gate.order);
  json.key("released").boolean(gate.released);
  json.key("ready").boolean(gate.blocked.empty());
  blocked_members(gate, json);
  json.end_object();
  return json.str();
}

base::Issues blocked_lamps(const Gate& gate) {
  base::Issues issues;
  for (const BlockedLamp& lamp : gate.blocked) {
    issues.push_back({.code = "lamp-not-ready",
                      .where = {.column = lamp.lamp, .value = gate.order + "/" + lamp.operation},
                      .message = gate.order + "/" + lamp.operation + " " + lamp.lamp + ": " + lamp.reading,
                      .way_out = (lamp.next_step.empty() ? "See to it" : lamp.owner + ": " + lamp.next_step) +
                                 "; or release it with \"override\":true and a reason."});
  }
  return issues;
}

std::string release_body(const Gate& gate, bool override_lamps) {
  codec::JsonWriter json;
  json.begin_object().key("release").begin_object();
  json.key("order").text(gate.order);
  json.key("override").boolean(override_lamps);
  blocked_members(gate, json);
  json.end_object().end_object();
  return json.str();
}

}  // namespace kilter::service
