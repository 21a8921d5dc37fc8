// Invariants of material plans on random plants with every feature mixed.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

#include "base/random.hpp"
#include "material/explode.hpp"
#include "material/network/route_times.hpp"
#include "plan/work_content.hpp"
#include "support/random_plant.hpp"

namespace kilter::material {
namespace {

using base::Quantity;
using plan::DemandKind;
using plan::SupplyKind;
using time::Tick;

// What a demand wants and gets, in units of what it wants.
struct Balance {
  Quantity wanted;
  Quantity covered;
  Quantity slack;  // rounding of substitutes
};

class Ledger {
 public:
  Ledger(const model::Plant& plant, const MaterialPlan& plan) : plant_(plant), plan_(plan) {
    for (const model::OrderId id : base::ids_of(plant.orders)) {
      if (plant.orders[id].status == model::OrderStatus::firm) orders_[id.index()].wanted = plant.orders[id].quantity;
    }
    for (const plan::Unplanned& unplanned : plan.unplanned)
      orders_[unplanned.order.index()].wanted -= unplanned.quantity;
    for (const plan::ProductionOrder& order : plan.production_orders) want_components(order);
    for (const plan::Peg& peg : plan.pegs) cover(peg.demand, peg.demand_index, peg.line, item_of(peg), peg.quantity);
    for (const PurchaseNeed& need : plan.needs)
      cover(need.demand, need.demand_index, need.line, need.item, need.quantity);
  }

  void expect_every_demand_covered() const {
    for (const auto& [order, balance] : orders_)
      EXPECT_EQ(balance.wanted, balance.covered) << plant_.orders[model::OrderId(order)].id;
    for (const auto& [key, balance] : lines_) {
      EXPECT_GE(balance.covered, balance.wanted)
          << plant_.items[plant_.bom_lines[model::BomLineId(key.second)].component].id;
      EXPECT_LE(balance.covered, balance.wanted + balance.slack);
    }
    for (const auto& [item, quantity] : safety_) {
      EXPECT_LE(quantity, Quantity::micros(plant_.items[model::ItemId(item)].safety_stock.raw() *
                                           static_cast<std::int64_t>(plant_.sites.size())));
    }
  }

 private:
  model::ItemId item_of(const plan::Peg& peg) const {
    switch (peg.supply) {
      case SupplyKind::stock:
        return plant_.stock[model::StockId(peg.supply_index)].item;
      case SupplyKind::open_purchase:
        return plant_.purchase_orders[model::OpenPurchaseOrderId(peg.supply_index)].item;
      default:
        return plan_.production_orders[plan::ProductionOrderId(peg.supply_index)].item;
    }
  }

  void want_components(const plan::ProductionOrder& order) {
    std::vector<Tick> starts;
    RouteTimes(plant_).latest_starts(order.item, order.quantity, order.need, starts);
    for (const model::BomLineId id : plant_.items[order.item].bom) {
      const model::BomLine& line = plant_.bom_lines[id];
      for (const plan::PlacementId placement : order.placements) {
        if (plan_.placements[placement].operation != line.operation) continue;
        const bool pinned = plan_.placements[placement].status == model::WorkStatus::pinned;
        const Tick start = starts[placement.index() - order.placements.first().index()];
        const Tick at = std::max(0, pinned ? plan_.placements[placement].start : start);
        const bool valid =
            (!line.from || plant_.frame.tick(*line.from) <= at) && (!line.until || plant_.frame.tick(*line.until) > at);
        const auto status = plan_.placements[placement].status;
        const bool taken = status == model::WorkStatus::started || status == model::WorkStatus::done;
        if (valid && !taken)
          lines_[{placement.index(), id.index()}].wanted += plan::component_need(line, order.quantity);
      }
    }
  }

  void cover(DemandKind demand, std::uint32_t index, model::BomLineId line_id, model::ItemId item, Quantity quantity) {
    EXPECT_TRUE(quantity.positive());
    if (demand == DemandKind::order) {
      EXPECT_EQ(plant_.orders[model::OrderId(index)].item, item);
      orders_[index].covered += quantity;
      return;
    }
    if (demand == DemandKind::safety_stock) {
      safety_[index] += quantity;
      return;
    }
    const model::BomLine& line = plant_.bom_lines[line_id];
    Balance& balance = lines_[{index, line_id.index()}];
    if (item == line.component) {
      balance.covered += quantity;
      return;
    }
    for (const model::Substitute& substitute : line.substitutes) {
      if (substitute.item != item) continue;
      balance.covered += quantity.divided_ceil(substitute.ratio);
      balance.slack += Quantity::micros(2 + base::kMicro / substitute.ratio.raw());
      return;
    }
    ADD_FAILURE() << plant_.items[item].id << " is no substitute";
  }

