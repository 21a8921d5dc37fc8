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

}  // namespace

std::vector<Mutation> explanation_mutations() {
  return {
      {"late-chain-missing", forget_chain}, {"late-chain-gap", tear_chain},       {"late-chain-gap", cut_chain_short},
      {"late-chain-sum", count_more},       {"late-chain-blocker", blame_nobody}, {"readiness-missing", forget_lamps},
      {"readiness", pretend_ready},         {"readiness", postpone_lamp},         {"full-kit", wrong_full_kit}};
}

}  // namespace kilter::properties
