#include "codec/plan/tables/tables.hpp"
#include "plan/words.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::DemandKind;
using kilter::plan::kNever;
using kilter::plan::Peg;
using kilter::plan::SupplyKind;
using kilter::plan::Tick;

void purchase_row(const PlanView& view, std::size_t i, Cells& cells) {
  const kilter::plan::PurchaseId id(i);
  const kilter::plan::Purchase& purchase = view.plan.purchases[id];
  const model::Item& item = view.plant.items[purchase.item];
  const model::Offer& offer = view.plant.offers[purchase.offer];
  cells.id(view.ids.purchase(id));
  cells.text(item.id);
  cells.text(view.plant.vendors[offer.vendor].id);
  cells.quantity(purchase.quantity);
  cells.moment_or_empty(purchase.order_at, kNever);
  cells.moment_or_empty(purchase.receipt_at, kNever);
  cells.price(purchase.unit_price);
  cells.money(purchase.goods);
  cells.text(view.plant.policy.currency);
  cells.money(purchase.freight);
  cells.quantity(purchase.good);
  cells.moment_or_empty(purchase.need, kNever);
  cells.moment_or_empty(purchase.earliest, kNever);
  purchase.site.valid() ? cells.text(view.plant.sites[purchase.site].id) : cells.empty();
  cells.integer(purchase.offer.index() - (*item.offers.begin()).index() + std::int64_t{1});
  cells.text(kilter::plan::word(purchase.reason));
  cells.text(kilter::plan::explain(purchase.reason));
}

struct Supply {
  model::ItemId item;
  Tick available = kNever;
};

Supply supply_of(const PlanView& view, const Peg& peg) {
  switch (peg.supply) {
    case SupplyKind::stock:
      return {view.plant.stock[model::StockId(peg.supply_index)].item, 0};
    case SupplyKind::open_purchase: {
      const auto& order = view.plant.purchase_orders[model::OpenPurchaseOrderId(peg.supply_index)];
      return {order.item, view.plant.frame.tick(order.current)};
    }
    case SupplyKind::production: {
      const auto& order = view.plan.production_orders[kilter::plan::ProductionOrderId(peg.supply_index)];
      return {order.item, order.end};
    }
    case SupplyKind::purchase: {
      const auto& purchase = view.plan.purchases[kilter::plan::PurchaseId(peg.supply_index)];
      return {purchase.item, purchase.receipt_at};
    }
  }
  return {};
}

Tick wanted_at(const PlanView& view, const Peg& peg) {
  switch (peg.demand) {
    case DemandKind::order:
      return view.plant.frame.tick(view.plant.orders[model::OrderId(peg.demand_index)].due());
    case DemandKind::placement:
      return view.plan.placements[kilter::plan::PlacementId(peg.demand_index)].start;
    case DemandKind::safety_stock:
      return kNever;
  }
  return kNever;
}

void demand(const PlanView& view, const Peg& peg, Cells& cells) {
  switch (peg.demand) {
    case DemandKind::order:
      return cells.text(view.plant.orders[model::OrderId(peg.demand_index)].id);
    case DemandKind::placement:
      return cells.operation(view.ids.operation(view.plan, kilter::plan::PlacementId(peg.demand_index)));
    case DemandKind::safety_stock:
      return cells.text(view.plant.items[model::ItemId(peg.demand_index)].id);
  }
}

// Position of a BOM line among its parent's, from 1.
std::int64_t line_number(const PlanView& view, model::BomLineId line) {
  const model::Item& parent = view.plant.items[view.plant.bom_lines[line].parent];
  return line.index() - (*parent.bom.begin()).index() + std::int64_t{1};
}

void peg_row(const PlanView& view, std::size_t i, Cells& cells) {
  const Peg& peg = view.plan.pegs[kilter::plan::PegId(i)];
  const Supply supply = supply_of(view, peg);
  cells.text(kilter::plan::word(peg.supply));
  cells.id(view.ids.supply(view.plan, peg.supply, peg.supply_index));
  cells.text(kilter::plan::word(peg.demand));
  demand(view, peg, cells);
  cells.text(view.plant.items[supply.item].id);
  cells.quantity(peg.quantity);
  cells.moment_or_empty(supply.available, kNever);
  cells.moment_or_empty(wanted_at(view, peg), kNever);
  peg.line.valid() ? cells.integer(line_number(view, peg.line)) : cells.empty();
}