  const model::Plant& plant_;
  const MaterialPlan& plan_;
  std::map<std::uint32_t, Balance> orders_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Balance> lines_;
  std::map<std::uint32_t, Quantity> safety_;
};

void expect_no_supply_overdrawn(const model::Plant& plant, const MaterialPlan& plan) {
  std::map<std::pair<SupplyKind, std::uint32_t>, Quantity> used;
  for (const plan::Peg& peg : plan.pegs) used[{peg.supply, peg.supply_index}] += peg.quantity;
  for (const auto& [key, quantity] : used) {
    const auto [kind, index] = key;
    Quantity has;
    if (kind == SupplyKind::stock) {
      const model::Stock& lot = plant.stock[model::StockId(index)];
      EXPECT_FALSE(lot.held);
      EXPECT_TRUE(!lot.location.valid() || plant.locations[lot.location].nettable);
      has = lot.quantity;
    } else if (kind == SupplyKind::open_purchase) {
      const model::OpenPurchaseOrder& order = plant.purchase_orders[model::OpenPurchaseOrderId(index)];
      EXPECT_NE(order.status, model::SupplyStatus::planned);
      has = order.quantity.times_floor(plant.items[order.item].yield);
    } else {
      ASSERT_EQ(kind, SupplyKind::production);
      has = plan.production_orders[plan::ProductionOrderId(index)].good;
    }
    EXPECT_LE(quantity, has);
  }
}

// Orders inherit the best rank of what is pegged to them, and so does everything below.
void expect_ranks_inherited(const MaterialPlan& plan, const std::vector<std::uint32_t>& ranks) {
  const auto nobody = static_cast<std::uint32_t>(-1);
  const auto rank_of = [&](DemandKind demand, std::uint32_t index) {
    if (demand == DemandKind::order) return ranks[index];
    if (demand == DemandKind::safety_stock) return nobody;
    return plan.production_orders[plan.placements[plan::PlacementId(index)].order].rank;
  };
  std::map<std::uint32_t, std::uint32_t> best;
  for (const plan::Peg& peg : plan.pegs) {
    if (peg.supply != SupplyKind::production) continue;
    const auto [place, fresh] = best.emplace(peg.supply_index, nobody);
    place->second = std::min(place->second, rank_of(peg.demand, peg.demand_index));
  }
  for (const plan::ProductionOrderId id : base::ids_of(plan.production_orders)) {
    const plan::ProductionOrder& order = plan.production_orders[id];
    const auto found = best.find(id.index());
    EXPECT_EQ(order.rank, found == best.end() ? nobody : found->second);
    if (order.rank != nobody) {
      EXPECT_EQ(ranks[order.for_order.index()], order.rank);
    }
  }
  for (const PurchaseNeed& need : plan.needs) EXPECT_EQ(need.rank, rank_of(need.demand, need.demand_index));
}

void expect_needs_grouped(const MaterialPlan& plan) {
  for (std::size_t k = 1; k < plan.needs.size(); ++k) {
    const PurchaseNeed& a = plan.needs[k - 1];
    const PurchaseNeed& b = plan.needs[k];
    if (a.item == b.item && a.site == b.site) {
      EXPECT_LE(std::tie(a.rank, a.need), std::tie(b.rank, b.need));
    }
  }
}

// When a demand wants its supply: customers on their due date, operations at their latest start for the order's need.
class Dates {
 public:
  Dates(const model::Plant& plant, const MaterialPlan& plan) : plant_(plant), plan_(plan), routes_(plant) {}

  [[nodiscard]] Tick of(DemandKind demand, std::uint32_t index) const {
    if (demand == DemandKind::order) {
      const auto buffer = static_cast<Tick>(plant_.policy.delivery_buffer.count());
      return plant_.frame.tick(plant_.orders[model::OrderId(index)].due()) - buffer;
    }
    const plan::Placement& placement = plan_.placements[plan::PlacementId(index)];
    if (placement.status == model::WorkStatus::pinned) return placement.start;
    const plan::ProductionOrder& order = plan_.production_orders[placement.order];
    std::vector<Tick> starts;
    routes_.latest_starts(order.item, order.quantity, order.need, starts);
    return starts[index - (*order.placements.begin()).index()];
  }

