#include "codec/plan/figures.hpp"
#include "codec/text/values/duration.hpp"
#include "plan/words.hpp"
#include "scenarios/facts/fact.hpp"

namespace kilter::scenarios {
namespace {

using Answer = std::optional<std::string>;

std::string duration_text(time::Tick seconds) { return codec::text::duration_text(time::Duration(seconds)); }

bool blocked(const World& world, const plan::Delivery& delivery) {
  return codec::blocked_orders(world.plant, world.plan)[delivery.order.index()];
}

std::string state_of(const World& world, const plan::Delivery& delivery) {
  if (!delivery.planned()) return "it is not planned whole";
  const std::string when = "it is delivered " + world.moment(delivery.delivered);
  if (delivery.late() > 0) return when + ", " + duration_text(delivery.late()) + " late";
  return when + (blocked(world, delivery) ? ", on time only if released" : ", on time");
}

Answer unknown(const Blanks& blanks) { return "the plan has no order " + blanks[0]; }

Answer on_time(const World& world, const Blanks& blanks) {
  const plan::Delivery* delivery = world.delivery(blanks[0]);
  if (delivery == nullptr) return unknown(blanks);
  if (delivery->planned() && delivery->late() == 0 && !blocked(world, *delivery)) return std::nullopt;
  return state_of(world, *delivery);
}

Answer on_time_if_released(const World& world, const Blanks& blanks) {
  const plan::Delivery* delivery = world.delivery(blanks[0]);
  if (delivery == nullptr) return unknown(blanks);
  if (delivery->planned() && delivery->late() == 0 && blocked(world, *delivery)) return std::nullopt;
  return state_of(world, *delivery);
}

Answer late_by(const World& world, const Blanks& blanks) {
  const plan::Delivery* delivery = world.delivery(blanks[0]);
  if (delivery == nullptr) return unknown(blanks);
  if (delivery->planned() && delivery->late() > 0 && delivery->late() == seconds_of(blanks[1])) return std::nullopt;
  return state_of(world, *delivery);
}

Answer delivered(const World& world, const Blanks& blanks) {
  const plan::Delivery* delivery = world.delivery(blanks[0]);
  if (delivery == nullptr) return unknown(blanks);
  if (world.moment(delivery->delivered) == blanks[1]) return std::nullopt;
  return state_of(world, *delivery);
}

Answer comes_before(const World& world, const Blanks& blanks) {
  const plan::Delivery* first = world.delivery(blanks[0]);
  const plan::Delivery* second = world.delivery(blanks[1]);
  if (first == nullptr || second == nullptr) return "the plan lacks one of them";
  if (first->delivered < second->delivered) return std::nullopt;
  return blanks[0] + ": " + state_of(world, *first) + "; " + blanks[1] + ": " + state_of(world, *second);
}

Answer because(const World& world, const Blanks& blanks) {
  std::string chain = "its lateness is";
  const auto cause = plan::from_word<plan::LateCause>(blanks[2]);
  time::Tick counted = 0;
  for (const plan::LateChain& late : world.plan.late_chains) {
    if (world.plant.orders[late.order].id != blanks[0]) continue;
    for (const plan::LateLink& link : late.links) {
      if (cause && link.cause == *cause) counted += link.counted;
      chain += " " + duration_text(link.counted) + " " + std::string(plan::word(link.cause)) + ",";
    }
  }
  if (cause && counted > 0 && counted == seconds_of(blanks[1])) return std::nullopt;
  return chain;
}

Answer not_planned(const World& world, const Blanks& blanks) {
  std::string reasons;
  for (const plan::Unplanned& part : world.plan.unplanned) {
    if (world.plant.orders[part.order].id != blanks[0]) continue;
    if (plan::word(part.reason) == blanks[1]) return std::nullopt;
    reasons += " " + std::string(plan::word(part.reason)) + " (" + world.plant.items[part.item].id + ")";
  }
  return reasons.empty() ? "every part of it is planned" : "its reasons are" + reasons;
}

Answer all_on_time(const World& world, const Blanks&) {
  for (const plan::Delivery& delivery : world.plan.deliveries) {
    if (delivery.planned() && delivery.late() == 0) continue;
    return world.plant.orders[delivery.order].id + ": " + state_of(world, delivery);
  }
  return std::nullopt;
}

}  // namespace

std::vector<FactForm> order_forms() {
  return {
      {"every order is on time", all_on_time},
      {"order {id} is on time", on_time},
      {"order {id} is on time only if released", on_time_if_released},
      {"order {id} is delivered before order {id}", comes_before},
      {"order {id} is delivered {moment}", delivered},
      {"order {id} is late by {duration}", late_by},
      {"order {id} loses {duration} to {cause}", because},
      {"order {id} is not planned: {reason}", not_planned},
  };
}

}  // namespace kilter::scenarios
