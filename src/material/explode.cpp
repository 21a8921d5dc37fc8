#include "material/explode.hpp"

#include "base/require.hpp"
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
    if (concessions.groups.divides(id)) {
      notes.push_back(assumption(
          "lots-split",
          "Lots of " + plant.items[id].id + " are split: some orders would wait for material that only others need.",
          "Have the late material sooner to make them in one lot."));
    }
    if (concessions.bought_only[id.index()]) {
      notes.push_back(assumption("bought-not-made", plant.items[id].id + " is bought only: a component cannot be had.",
                                 "Add a source for the component to make it."));
    }
  }
}

// "MO-1, MO-2, MO-3 and 9 more" of the open orders of status planned; empty when there are none.
template <class Orders>
std::string planned_ones(const Orders& orders) {
  constexpr std::size_t kNamed = 3;
  std::string names;
  std::size_t count = 0;
  for (const auto& order : orders) {
    if (order.status != model::SupplyStatus::planned) continue;
    if (++count <= kNamed) names += (count == 1 ? "" : ", ") + order.id;
  }
  return count > kNamed ? names + " and " + std::to_string(count - kNamed) + " more" : names;
}

// Open orders of status planned are no supply: the plan decides anew.
void note_planned_orders(const model::Plant& plant, base::Issues& notes) {
  const std::string made = planned_ones(plant.production_orders);
  if (!made.empty()) {
    notes.push_back(assumption("planned-orders-replaced",
                               "Production orders of status planned are planned anew, not carried over: " + made + ".",
                               "Give them the status firm to keep them."));
  }
  const std::string bought = planned_ones(plant.purchase_orders);
  if (!bought.empty()) {
    notes.push_back(
        assumption("planned-purchases-replaced",
                   "Purchase orders of status planned are planned anew, not counted as supply: " + bought + ".",
                   "Give them the status firm or released to keep them."));
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
      note_planned_orders(plant, plan.assumptions);
      note_concessions(plant, concessions, plan.assumptions);
      return plan;
    }
    const bool added = concede(plant, ranks, explosion.plan(), explosion.shortfalls(), concessions);
    KILTER_REQUIRE(added);
  }
}

}  // namespace kilter::material
