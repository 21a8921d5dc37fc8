#include <algorithm>
#include <map>
#include <tuple>

#include "sourcing/source.hpp"

namespace kilter::sourcing {
namespace {

using plan::Purchase;
using plan::PurchaseId;

bool may_merge(const model::Offer& offer, const Purchase& a, const Purchase& b) {
  return offer.maximum.is_zero() || a.quantity + b.quantity <= offer.maximum;
}

void absorb(const model::Plant& plant, Purchase& kept, const Purchase& twin) {
  const model::Offer& offer = plant.offers[kept.offer];
  kept.quantity += twin.quantity;
  kept.good = kept.quantity.times_floor(plant.items[kept.item].yield);
  kept.need = std::min(kept.need, twin.need);
  kept.earliest = std::max(kept.earliest, twin.earliest);
  kept.unit_price = offer.price_for(kept.quantity);
  kept.goods = kept.unit_price.times(kept.quantity);
  if (kept.reason == plan::PurchaseReason::cheapest) kept.reason = plan::PurchaseReason::combined;
}

// By PurchaseId index: whether something is pegged to it.
std::vector<bool> pegged(const plan::Plan& plan) {
  std::vector<bool> used(plan.purchases.size(), false);
  for (const plan::Peg& peg : plan.pegs) {
    if (peg.supply == plan::SupplyKind::purchase) used[peg.supply_index] = true;
  }
  return used;
}

}  // namespace

void merge_twins(const model::Plant& plant, plan::Plan& plan) {
  using Twin = std::tuple<std::uint32_t, std::uint32_t, time::Tick, time::Tick>;
  std::map<Twin, PurchaseId> first;
  base::IndexedVector<PurchaseId, Purchase> kept;
  std::vector<std::uint32_t> moved_to;
  const std::vector<bool> used = pegged(plan);
  for (const Purchase& purchase : plan.purchases) {
    if (!used[moved_to.size()]) {
      moved_to.push_back(0);
      continue;
    }
    const model::Offer& offer = plant.offers[purchase.offer];
    const Twin key{purchase.offer.index(), purchase.site.index(), purchase.order_at, purchase.receipt_at};
    const auto [known, is_new] = first.try_emplace(key, kept.next_id());
    if (!is_new && may_merge(offer, kept[known->second], purchase)) {
      absorb(plant, kept[known->second], purchase);
      moved_to.push_back(known->second.index());
      continue;
    }
    known->second = kept.next_id();
    moved_to.push_back(kept.next_id().index());
    kept.push_back(purchase);
  }
  if (kept.size() == plan.purchases.size()) return;
  plan.purchases = std::move(kept);
  for (plan::Peg& peg : plan.pegs) {
    if (peg.supply == plan::SupplyKind::purchase) peg.supply_index = moved_to[peg.supply_index];
  }
}

}  // namespace kilter::sourcing
