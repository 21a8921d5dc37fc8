#include "material/explode.hpp"

#include "base/require.hpp"
#include "material/netting/explosion.hpp"
#include "material/network/network.hpp"

namespace kilter::material {
namespace {

base::Issue assumption(const char* code, const std::string& message, const std::string& way_out) {
  return {.code = code, .severity = base::Severity::assumption, .where = {}, .message = message, .way_out = way_out};
}

// Why stock, or an order for it, was given up, and the way out.
struct Cause {
  const char* words;
  const char* way_out;
};

Cause cause_of(plan::UnplannedReason reason) {
  switch (reason) {
    case plan::UnplannedReason::budget_cap:
      return {.words = "a hard cap leaves no money for it", .way_out = "Raise the cap"};
    case plan::UnplannedReason::vendor_capacity:
      return {.words = "the vendor's weeks leave no room for it", .way_out = "Agree on more per week"};
    case plan::UnplannedReason::beyond_horizon:
      return {.words = "the calendars end before", .way_out = "Let the calendars go on for longer"};
    case plan::UnplannedReason::expired:
      return {.words = "something would be used spoiled", .way_out = "Check the shelf lives"};
    case plan::UnplannedReason::no_unit:
      return {.words = "no machine may do the work", .way_out = "Add a machine that may"};
    case plan::UnplannedReason::no_person:
      return {.words = "the people for it are not there", .way_out = "Check who may do the work, and until when"};
    case plan::UnplannedReason::infeasible_wait:
      return {.words = "it would wait for longer than it may", .way_out = "Check the longest waits"};
    case plan::UnplannedReason::no_source:
    case plan::UnplannedReason::no_offer:
    case plan::UnplannedReason::component_unplanned:
      break;
  }
  return {.words = "nothing can supply what it takes", .way_out = "Add a source"};
}

void note_given_up(const model::Plant& plant, const Concessions& concessions, base::Issues& notes) {
  for (const model::OpenProductionOrderId id : base::ids_of(plant.production_orders)) {
    const auto& reason = concessions.orders_dropped[id.index()];
    if (!reason) continue;
    const Cause cause = cause_of(*reason);
    notes.push_back(
        assumption("production-order-left-out",
                   "Production order " + plant.production_orders[id].id + " is not planned: " + cause.words + ".",
                   std::string(cause.way_out) + ", or take the order off the floor."));
  }
  for (const model::ItemId id : base::ids_of(plant.items)) {
    const auto& reason = concessions.safety_dropped[id.index()];
    if (!reason) continue;
    const Cause cause = cause_of(*reason);
    notes.push_back(assumption("safety-stock-not-replenished",
                               "Safety stock of " + plant.items[id].id + " is not replenished: " + cause.words + ".",
                               std::string(cause.way_out) + ", or set the safety stock to 0."));
  }
}

void note_concessions(const model::Plant& plant, const Concessions& concessions, base::Issues& notes) {
  note_given_up(plant, concessions, notes);
  for (const model::ItemId id : base::ids_of(plant.items)) {
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
