#include "properties/mutations/mutation.hpp"

namespace kilter::properties {
namespace {

using model::Plant;
using plan::LateCause;
using plan::Plan;

bool forget_chain(Plant&, Plan& plan) {
  if (plan.late_chains.empty()) return false;
  plan.late_chains.pop_back();
  return true;
}

bool tear_chain(Plant&, Plan& plan) {
  for (plan::LateChain& chain : plan.late_chains) {
    if (chain.links.empty()) continue;
    --chain.links.front().until;
    return true;
  }
  return false;
}

bool cut_chain_short(Plant&, Plan& plan) {
  for (plan::LateChain& chain : plan.late_chains) {
    if (chain.links.size() < 2 || chain.links.front().from <= 0) continue;
    chain.links.resize(1);
    return true;
  }
  return false;
}

bool count_more(Plant&, Plan& plan) {
  if (plan.late_chains.empty() || plan.late_chains.front().links.empty()) return false;
  ++plan.late_chains.front().links.front().counted;
  return true;
}

bool blame_nobody(Plant&, Plan& plan) {
  for (plan::LateChain& chain : plan.late_chains) {
    for (plan::LateLink& link : chain.links) {
      if (link.cause != LateCause::queue && link.cause != LateCause::purchase && link.cause != LateCause::person)
        continue;
      link.blocker = 1'000'000'000;
      return true;
    }
  }
  return false;
}

bool forget_lamps(Plant&, Plan& plan) {
  if (plan.readiness.empty()) return false;
  plan.readiness.pop_back();
  return true;
}

bool pretend_ready(Plant&, Plan& plan) {
  for (plan::Readiness& row : plan.readiness) {
    for (plan::LampReading& lamp : row.lamps) {
      if (lamp.state == plan::LampState::ready) continue;
      lamp.state = plan::LampState::ready;
      return true;
    }
  }
  return false;
}

bool postpone_lamp(Plant&, Plan& plan) {
  for (plan::Readiness& row : plan.readiness) {
    plan::LampReading& lamp = row.lamps[static_cast<std::size_t>(model::Lamp::material)];
    if (lamp.state != plan::LampState::on_date) continue;
    ++lamp.at;
    return true;
  }
  return false;
}

bool wrong_full_kit(Plant&, Plan& plan) {
  if (plan.readiness.empty()) return false;
  ++plan.readiness.front().full_kit;
  return true;
}

// A link of the cause that `test` accepts is changed.
template <class Test, class Change>
bool change_link(Plan& plan, Test test, Change change) {
  for (plan::LateChain& chain : plan.late_chains) {
    for (plan::LateLink& link : chain.links) {
      if (!test(link)) continue;
      change(link);
      return true;
    }
  }
  return false;
}

bool blame_another_queue(Plant&, Plan& plan) {
  return change_link(
      plan, [](const plan::LateLink& link) { return link.cause == LateCause::queue; },
      [](plan::LateLink& link) { link.blocker = link.placement.index(); });
}

bool call_work_closed(Plant&, Plan& plan) {
  return change_link(
      plan, [](const plan::LateLink& link) { return link.cause == LateCause::process; },
      [](plan::LateLink& link) { link.cause = LateCause::closed; });
}

bool call_night_work(Plant& plant, Plan& plan) {
  return change_link(
      plan,
      [&](const plan::LateLink& link) {
        return link.cause == LateCause::closed && plan.placements[link.placement].unit.valid() && !plant.people.empty();
      },
      [](plan::LateLink& link) { link.cause = LateCause::process; });
}

bool blame_another_purchase(Plant&, Plan& plan) {
  for (const plan::PurchaseId id : ids_of(plan.purchases)) {
    const plan::Purchase& other = plan.purchases[id];
    const bool changed = change_link(
        plan,
        [&](const plan::LateLink& link) {
          return link.cause == LateCause::purchase && other.earliest != link.until && other.receipt_at < link.until;
        },
        [&](plan::LateLink& link) { link.blocker = id.index(); });
    if (changed) return true;
  }
  return false;
}

bool count_the_unavoidable(Plant&, Plan& plan) {
  for (plan::LateChain& chain : plan.late_chains) {
    for (plan::LateLink& from : chain.links) {
      for (plan::LateLink& to : chain.links) {
        const bool room = to.cause == LateCause::process && to.counted < to.until - to.from;
        if (from.cause == LateCause::process || from.counted == 0 || !room) continue;
        --from.counted;
        ++to.counted;
        return true;
      }
    }
  }
  return false;
}

// Another cause for the same date.
bool blame_another_lamp(Plant&, Plan& plan) {
  for (plan::Readiness& row : plan.readiness) {
    for (plan::LampReading& lamp : row.lamps) {
      if (lamp.state == plan::LampState::ready || lamp.cause != plan::LampCause::purchase) continue;
      ++lamp.index;
      return true;
    }
  }
  return false;
}

bool load_more(Plant&, Plan& plan) {
  if (plan.loads.empty()) return false;
  ++plan.loads.back().planned;
  return true;
}

bool offer_less_capacity(Plant&, Plan& plan) {
  if (plan.loads.empty()) return false;
  --plan.loads.front().capacity;
  return true;
}

bool forget_load(Plant&, Plan& plan) {
  if (plan.loads.empty()) return false;
  plan.loads.pop_back();
  return true;
}

// Removes the first message of a kind.
template <plan::ActionKind kind>
bool forget_to(Plant&, Plan& plan) {
  for (std::size_t i = 0; i < plan.actions.size(); ++i) {
    if (plan.actions[i].kind != kind) continue;
    plan.actions.erase(plan.actions.begin() + static_cast<std::ptrdiff_t>(i));
    return true;
  }
  return false;
}

bool cancel_what_is_used(Plant& plant, Plan& plan) {
  for (const plan::Peg& peg : plan.pegs) {
    if (peg.supply != plan::SupplyKind::open_purchase || peg.demand != plan::DemandKind::placement) continue;
    const model::OpenPurchaseOrder& open = plant.purchase_orders[model::OpenPurchaseOrderId(peg.supply_index)];
    const auto date = plant.frame.tick(open.current);
    plan.actions.push_back({.kind = plan::ActionKind::cancel,
                            .supply = peg.supply,
                            .index = peg.supply_index,
                            .from = date,
                            .to = date,
                            .quantity = open.quantity});
    return true;
  }
  return false;
}

bool expedite_too_much(Plant&, Plan& plan) {
  for (plan::ActionMessage& message : plan.actions) {
    if (message.kind != plan::ActionKind::expedite || message.to <= 0) continue;
    message.to = 0;
    return true;
  }
  return false;
}

}  // namespace

std::vector<Mutation> explanation_mutations() {
  return {{"late-chain-missing", forget_chain},
          {"late-chain-gap", tear_chain},
          {"late-chain-gap", cut_chain_short},
          {"late-chain-sum", count_more},
          {"late-chain-blocker", blame_nobody},
          {"readiness-missing", forget_lamps},
          {"readiness", pretend_ready},
          {"readiness", postpone_lamp},
          {"full-kit", wrong_full_kit},
          {"late-chain-cause", blame_another_queue},
          {"late-chain-cause", call_work_closed},
          {"late-chain-cause", call_night_work},
          {"late-chain-cause", blame_another_purchase},
          {"late-chain-sum", count_the_unavoidable},
          {"readiness", blame_another_lamp},
          {"load", load_more},
          {"load", offer_less_capacity},
          {"load", forget_load},
          {"action", forget_to<plan::ActionKind::expedite>},
          {"action", forget_to<plan::ActionKind::defer>},
          {"action", forget_to<plan::ActionKind::cancel>},
          {"action", forget_to<plan::ActionKind::increase>},
          {"action", forget_to<plan::ActionKind::decrease>},
          {"action", forget_to<plan::ActionKind::release>},
          {"action", forget_to<plan::ActionKind::order_now>},
          {"action", cancel_what_is_used},
          {"action", expedite_too_much}};
}

}  // namespace kilter::properties