void action_row(const PlanView& view, std::size_t i, Cells& cells) {
  const kilter::plan::ActionMessage& action = view.plan.actions[i];
  const bool production = action.supply == SupplyKind::production;
  const model::OpenProductionOrderId open(action.index);
  cells.text(kilter::plan::word(action.kind));
  cells.text(kilter::plan::word(action.supply));
  production ? cells.text(view.plant.production_orders[open].id)
             : cells.id(view.ids.supply(view.plan, action.supply, action.index));
  const Peg as_supply{.supply = action.supply, .supply_index = action.index};
  cells.text(
      view.plant.items[production ? view.plant.production_orders[open].item : supply_of(view, as_supply).item].id);
  cells.moment_or_empty(action.from, kNever);
  cells.moment_or_empty(action.to, kNever);
  action.quantity.is_zero() ? cells.empty() : cells.quantity(action.quantity);
  const bool overdue = action.kind == kilter::plan::ActionKind::expedite && action.from < 0;
  cells.text(overdue ? "overdue: ask the vendor when it comes" : kilter::plan::explain(action.kind));
}

}  // namespace

PlanTable purchases_table() {
  return {.name = "purchases",
          .meaning = "What is bought: from whom, how much, when and at what price.",
          .columns = {{"id", "B-1, B-2, ..."},
                      {"item", "what is bought"},
                      {"vendor", "from whom"},
                      {"quantity", "ordered"},
                      {"order_date", "send the order by then"},
                      {"receipt_date", "it arrives"},
                      {"unit_price", "per unit, plant currency"},
                      {"total", "unit price times quantity"},
                      {"currency", "of all money in the row"},
                      {"freight", "fixed cost of the purchase"},
                      {"good", "units usable after the item's yield"},
                      {"need", "when the first user wants it; it may arrive later"},
                      {"earliest", "earliest receipt had it been ordered earlier"},
                      {"site", "where it is delivered"},
                      {"offer", "which of the item's offers, from 1"},
                      {"reason", "why this offer and date"},
                      {"explanation", "the reason in words"}},
          .rows = [](const PlanView& view) { return view.plan.purchases.size(); },
          .row = purchase_row};
}

PlanTable pegging_table() {
  return {.name = "pegging",
          .meaning = "Which supply serves which demand, unit by unit; read from either side.",
          .columns = {{"supply_kind", "stock, open purchase, production, purchase"},
                      {"supply", "S-n = n-th row of the stock, or the id of the order or purchase"},
                      {"demand_kind", "order, operation, safety stock"},
                      {"demand", "customer order, production order/operation, or item"},
                      {"item", "what is supplied"},
                      {"quantity", "units of that item"},
                      {"available", "when the supply is there"},
                      {"wanted", "when the demand is due or starts"},
                      {"bom_line", "position in the parent's bill of materials, from 1"}},
          .rows = [](const PlanView& view) { return view.plan.pegs.size(); },
          .row = peg_row};
}

PlanTable actions_table() {
  return {
      .name = "actions",
      .meaning =
          "What a planner or buyer should do about open orders and purchases due: an order is told of when it comes "
          "more than a day too late or a week too early, is overdue, is more than a twentieth too large, or up to a "
          "quarter too small. Nothing is deferred beyond the day on which the plan uses it.",
      .columns = {{"action", "expedite, defer, cancel, increase, decrease, release, order now"},
                  {"kind", "open purchase, production, purchase"},
                  {"id", "of the order"},
                  {"item", "what it brings"},
                  {"from", "date now"},
                  {"to", "date wanted"},
                  {"quantity", "wanted, for increase and decrease"},
                  {"explanation", "the action in words"}},
      .rows = [](const PlanView& view) { return view.plan.actions.size(); },
      .row = action_row};
}

}  // namespace kilter::codec
