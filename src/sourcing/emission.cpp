#include "sourcing/emission.hpp"

#include <algorithm>

#include "sourcing/limits/ties.hpp"

namespace kilter::sourcing {

using base::Quantity;
using plan::Purchase;
using plan::PurchaseId;
using plan::PurchaseReason;
using plan::UnplannedReason;

namespace {

constexpr Quantity kLeast = Quantity::micros(1);

}  // namespace

void Emission::emit(Group& group) {
  sort_choices(group);
  const std::size_t first = plan_.purchases.size();
  for (const Choice& choice : group.choices) add_purchases(group, choice);
  std::vector<Receipt> receipts;
  for (std::size_t i = first; i < plan_.purchases.size(); ++i) {
    const Purchase& purchase = plan_.purchases[PurchaseId(i)];
    receipts.push_back({.at = purchase.receipt_at, .good = purchase.good});
  }
  std::vector<OpenNeed> open = all_needs(needs_, group);
  std::vector<Purpose> purposes(receipts.size());
  const std::optional<time::Duration>& life = plant_.items[needs_[group.first].item].shelf_life;
  for (const Served& part : assign(needs_, group.wanted, receipts, life)) {
    const std::size_t at = group.wanted[part.open].need;
    const material::PurchaseNeed& need = needs_[at];
    const PurchaseId id(first + part.receipt);
    Purchase& purchase = plan_.purchases[id];
    purchase.need = std::min(purchase.need, need.need);
    ++purposes[part.receipt].needs;
    purposes[part.receipt].served += part.quantity;
    plan_.pegs.push_back({.supply = plan::SupplyKind::purchase,
                          .demand = need.demand,
                          .supply_index = id.index(),
                          .demand_index = need.demand_index,
                          .line = need.line,
                          .quantity = part.quantity});
    open[at - group.first].quantity -= part.quantity;
  }
  for (std::size_t i = 0; i < purposes.size(); ++i) {
    Purchase& purchase = plan_.purchases[PurchaseId(first + i)];
    purchase.reason = reason(group, purchase, purposes[i]);
  }
  for (const OpenNeed& rest : open) {
    if (rest.quantity.positive()) plan_.unsourced.push_back({rest.need, rest.quantity, why_open(group)});
  }
}

void Emission::add_purchases(const Group& group, const Choice& choice) {
  const Terms& terms = group.terms[choice.terms];
  const material::PurchaseNeed& need = needs_[group.first];
  Purchase purchase;
  purchase.item = need.item;
  purchase.site = need.site;
  purchase.offer = terms.id;
  purchase.order_at = choice.order_at;
  purchase.receipt_at = choice.receipt;
  purchase.earliest = is_tied(ledger_, *terms.offer)
                          ? earliest_within_limits(ledger_, *terms.offer, terms.dates, choice.receipt)
                          : terms.dates.earliest();
  purchase.freight = terms.offer->order_cost;
  for (std::int64_t piece = 0; piece < choice.lot.pieces(); ++piece) {
    const Quantity quantity = piece < choice.lot.full_count ? choice.lot.full : choice.lot.last;
    purchase.quantity = quantity;
    purchase.good = terms.rule.good_of(quantity);
    purchase.unit_price = terms.offer->price_for(quantity);
    purchase.goods = purchase.unit_price.times(quantity);
    if (choice.limited) purchase.reason = limit_reason(*terms.offer);
    plan_.purchases.push_back(purchase);
  }
}

PurchaseReason Emission::limit_reason(const model::Offer& offer) const {
  return ledger_.limited(offer.vendor) ? PurchaseReason::capacity : PurchaseReason::budget;
}

PurchaseReason Emission::reason(const Group& group, const Purchase& purchase, const Purpose& purpose) const {
  if (purchase.reason != PurchaseReason::cheapest) return purchase.reason;
  const model::Offer& offer = plant_.offers[purchase.offer];
  const Quantity needed = LotRule(plant_.items[purchase.item], offer).cover(std::max(purpose.served, kLeast)).ordered;
  if (purchase.unit_price < offer.price_for(needed)) return PurchaseReason::price_break;
  if (group.terms.size() == 1) return PurchaseReason::only_offer;
  for (const Terms& other : group.terms) {
    const bool cheaper = other.offer->price_for(purchase.quantity) < purchase.unit_price;
    if (!cheaper) continue;
    if (other.dates.by(purchase.receipt_at) > purchase.receipt_at) return PurchaseReason::in_time;
    if (is_full(other.offer->vendor, purchase)) return PurchaseReason::capacity;
  }
  return purpose.needs > 1 ? PurchaseReason::combined : PurchaseReason::cheapest;
}

bool Emission::is_full(model::VendorId vendor, const Purchase& purchase) const {
  return ledger_.limited(vendor) &&
         ledger_.vendor_room(vendor, ledger_.week_of(purchase.receipt_at)) < purchase.quantity.raw();
}

UnplannedReason Emission::why_open(const Group& group) const {
  if (group.terms.empty()) return UnplannedReason::no_offer;
  if (earliest_receipt(group.terms) == time::kNever) {
    const bool over =
        std::all_of(group.terms.begin(), group.terms.end(), [](const Terms& terms) { return terms.dates.expired(); });
    return over ? UnplannedReason::no_offer : UnplannedReason::beyond_horizon;
  }
  if (group.met_budget_limit) return UnplannedReason::budget_cap;
  return group.met_vendor_limit ? UnplannedReason::vendor_capacity : UnplannedReason::beyond_horizon;
}

}  // namespace kilter::sourcing
