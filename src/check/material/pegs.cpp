// Every peg brings the right item to the right site in time, and fresh.
#include <algorithm>
#include <string>

#include "check/facts/supply.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

bool may_replace(const model::BomLine& line, model::ItemId item) {
  return item == line.component || std::any_of(line.substitutes.begin(), line.substitutes.end(),
                                               [item](const model::Substitute& other) { return other.item == item; });
}

struct Wanted {
  bool item_fits = false;
  model::SiteId site;  // none: any
};

Wanted wanted_by(const Facts& facts, const plan::Peg& peg, model::ItemId item) {
  if (peg.demand == plan::DemandKind::order) {
    const model::CustomerOrder& order = facts.plant.orders[model::OrderId(peg.demand_index)];
    return {.item_fits = order.item == item, .site = order.site};
  }
  if (peg.demand == plan::DemandKind::safety_stock) return {.item_fits = model::ItemId(peg.demand_index) == item};
  const plan::PlacementId id(peg.demand_index);
  const model::BomLine& line = facts.plant.bom_lines[peg.line];
  const bool own_line = line.parent == facts.order(id).item && line.operation == facts.plan.placements[id].operation;
  return {.item_fits = own_line && may_replace(line, item), .site = facts.order(id).site};
}

void check_fit(const Facts& facts, const plan::Peg& peg, const Supply& supply, Report& report) {
  const Wanted wanted = wanted_by(facts, peg, supply.item);
  if (!wanted.item_fits) {
    report.add("peg-item", [&] {
      return facts.names.supply(peg) + " brings " + facts.names.item(supply.item) + " to " + facts.names.demand(peg) +
             ", which does not use it";
    });
  }
  if (wanted.site.valid() && wanted.site != supply.site) {
    report.add("peg-site", [&] {
      return facts.names.supply(peg) + " is at site " + facts.plant.sites[supply.site].id + "; " +
             facts.names.demand(peg) + " is at " + facts.plant.sites[wanted.site].id;
    });
  }
}

void check_in_time(const Facts& facts, const plan::Peg& peg, const Supply& supply, Report& report) {
  if (peg.demand != plan::DemandKind::placement) return;
  const plan::Placement& placement = facts.plan.placements[plan::PlacementId(peg.demand_index)];
  if (!is_live(placement) || placement.status == model::WorkStatus::started || placement.start >= supply.available)
    return;
  report.add("too-early", [&] {
    return facts.names.demand(peg) + " starts at " + facts.names.when(placement.start) + "; " +
           facts.names.supply(peg) + " is there at " + facts.names.when(supply.available);
  });
}

// Safety stock has to last to the horizon, or as long as what is new today.
Tick kept_until(const Facts& facts, model::ItemId item) {
  const model::Instant horizon = facts.plant.policy.horizon;
  const std::optional<model::Duration>& life = facts.plant.items[item].shelf_life;
  if (!life || facts.plant.policy.origin + *life > horizon) return facts.plant.frame.tick(horizon);
  return facts.plant.frame.tick(facts.plant.policy.origin + *life) - 1;
}

void check_fresh(const Facts& facts, const plan::Peg& peg, Report& report) {
  if (peg.supply != plan::SupplyKind::stock) return;
  const model::Stock& stock = facts.plant.stock[model::StockId(peg.supply_index)];
  if (!stock.expiry) return;
  const Tick expiry = facts.plant.frame.tick(*stock.expiry);
  const bool safety = peg.demand == plan::DemandKind::safety_stock;
  const Tick taken = safety ? kept_until(facts, stock.item) : taken_at(facts, peg);
  if (taken < expiry || taken == time::kNever) return;
  report.add("expired", [&] {
    return facts.names.demand(peg) + " takes " + facts.names.supply(peg) + " at " + facts.names.when(taken) +
           "; it expires at " + facts.names.when(expiry);
  });
}

}  // namespace

void check_pegs(const Facts& facts, Report& report) {
  for (const plan::Peg& peg : facts.plan.pegs) {
    const Supply supply = supply_of(facts, peg);
    check_fit(facts, peg, supply, report);
    check_in_time(facts, peg, supply, report);
    check_fresh(facts, peg, report);
  }
}

}  // namespace kilter::check
