#include "properties/mutations/mutation.hpp"

namespace kilter::properties {
namespace {

using model::Plant;
using model::StockId;
using plan::DemandKind;
using plan::Peg;
using plan::Plan;
using plan::SupplyKind;

const base::Quantity kTiny = base::Quantity::micros(1);

// Runs `change` on the first peg that `test` accepts.
template <class Test, class Change>
bool change_peg(Plan& plan, Test test, Change change) {
  for (Peg& peg : plan.pegs) {
    if (!test(peg)) continue;
    change(peg);
    return true;
  }
  return false;
}

// The first stock peg comes from a lot for which `test(stock)` holds instead.
template <class Test>
bool use_stock(Plant& plant, Plan& plan, Test test) {
  for (const StockId id : ids_of(plant.stock)) {
    if (!test(plant.stock[id])) continue;
    return change_peg(
        plan, [](const Peg& peg) { return peg.supply == SupplyKind::stock && peg.demand != DemandKind::safety_stock; },
        [id](Peg& peg) { peg.supply_index = id.index(); });
  }
  return false;
}

bool overuse(Plant&, Plan& plan) {
  return change_peg(
      plan, [](const Peg&) { return true; }, [](Peg& peg) { peg.quantity += base::Quantity::units(100'000); });
}

bool use_held(Plant& plant, Plan& plan) {
  return use_stock(plant, plan, [](const model::Stock& stock) { return stock.held; });
}

bool use_scrap_store(Plant& plant, Plan& plan) {
  return use_stock(plant, plan, [&](const model::Stock& stock) {
    return stock.location.valid() && !plant.locations[stock.location].nettable;
  });
}

bool use_expired(Plant& plant, Plan& plan) {
  return use_stock(plant, plan,
                   [&](const model::Stock& stock) { return stock.expiry && plant.frame.tick(*stock.expiry) <= 0; });
}

// What a placement uses keeps a second less than it has to.
bool keep_too_short(Plant& plant, Plan& plan) {
  for (const Peg& peg : plan.pegs) {
    if (peg.supply != SupplyKind::production || peg.demand != DemandKind::placement) continue;
    const plan::ProductionOrder& order = plan.production_orders[plan::ProductionOrderId(peg.supply_index)];
    const plan::Tick age = plan.placements[plan::PlacementId(peg.demand_index)].start - order.end;
    if (order.end < 0 || age <= 0) continue;
    plant.items[order.item].shelf_life = model::Duration(age - 1);
    return true;
  }
  return false;
}

// The customer order comes to want it later than it keeps.
bool outlive(Plant& plant, Plan& plan) {
  for (const Peg& peg : plan.pegs) {
    if (peg.supply != SupplyKind::purchase || peg.demand != DemandKind::order) continue;
    const plan::Purchase& purchase = plan.purchases[plan::PurchaseId(peg.supply_index)];
    model::CustomerOrder& order = plant.orders[model::OrderId(peg.demand_index)];
    plant.items[purchase.item].shelf_life = model::Duration(60);
    order.requested = plant.frame.instant(purchase.receipt_at + 61);
    order.promised.reset();
    return true;
  }
  return false;
}

bool use_other_item(Plant& plant, Plan& plan) {
  for (Peg& peg : plan.pegs) {
    if (peg.supply != SupplyKind::stock || peg.demand != DemandKind::order) continue;
    for (const StockId id : ids_of(plant.stock)) {
      if (plant.stock[id].item == plant.stock[StockId(peg.supply_index)].item) continue;
      peg.supply_index = id.index();
      return true;
    }
  }
  return false;
}

bool cross_sites(Plant& plant, Plan& plan) {
  if (plant.sites.size() < 2) return false;
  for (const Peg& peg : plan.pegs) {
    if (peg.supply != SupplyKind::purchase || peg.demand == DemandKind::safety_stock) continue;
    plan::Purchase& purchase = plan.purchases[plan::PurchaseId(peg.supply_index)];
    purchase.site = model::SiteId(1 - purchase.site.index());
    return true;
  }
  return false;
}

bool come_late(Plant&, Plan& plan) {
  for (const Peg& peg : plan.pegs) {
    if (peg.supply != SupplyKind::purchase || peg.demand != DemandKind::placement) continue;
    const plan::Placement& placement = plan.placements[plan::PlacementId(peg.demand_index)];
    if (!is_free(placement)) continue;
    plan.purchases[plan::PurchaseId(peg.supply_index)].receipt_at = placement.start + 1;
    return true;
  }
  return false;
}

bool starve(Plant&, Plan& plan) {
  return change_peg(
      plan,
      [](const Peg& peg) { return peg.demand == DemandKind::placement && peg.quantity > base::Quantity::units(1); },
      [](Peg& peg) { peg.quantity -= base::Quantity::units(1); });
}

bool overfeed(Plant&, Plan& plan) {
  return change_peg(
      plan, [](const Peg& peg) { return peg.demand == DemandKind::order; }, [](Peg& peg) { peg.quantity += kTiny; });
}

bool outdate_line(Plant& plant, Plan& plan) {
  for (const Peg& peg : plan.pegs) {
    if (peg.demand != DemandKind::placement) continue;
    plant.bom_lines[peg.line].until = plant.frame.instant(0);
    return true;
  }
  return false;
}

bool drop_order_peg(Plant&, Plan& plan) {
  std::vector<Peg>& pegs = plan.pegs.raw();
  for (std::size_t i = 0; i < pegs.size(); ++i) {
    if (pegs[i].demand != DemandKind::order) continue;
    pegs.erase(pegs.begin() + static_cast<std::ptrdiff_t>(i));
    return plan.unplanned.empty();
  }
  return false;
}

bool list_planned(Plant&, Plan& plan) {
  for (const plan::Delivery& delivery : plan.deliveries) {
    if (!delivery.planned()) continue;
    plan.unplanned.push_back({.order = delivery.order, .item = model::ItemId(0), .quantity = kTiny});
    return true;
  }
  return false;
}

bool count_more_good(Plant&, Plan& plan) {
  if (plan.production_orders.empty()) return false;
  plan.production_orders.raw().front().good += kTiny;
  return true;
}

bool break_lot(Plant& plant, Plan& plan) {
  for (plan::ProductionOrder& order : plan.production_orders) {
    const model::Item& item = plant.items[order.item];
    const bool stepped = item.lot_multiple.positive() || item.lot_policy == model::LotPolicy::fixed;
    if (order.open.valid() || !stepped) continue;
    order.quantity += kTiny;
    return true;
  }
  return false;
}

bool deliver_later(Plant&, Plan& plan) {
  for (plan::Delivery& delivery : plan.deliveries) {
    if (!delivery.planned()) continue;
    ++delivery.delivered;
    return true;
  }
  return false;
}

bool forget_delivery(Plant&, Plan& plan) {
  if (plan.deliveries.empty()) return false;
  plan.deliveries.pop_back();
  return true;
}

// The first row of what is not planned is changed.
template <class Change>
bool change_unplanned(Plan& plan, Change change) {
  if (plan.unplanned.empty()) return false;
  change(plan.unplanned.front());
  return true;
}

bool miss_more(Plant&, Plan& plan) {
  return change_unplanned(plan, [](plan::Unplanned& told) { told.quantity += kTiny; });
}

bool blame_a_cap(Plant& plant, Plan& plan) {
  return change_unplanned(plan, [&](plan::Unplanned& told) {
    told.reason = plan::UnplannedReason::budget_cap;
    for (model::Budget& budget : plant.budgets) budget.hard_cap.reset();
  });
}

bool blame_another_item(Plant& plant, Plan& plan) {
  return change_unplanned(plan, [&](plan::Unplanned& told) {
    told.item = plant.items.push_back(plant.items[told.item]);
    plant.items[told.item].operations = {model::OperationId(0), model::OperationId(0)};
  });
}

// As if nobody wanted what a purchase brings.
bool buy_for_nobody(Plant&, Plan& plan) {
  if (plan.purchases.empty()) return false;
  plan.purchases.push_back(plan.purchases.raw().front());
  return true;
}

bool want_sooner(Plant&, Plan& plan) {
  for (plan::Purchase& purchase : plan.purchases) {
    purchase.need = time::kLongAgo;
    return true;
  }
  return false;
}

bool want_order_later(Plant&, Plan& plan) {
  for (const Peg& peg : plan.pegs) {
    if (peg.supply != SupplyKind::production || peg.demand != DemandKind::placement) continue;
    plan.production_orders[plan::ProductionOrderId(peg.supply_index)].need = time::kNever;
    return true;
  }
  return false;
}

bool change_rank(Plant&, Plan& plan) {
  for (plan::ProductionOrder& order : plan.production_orders) {
    order.rank += 1'000;
    return true;
  }
  return false;
}

bool serve_nobody(Plant&, Plan& plan) {
  for (plan::ProductionOrder& order : plan.production_orders) {
    if (!order.for_order.valid()) continue;
    order.for_order = model::OrderId::none();
    return true;
  }
  return false;
}

bool lane_of_nothing(Plant&, Plan& plan) {
  for (plan::Placement& placement : plan.placements) {
    if (placement.unit.valid()) continue;
    ++placement.lane;
    return true;
  }
  return false;
}

bool copy_of_a_person(Plant&, Plan& plan) {
  for (plan::Assignment& assignment : plan.assignments) {
    if (assignment.kind != plan::AssigneeKind::person) continue;
    ++assignment.copy;
    return true;
  }
  return false;
}

bool material_later(Plant&, Plan& plan) {
  for (plan::Placement& placement : plan.placements) {
    if (placement.material == time::kLongAgo) continue;
    ++placement.material;
    return true;
  }
  return false;
}

bool come_earlier(Plant&, Plan& plan) {
  for (plan::Purchase& purchase : plan.purchases) {
    --purchase.earliest;
    return true;
  }
  return false;
}

bool deliver_first_later(Plant& plant, Plan& plan) {
  for (plan::Delivery& delivery : plan.deliveries) {
    if (!delivery.planned() || plant.orders[delivery.order].partial) continue;
    ++delivery.first_delivered;
    return true;
  }
  return false;
}

}  // namespace

std::vector<Mutation> derived_mutations() {
  return {{"need", want_sooner},          {"need", want_order_later},   {"rank", change_rank},
          {"order-served", serve_nobody}, {"derived", lane_of_nothing}, {"derived", copy_of_a_person},
          {"derived", material_later},    {"derived", come_earlier},    {"delivery", deliver_first_later}};
}

std::vector<Mutation> material_mutations() {
  return {{"supply-overused", overuse},  {"held-stock", use_held},        {"non-nettable-stock", use_scrap_store},
          {"expired", use_expired},      {"shelf-life", keep_too_short},  {"shelf-life", outlive},
          {"peg-item", use_other_item},  {"peg-site", cross_sites},       {"too-early", come_late},
          {"demand-short", starve},      {"demand-overpegged", overfeed}, {"bom-validity", outdate_line},
          {"unplanned", drop_order_peg}, {"unplanned", list_planned},     {"good-quantity", count_more_good},
          {"lot-size", break_lot},       {"delivery", deliver_later},     {"delivery", forget_delivery},
          {"unplanned", miss_more},      {"unplanned", blame_a_cap},      {"unplanned", blame_another_item},
          {"excess", buy_for_nobody}};
}

}  // namespace kilter::properties