 private:
  const model::Plant& plant_;
  const MaterialPlan& plan_;
  RouteTimes routes_;
};

void expect_dates_passed_down(const model::Plant& plant, const MaterialPlan& plan) {
  const Dates dates(plant, plan);
  std::map<std::uint32_t, Tick> first;
  std::set<std::uint32_t> open_ended;  // safety stock has a date of its own
  for (const plan::Peg& peg : plan.pegs) {
    if (peg.demand == DemandKind::safety_stock) {
      if (peg.supply == SupplyKind::production) open_ended.insert(peg.supply_index);
      continue;
    }
    const Tick wanted = dates.of(peg.demand, peg.demand_index);
    if (peg.supply == SupplyKind::stock) {
      const auto& expiry = plant.stock[model::StockId(peg.supply_index)].expiry;
      EXPECT_TRUE(!expiry || plant.frame.tick(*expiry) > std::max(0, wanted));
    } else if (peg.supply == SupplyKind::production) {
      const auto [place, fresh] = first.emplace(peg.supply_index, wanted);
      place->second = std::min(place->second, wanted);
    }
  }
  for (const auto& [order, wanted] : first) {
    const Tick need = plan.production_orders[plan::ProductionOrderId(order)].need;
    EXPECT_LE(need, wanted);
    if (open_ended.count(order) == 0) {
      EXPECT_EQ(need, wanted);
    }
  }
  for (const PurchaseNeed& need : plan.needs) {
    if (need.demand == DemandKind::safety_stock) continue;
    EXPECT_EQ(need.need, dates.of(need.demand, need.demand_index));
  }
}

void expect_sound(const model::Plant& plant, const MaterialPlan& plan, const std::vector<std::uint32_t>& ranks) {
  Ledger(plant, plan).expect_every_demand_covered();
  expect_no_supply_overdrawn(plant, plan);
  expect_ranks_inherited(plan, ranks);
  expect_needs_grouped(plan);
  expect_dates_passed_down(plant, plan);
  for (const plan::Unplanned& unplanned : plan.unplanned) {
    const model::CustomerOrder& order = plant.orders[unplanned.order];
    EXPECT_TRUE(unplanned.quantity.positive());
    EXPECT_LE(unplanned.quantity, order.quantity);
    EXPECT_TRUE(order.partial || unplanned.quantity == order.quantity) << order.id;
    EXPECT_EQ(unplanned.reason == plan::UnplannedReason::component_unplanned, unplanned.item != order.item);
  }
}

TEST(ExplodeProperties, PegsConserveSupplyAndCoverDemandExactly) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const model::Plant plant = support::random_plant(seed, 1 + static_cast<int>(seed % 6));
    const std::vector<std::uint32_t> ranks = allocation_ranks(plant, static_cast<AllocationRule>(seed % 4));
    const MaterialPlan plan = explode(plant, ranks);
    expect_sound(plant, plan, ranks);
    EXPECT_TRUE(plan.unplanned.empty());
    if (HasFailure()) return;
  }
}

// Takes away the offers of some items, so that only what is there and under way is left of them.
void starve(model::Plant& plant, base::Random& random) {
  for (model::Item& item : plant.items) {
    if (random.chance(0.3)) item.offers = {model::OfferId(0), model::OfferId(0)};
  }
  for (model::CustomerOrder& order : plant.orders) order.partial = random.chance(0.5);
}

TEST(ExplodeProperties, WhatHasNoSourceFailsForItsCustomersAndNobodyElse) {
  std::size_t whole = 0;
  std::size_t parts = 0;
  std::size_t served = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    model::Plant plant = support::random_plant(seed, 1 + static_cast<int>(seed % 6));
    base::Random random(seed);
    starve(plant, random);
    const std::vector<std::uint32_t> ranks = allocation_ranks(plant, static_cast<AllocationRule>(seed % 4));
    const MaterialPlan plan = explode(plant, ranks);
    expect_sound(plant, plan, ranks);
    for (const plan::Unplanned& unplanned : plan.unplanned) {
      ++(unplanned.quantity == plant.orders[unplanned.order].quantity ? whole : parts);
    }
    served += plant.orders.size() - plan.unplanned.size();
    if (HasFailure()) return;
  }
  EXPECT_GT(whole, 0U);
  EXPECT_GT(parts, 0U);
  EXPECT_GT(served, 0U);
}

}  // namespace
}  // namespace kilter::material
