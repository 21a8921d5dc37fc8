#include "codec/plan/read/read_tables.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::DemandKind;
using kilter::plan::kNever;
using kilter::plan::SupplyKind;

std::uint32_t supply(PlanReading& reading, PlanRows& rows, std::size_t column, SupplyKind kind) {
  switch (kind) {
    case SupplyKind::stock:
      return reading.known(rows, column, reading.names.target(Target::stock, rows.text(column)));
    case SupplyKind::open_purchase:
      return reading.name(rows, column, reading.names.open_purchases);
    case SupplyKind::production:
      return reading.known(rows, column, reading.names.production_order(rows.text(column)));
    case SupplyKind::purchase:
      return reading.known(rows, column, reading.names.purchase(rows.text(column)));
  }
  return 0;
}

std::uint32_t demand(PlanReading& reading, PlanRows& rows, std::size_t column, DemandKind kind) {
  switch (kind) {
    case DemandKind::order:
      return reading.name(rows, column, reading.names.orders);
    case DemandKind::placement:
      return reading.known(rows, column, reading.names.placement(rows.text(column)));
    case DemandKind::safety_stock:
      return reading.name(rows, column, reading.names.items);
  }
  return 0;
}

// The n-th line of the bill of material of what the peg's operation makes.
model::BomLineId bom_line(PlanReading& reading, PlanRows& rows, std::size_t column, const kilter::plan::Peg& peg) {
  if (rows.text(column).empty()) return {};
  if (peg.demand != DemandKind::placement || peg.demand_index >= reading.plan.placements.size()) {
    rows.fault(column, "no-bom-line", "can only stand where the demand is an operation");
    return {};
  }
  const auto& placement = reading.plan.placements[kilter::plan::PlacementId(peg.demand_index)];
  const model::Item* parent = reading.item(reading.plan.production_orders[placement.order].item);
  if (parent == nullptr) return {};
  if (parent->bom.empty()) {
    rows.fault(column, "no-bom-line", "has no place: " + parent->id + " has no bill of material");
    return {};
  }
  return parent->bom.at(reading.counted(rows, column, parent->bom.size()));
}

model::OfferId offer_of(PlanReading& reading, PlanRows& rows, std::size_t column, model::ItemId bought) {
  const model::Item* item = reading.item(bought);
  if (item == nullptr) return {};
  if (item->offers.empty()) {
    rows.fault(column, "no-offer", "has no place: nobody offers " + item->id);
    return {};
  }
  return item->offers.at(reading.counted(rows, column, item->offers.size()));
}

}  // namespace

std::uint32_t PlanReading::known(PlanRows& rows, std::size_t column, std::optional<std::uint32_t> found) {
  if (!found) rows.fault(column, "unknown-name", "names nothing in this plan or plant");
  return found.value_or(0);
}

std::uint32_t PlanReading::name(PlanRows& rows, std::size_t column, const NameIndex& index) const {
  return known(rows, column, names.find(index, rows.text(column)));
}

std::uint32_t PlanReading::optional_name(PlanRows& rows, std::size_t column, const NameIndex& index) const {
  return rows.text(column).empty() ? kNoIndex : name(rows, column, index);
}

std::uint32_t PlanReading::counted(PlanRows& rows, std::size_t column, std::size_t until) {
  return static_cast<std::uint32_t>(rows.integer(column, 1, static_cast<std::int64_t>(until)) - 1);
}

void read_purchases(PlanReading& reading, std::string_view bytes) {
  PlanRows rows("purchases", bytes,
                {"id", "item", "quantity", "order_date", "receipt_date", "unit_price", "total", "freight", "good",
                 "need", "earliest", "site", "offer", "reason"},
                reading.issues);
  const time::Frame& frame = reading.plant.frame;
  while (rows.next()) {
    kilter::plan::Purchase purchase;
    const auto number = reading.names.numbered(reading.names.ids.purchase_prefix(), rows.text(0));
    if (number != reading.plan.purchases.size())
      rows.fault(0, "wrong-number", "is not in its place: purchases are numbered by row");
    purchase.item = model::ItemId(reading.name(rows, 1, reading.names.items));
    purchase.quantity = rows.quantity(2);
    purchase.order_at = rows.moment(3, frame, kNever);
    purchase.receipt_at = rows.moment(4, frame, kNever);
    purchase.unit_price = rows.price(5);
    purchase.goods = rows.money(6);
    purchase.freight = rows.money(7);
    purchase.good = rows.quantity(8);
    purchase.need = rows.moment(9, frame, kNever);
    purchase.earliest = rows.moment(10, frame, kNever);
    purchase.site = id_or_none<model::SiteId>(reading.optional_name(rows, 11, reading.names.sites));
    purchase.offer = offer_of(reading, rows, 12, purchase.item);
    purchase.reason = rows.word<kilter::plan::PurchaseReason>(13);
    reading.plan.purchases.push_back(purchase);
  }
}

void read_pegging(PlanReading& reading, std::string_view bytes) {
  PlanRows rows("pegging", bytes, {"supply_kind", "supply", "demand_kind", "demand", "quantity", "bom_line"},
                reading.issues);
  while (rows.next()) {
    kilter::plan::Peg peg;
    peg.supply = rows.word<SupplyKind>(0);
    peg.supply_index = supply(reading, rows, 1, peg.supply);
    peg.demand = rows.word<DemandKind>(2);
    peg.demand_index = demand(reading, rows, 3, peg.demand);
    peg.quantity = rows.quantity(4);
    peg.line = bom_line(reading, rows, 5, peg);
    reading.plan.pegs.push_back(peg);
  }
}

void read_actions(PlanReading& reading, std::string_view bytes) {
  PlanRows rows("actions", bytes, {"action", "kind", "id", "from", "to", "quantity"}, reading.issues);
  while (rows.next()) {
    kilter::plan::ActionMessage action;
    action.kind = rows.word<kilter::plan::ActionKind>(0);
    action.supply = rows.word<SupplyKind>(1);
    const bool production = action.supply == SupplyKind::production;
    action.index =
        production ? reading.name(rows, 2, reading.names.open_orders) : supply(reading, rows, 2, action.supply);
    action.from = rows.moment(3, reading.plant.frame, kNever);
    action.to = rows.moment(4, reading.plant.frame, kNever);
    if (!rows.text(5).empty()) action.quantity = rows.quantity(5);
    reading.plan.actions.push_back(action);
  }
}

}  // namespace kilter::codec
