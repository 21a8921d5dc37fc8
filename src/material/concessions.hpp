// What a material plan gives up because nothing can supply it. Planning starts with what the caller has given up
// already and adds what it finds; planning again under the same concessions asks for nothing that they rule out.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "material/kept_pegs.hpp"
#include "material/lot_groups.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::material {

struct MaterialPlan;

struct Concessions {
  using GivenUp = std::vector<std::optional<plan::UnplannedReason>>;  // with the first reason found

  explicit Concessions(const model::Plant& plant)
      : withheld(plant.orders.size()),
        orders_dropped(plant.production_orders.size()),
        safety_dropped(plant.items.size()),
        bought_only(plant.items.size(), false),
        lean(plant.items.size(), false),
        apart(plant.items.size(), false),
        delay(plant.orders.size(), 0),
        lateness(plant.orders.size(), 0) {}

  base::IndexedVector<model::OrderId, base::Quantity> withheld;  // of customer orders: not planned
  std::vector<plan::Unplanned> reasons;  // one per customer order with something withheld, in the order found
  GivenUp orders_dropped;                // open production orders that cannot be completed
  GivenUp safety_dropped;                // by item: its safety stock cannot be replenished
  std::vector<bool> bought_only;         // by item (both): making it fails for want of a component
  std::vector<bool> lean;                // by item: no larger lots than its requirements call for
  std::vector<bool> apart;               // by item: every lot serves one requirement, as it does not keep for another
  // How much later than its need date each customer order will consume its material, as an earlier schedule showed.
  // Lots that expire before are not used for it.
  std::vector<time::Tick> delay;
  // How late each customer order will be anyway, as an earlier schedule showed: it wants everything that much later,
  // and leaves supply that it could not use yet to others.
  std::vector<time::Tick> lateness;
  // Until when each customer order waits for money; empty: none does. What is made for orders that wait comes in lots
  // of their own, apart from those of orders that wait for another date or not at all.
  std::vector<time::Tick> held;
  LotGroups groups;           // orders that lots of an item are made apart for
  std::vector<KeptPeg> kept;  // what an earlier plan promised to whom
  // Of each customer order: how much is wanted as a part of its own, before the rest; zero: it is wanted whole. Empty:
  // every one is.
  std::vector<base::Quantity> first_part;
};

// A demand that stays `missing` good units of `item` short. Demand and line as in plan::Peg.
struct Shortfall {
  plan::DemandKind demand = plan::DemandKind::order;
  std::uint32_t demand_index = 0;
  model::BomLineId line;
  base::Quantity missing;
  model::ItemId item;
  plan::UnplannedReason reason = plan::UnplannedReason::no_source;
};

// Follows shortfalls up the pegs to what fails for them and adds that to `concessions`. Within a production order the
// least urgent demand loses first. A customer order that allows no partial shipment loses all of it, others just what
// is missing, in whole units where the order is in whole units. The plan is to be exploded again under the new
// concessions. O(pegs). Returns whether anything was added; shortfalls of a plan that was exploded under `concessions`
// always add something.
bool concede(const model::Plant& plant, const std::vector<std::uint32_t>& ranks, const MaterialPlan& plan,
             std::span<const Shortfall> shortfalls, Concessions& concessions);

}  // namespace kilter::material
