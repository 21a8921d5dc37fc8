#include "material/kept_pegs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "material/worked_plant.hpp"

namespace kilter::material {
namespace {

using base::Quantity;
using plan::SupplyKind;

// Two lots of A on the floor, for nobody in particular; orders 1 and 2 want one each.
WorkedPlant two_lots() {
  WorkedPlant worked;
  worked.make("A", 1);
  worked.production("A", 10, 3);
  worked.production("A", 10, 5);
  worked.order("A", 10, 8);
  worked.order("A", 10, 9);
  return worked;
}

KeptPeg promise(std::uint32_t lot, std::uint32_t order, int quantity) {
  return {.supply = SupplyKind::production,
          .demand = plan::DemandKind::order,
          .supply_index = lot,
          .demand_index = order,
          .quantity = Quantity::units(quantity)};
}

MaterialPlan exploded(const model::Plant& plant, std::vector<KeptPeg> kept) {
  Concessions concessions(plant);
  concessions.kept = std::move(kept);
  return explode(plant, allocation_ranks(plant, AllocationRule::due_date), concessions);
}

// Units that each customer order gets from each supply, by kind and index.
using Given = std::map<std::pair<std::uint32_t, std::pair<SupplyKind, std::uint32_t>>, std::int64_t>;

Given given(const MaterialPlan& plan) {
  Given found;
  for (const plan::Peg& peg : plan.pegs) {
    if (peg.demand == plan::DemandKind::order)
      found[{peg.demand_index, {peg.supply, peg.supply_index}}] += peg.quantity.raw() / base::kMicro;
  }
  return found;
}

TEST(KeptPegs, WhatWasPromisedStaysWithWhomItWasPromised) {
  const model::Plant plant = two_lots().build();
  const Given by_date = given(exploded(plant, {}));
  const Given kept = given(exploded(plant, {promise(1, 0, 10), promise(0, 1, 10)}));
  EXPECT_EQ(by_date, (Given{{{0, {SupplyKind::production, 0}}, 10}, {{1, {SupplyKind::production, 1}}, 10}}));
  EXPECT_EQ(kept, (Given{{{0, {SupplyKind::production, 1}}, 10}, {{1, {SupplyKind::production, 0}}, 10}}));
}

TEST(KeptPegs, NoMoreIsKeptThanThereIsAndIsWanted) {
  const model::Plant plant = two_lots().build();
  const Given kept = given(exploded(plant, {promise(1, 0, 25), promise(1, 1, 25)}));
  EXPECT_EQ(kept, (Given{{{0, {SupplyKind::production, 1}}, 10}, {{1, {SupplyKind::production, 0}}, 10}}));
}

TEST(KeptPegs, APurchaseThatCouldBeHadSoonerElsewhereIsNotWaitedFor) {
  for (const int lead_days : {2, 20}) {
    WorkedPlant worked;
    worked.buy("A", lead_days);
    worked.purchase("A", 10, 15);
    worked.order("A", 10, 5);
    const MaterialPlan plan = exploded(
        worked.build(),
        {{.supply = SupplyKind::open_purchase, .demand = plan::DemandKind::order, .quantity = Quantity::units(10)}});
    EXPECT_EQ(plan.needs.empty(), lead_days == 20) << lead_days;
  }
}

TEST(KeptPegs, ComponentsOfAnOpenOrderAreKept) {
  WorkedPlant worked;
  worked.make("A", 1);
  worked.make("B", 1);
  worked.bom("A", "B", 1);
  worked.production("A", 10, 9);
  worked.production("B", 10, 3);
  worked.production("B", 10, 5);
  worked.order("A", 10, 9);
  const model::Plant plant = worked.build();
  const MaterialPlan kept = exploded(plant, {{.supply = SupplyKind::production,
                                              .demand = plan::DemandKind::placement,
                                              .supply_index = 2,
                                              .demand_index = 0,
                                              .operation = plant.items[item_named(plant, "A")].operations.first(),
                                              .line = plant.items[item_named(plant, "A")].bom.first(),
                                              .quantity = Quantity::units(10)}});
  std::vector<std::uint32_t> lots;
  for (const plan::Peg& peg : kept.pegs) {
    if (peg.demand == plan::DemandKind::placement) lots.push_back(peg.supply_index);
  }
  EXPECT_EQ(lots, (std::vector<std::uint32_t>{2}));
}

TEST(KeptPegs, OrdersThatAreGoneAreForgotten) {
  WorkedPlant worked = two_lots();
  worked.draft.production_orders[1].status = model::SupplyStatus::planned;  // not carried over
  const Given kept = given(exploded(worked.build(), {promise(1, 0, 10)}));
  EXPECT_EQ(kept.at({0, {SupplyKind::production, 0}}), 10);
}

}  // namespace
}  // namespace kilter::material
