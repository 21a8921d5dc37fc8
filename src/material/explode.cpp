#include "material/explode.hpp"

#include "base/require.hpp"
#include "material/action_messages.hpp"
#include "material/netting/explosion.hpp"
#include "material/network/network.hpp"

namespace kilter::material {
namespace {

base::Issue assumption(const char* code, const std::string& message, const char* way_out) {
  return {.code = code, .severity = base::Severity::assumption, .where = {}, .message = message, .way_out = way_out};
}

void note_concessions(const model::Plant& plant, const Concessions& concessions, base::Issues& notes) {
  for (const model::OpenProductionOrderId id : base::ids_of(plant.production_orders)) {
    if (!concessions.orders_dropped[id.index()]) continue;
    notes.push_back(
        assumption("production-order-left-out",
                   "Production order " + plant.production_orders[id].id + " is not planned: a component cannot be had.",
                   "Add a source for the component, or take the order off the floor."));
  }
  for (const model::ItemId id : base::ids_of(plant.items)) {
    if (concessions.safety_dropped[id.index()]) {
      notes.push_back(
          assumption("safety-stock-not-replenished",
                     "Safety stock of " + plant.items[id].id + " is not replenished: nothing can supply it.",
                     "Add a source, or set the safety stock to 0."));
    }
    if (concessions.lean[id.index()]) {
      notes.push_back(assumption("lots-reduced",
                                 "Lots of " + plant.items[id].id + " are no larger than needed: a component is scarce.",
                                 "Add a source for the component to make economic lots."));
    }
    if (concessions.apart[id.index()]) {
      notes.push_back(assumption(
          "lots-apart",
          "Every lot of " + plant.items[id].id + " serves one need: it does not keep until the next is worked on.",
          "Check its shelf life if that is too careful."));
    }
    if (concessions.bought_only[id.index()]) {
      notes.push_back(assumption("bought-not-made", plant.items[id].id + " is bought only: a component cannot be had.",
                                 "Add a source for the component to make it."));
    }
  }
}

}  // namespace

MaterialPlan explode(const model::Plant& plant, const std::vector<std::uint32_t>& ranks) {
  Concessions concessions(plant);
  return explode(plant, ranks, concessions);
}

MaterialPlan explode(const model::Plant& plant, const std::vector<std::uint32_t>& ranks, Concessions& concessions) {
  KILTER_REQUIRE(ranks.size() == plant.orders.size());
  const Network network(plant);
  for (;;) {
    Explosion explosion(network, ranks, concessions);
    explosion.run();
    if (explosion.shortfalls().empty()) {
      MaterialPlan plan = std::move(explosion.plan());
      plan.unplanned = concessions.reasons;
      plan.actions = action_messages(network, plan, explosion.supplies(), explosion.increases());
      note_concessions(plant, concessions, plan.assumptions);
      return plan;
    }
    const bool added = concede(plant, ranks, explosion.plan(), explosion.shortfalls(), concessions);
    KILTER_REQUIRE(added);
  }
}

}  // namespace kilter::material
