#include "coordinate/receipts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "coordinate/decide/expiry.hpp"
#include "material/explode.hpp"
#include "sourcing/source.hpp"

namespace kilter::coordinate {
namespace {

using plan::DemandKind;
using plan::Peg;
using plan::Purchase;
using plan::PurchaseId;
using plan::SupplyKind;
using sourcing::ReceiptWish;
using time::Tick;

constexpr Tick kDay = 86'400;

const std::optional<model::Duration>& life_of(const model::Plant& plant, const Purchase& purchase) {
  return plant.items[purchase.item].shelf_life;
}

// Narrows a wish so that it suits one more peg. Goods for customer orders come by the due date.
void add_use(const model::Plant& plant, const plan::Plan& plan, const Peg& peg, Tick used, ReceiptWish& wish) {
  const Purchase& purchase = plan.purchases[PurchaseId(peg.supply_index)];
  if (peg.demand == DemandKind::safety_stock) {
    wish.by = std::min(wish.by, purchase.receipt_at);
    return;
  }
  const bool ordered = peg.demand == DemandKind::order;
  wish.by =
      std::min(wish.by, ordered ? plant.frame.tick(plant.orders[model::OrderId(peg.demand_index)].due()) : used - kDay);
  const std::optional<model::Duration>& life = life_of(plant, purchase);
  if (!life) return;
  const std::int64_t fresh = std::max<std::int64_t>(time::kLongAgo, used - life->count());
  wish.fresh_from = std::max(wish.fresh_from, static_cast<Tick>(fresh));
  wish.latest = std::min(wish.latest, used);
}

std::vector<ReceiptWish> wishes_of(const model::Plant& plant, const plan::Plan& plan, const std::vector<Tick>& used) {
  std::vector<ReceiptWish> wishes(plan.purchases.size());
  for (const plan::PegId id : base::ids_of(plan.pegs)) {
    const Peg& peg = plan.pegs[id];
    if (peg.supply == SupplyKind::purchase) add_use(plant, plan, peg, used[id.index()], wishes[peg.supply_index]);
  }
  return wishes;
}

// The pegs' demands as needs at the dates of the schedule.
std::vector<material::PurchaseNeed> needs_of(const plan::Plan& plan, const std::vector<plan::PegId>& pegs,
                                             const std::vector<Tick>& used) {
  std::vector<material::PurchaseNeed> needs;
  for (const plan::PegId id : pegs) {
    const Peg& peg = plan.pegs[id];
    const Purchase& purchase = plan.purchases[PurchaseId(peg.supply_index)];
    model::OrderId order;
    if (peg.demand == DemandKind::order) order = model::OrderId(peg.demand_index);
    if (peg.demand == DemandKind::placement)
      order = plan.production_orders[plan.placements[plan::PlacementId(peg.demand_index)].order].for_order;
    needs.push_back({.item = purchase.item,
                     .site = purchase.site,
                     .quantity = peg.quantity,
                     .need = peg.demand == DemandKind::safety_stock ? purchase.receipt_at : used[id.index()],
                     .demand = peg.demand,
                     .demand_index = peg.demand_index,
                     .line = peg.line,
                     .order = order});
  }
  std::stable_sort(needs.begin(), needs.end(), [](const auto& a, const auto& b) { return a.need < b.need; });
  for (std::uint32_t rank = 0; rank < needs.size(); ++rank) needs[rank].rank = rank;
  return needs;
}

// Whether every need gets all of it, in time and fresh.
bool serves(const model::Plant& plant, const std::vector<material::PurchaseNeed>& needs,
            const sourcing::PurchasePlan& bought) {
  if (!bought.unsourced.empty()) return false;
  std::map<std::tuple<DemandKind, std::uint32_t, model::BomLineId>, Tick> used;
  for (const material::PurchaseNeed& need : needs) used[{need.demand, need.demand_index, need.line}] = need.need;
  return std::all_of(bought.pegs.begin(), bought.pegs.end(), [&](const Peg& peg) {
    if (peg.demand == DemandKind::safety_stock) return true;
    const Purchase& purchase = bought.purchases[PurchaseId(peg.supply_index)];
    const Tick at = used.at({peg.demand, peg.demand_index, peg.line});
    return purchase.receipt_at <= at && at - std::int64_t{purchase.receipt_at} <= life_of(plant, purchase)->count();
  });
}

// Puts `bought` in the place of the plan's purchases of one item at one site.
void replace(const Purchase& like, const sourcing::PurchasePlan& bought, plan::Plan& plan) {
  base::IndexedVector<PurchaseId, Purchase> purchases;
  std::vector<std::uint32_t> moved(plan.purchases.size(), 0);
  const auto same = [&](const Purchase& other) { return other.item == like.item && other.site == like.site; };
  for (const PurchaseId id : base::ids_of(plan.purchases)) {
    if (!same(plan.purchases[id])) moved[id.index()] = purchases.push_back(plan.purchases[id]).index();
  }
  base::IndexedVector<plan::PegId, Peg> pegs;
  for (Peg peg : plan.pegs) {
    if (peg.supply == SupplyKind::purchase) {
      if (same(plan.purchases[PurchaseId(peg.supply_index)])) continue;
      peg.supply_index = moved[peg.supply_index];
    }
    pegs.push_back(peg);
  }
  const auto first = static_cast<std::uint32_t>(purchases.size());
  for (const Purchase& purchase : bought.purchases) purchases.push_back(purchase);
  for (Peg peg : bought.pegs) {
    peg.supply_index += first;
    pegs.push_back(peg);
  }
  plan.purchases = std::move(purchases);
  plan.pegs = std::move(pegs);
}

// Buys an item at a site anew, for the dates at which the schedule uses it. False: that does not help.
bool buy_anew(const model::Plant& plant, const Purchase& like, plan::Plan& plan) {
  const std::vector<Tick> used = uses_of(plant, plan);
  std::vector<plan::PegId> pegs;
  for (const plan::PegId id : base::ids_of(plan.pegs)) {
    const Peg& peg = plan.pegs[id];
    if (peg.supply != SupplyKind::purchase) continue;
    const Purchase& purchase = plan.purchases[PurchaseId(peg.supply_index)];
    if (purchase.item == like.item && purchase.site == like.site) pegs.push_back(id);
  }
  std::vector<Purchase> kept;
  for (const Purchase& purchase : plan.purchases) {
    if (purchase.item != like.item || purchase.site != like.site) kept.push_back(purchase);
  }
  const std::vector<material::PurchaseNeed> needs = needs_of(plan, pegs, used);
  const sourcing::PurchasePlan bought = sourcing::source(plant, needs, kept);
  if (!serves(plant, needs, bought)) return false;
  replace(like, bought, plan);
  return true;
}

using Place = std::pair<model::ItemId, model::SiteId>;

// A purchase that is too old for one of its uses, of an item and site that were not looked at yet.
PurchaseId spoiled(const model::Plant& plant, const plan::Plan& plan, const std::set<Place>& seen) {
  for (const plan::PegId id : expired_pegs(plant, plan)) {
    const Peg& peg = plan.pegs[id];
    if (peg.supply != SupplyKind::purchase) continue;
    const Purchase& purchase = plan.purchases[PurchaseId(peg.supply_index)];
    if (!seen.contains({purchase.item, purchase.site})) return PurchaseId(peg.supply_index);
  }
  return {};
}

}  // namespace

void settle_receipts(const model::Plant& plant, plan::Plan& plan) {
  sourcing::postpone(plant, wishes_of(plant, plan, uses_of(plant, plan)), plan);
  const bool perishable = std::any_of(plan.purchases.begin(), plan.purchases.end(),
                                      [&](const Purchase& purchase) { return life_of(plant, purchase).has_value(); });
  if (!perishable) return;
  bool anew = false;
  std::set<Place> seen;
  for (PurchaseId id = spoiled(plant, plan, seen); id.valid(); id = spoiled(plant, plan, seen)) {
    const Purchase like = plan.purchases[id];
    seen.insert({like.item, like.site});
    if (buy_anew(plant, like, plan)) anew = true;
  }
  if (anew) sourcing::postpone(plant, wishes_of(plant, plan, uses_of(plant, plan)), plan);
}

}  // namespace kilter::coordinate
