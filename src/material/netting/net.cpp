// Time-phased netting of one item at one site against what is there or under way.
//
// Who takes what decides lateness only where a new order would come too late. Those demands choose first, in rank
// sequence, and take the latest supply that is in time for them, so that a high rank does not lock up stock that a
// lower one needs earlier. All others are served in need date sequence, earliest supply first, which matches supply and
// demand with the least maximum lateness (Jackson 1955).
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "material/netting/explosion.hpp"
#include "plan/work_content.hpp"

namespace kilter::material {

using base::Quantity;
using time::kNever;

// Tick at which an order for the want, given now, could be done; its own wanted date when that is in time. kNever: no
// source.
Tick Explosion::new_supply_at(const Requirement& want) {
  Tick soonest = node_.buy ? std::max(want.wanted(), network_.soonest.bought[node_.item.index()]) : kNever;
  const Tick components = network_.soonest.components[node_.item.index()];
  if (node_.make && components != kNever) {
    const Quantity started = plan::start_for(plant_, node_.item, want.quantity);
    const Tick start = network_.routes.latest_starts(node_.item, started, want.need, starts_);
    const Tick delay = start >= components ? 0 : components - start;
    soonest = std::min(soonest, std::max(want.wanted(), later(want.need, delay)));
  }
  return soonest;
}

Tick Explosion::consumed_at(const Requirement& want) const {
  if (!want.order.valid()) return want.wanted();
  return std::max(later(want.wanted(), concessions_.delay[want.order.index()]), clearances_.expected(want.order));
}

void Explosion::net(std::span<Supply> supplies) {
  gross_.clear();
  const bool keeps_safety = plant_.items[node_.item].safety_stock.positive();
  if (keeps_safety) {
    for (const Requirement& want : wants_) gross_.push_back(want.quantity);
  }
  const bool scarce = !node_.sourced();
  if (supplies.empty() && !scarce && !keeps_safety) {
    take_substitutes();
    return;
  }
  const std::vector<Supply> before(supplies.begin(), keeps_safety ? supplies.end() : supplies.begin());
  keep_pegs(supplies);
  Allocation allocation(supplies, plan_.pegs);
  net_urgent_first(allocation);
  if (!scarce) take_substitutes();
  if (keeps_safety) net_safety_stock(allocation, before);
}

// What is still to be made is made in time to keep, unless a schedule has shown that it is not.
bool Explosion::keeps_for(const Supply& supply, const Requirement& want) const {
  const bool delayed = want.order.valid() && concessions_.delay[want.order.index()] > 0;
  if (supply.kind == plan::SupplyKind::production && supply.at > 0 && !delayed) return true;
  return supply.expiry > consumed_at(want);
}

// What an earlier plan promised goes first, as long as it keeps, and comes no later than a purchase could be had anew.
void Explosion::keep_pegs(std::span<Supply> supplies) {
  if (kept_.empty()) return;
  std::map<std::pair<plan::SupplyKind, std::uint32_t>, Supply*> there;
  for (Supply& supply : supplies) there.emplace(std::pair(supply.kind, supply.index), &supply);
  for (Requirement& want : wants_) {
    for (KeptPegs::Left& kept : kept_.of(want)) {
      const auto found = there.find({kept.supply, kept.supply_index});
      if (found == there.end() || !keeps_for(*found->second, want)) continue;
      Supply& supply = *found->second;
      const bool may_be_late = supply.kind != plan::SupplyKind::open_purchase || supply.at <= want.wanted();
      if (!may_be_late && supply.at > new_supply_at(want)) continue;
      const Quantity quantity = std::min({kept.quantity, supply.left, want.quantity});
      if (!quantity.positive()) continue;
      peg(supply, quantity, want, plan_.pegs);
      want.quantity -= quantity;
      kept.quantity -= quantity;
    }
  }
}

void Explosion::net_urgent_first(Allocation& allocation) {
  new_at_.resize(wants_.size());
  urgent_.clear();
  for (std::size_t k = 0; k < wants_.size(); ++k) {
    if (allocation.any_reserved()) {
      allocation.take_reserved({.requirement = wants_[k], .consumed = consumed_at(wants_[k]), .patience = kNever});
    }
    new_at_[k] = new_supply_at(wants_[k]);
    if (new_at_[k] > wants_[k].wanted()) urgent_.push_back(k);
  }
  std::stable_sort(urgent_.begin(), urgent_.end(), [&](std::size_t a, std::size_t b) {
    return std::make_tuple(wants_[a].rank, wants_[a].part) < std::make_tuple(wants_[b].rank, wants_[b].part);
  });
  for (const std::size_t k : urgent_) {
    if (node_.sourced() || switch_of(wants_[k]) != nullptr) {
      take_existing(allocation, k, true);
    } else {
      net_scarce(allocation, wants_[k]);
    }
  }
  for (std::size_t k = 0; k < wants_.size(); ++k) take_existing(allocation, k, false);
}

// Nothing more can come: all or nothing, unless the customer takes parts. What a want cannot use stays for the next.
void Explosion::net_scarce(Allocation& allocation, Requirement& want) {
  const Wish wish{.requirement = want, .consumed = consumed_at(want), .patience = kNever};
  const bool partial = !want.order.valid() || plant_.orders[want.order].partial;
  const Quantity missing = want.quantity - allocation.obtainable(wish) - substitutable(want);
  if (partial || !missing.positive()) {
    allocation.take_latest(wish);
    for (const model::Substitute& substitute : substitutes_of(want)) take_substitute(want, substitute);
    if (want.quantity.positive()) fall_short(want, want.quantity);
  } else {
    fall_short(want, missing);
  }
  want.quantity = Quantity::zero();
}

void Explosion::take_existing(Allocation& allocation, std::size_t k, bool urgent) {
  Requirement& want = wants_[k];
  if (!want.quantity.positive()) return;
  const Wish wish{.requirement = want, .consumed = consumed_at(want), .patience = std::max(want.wanted(), new_at_[k])};
  if (urgent) {
    allocation.take_latest(wish);
  } else {
    allocation.take_earliest(wish);
  }
}

// Safety stock is the last to be served from what is there, and only from what lasts: to the horizon, or as long as
// what were made or bought today would. What is missing is wanted from the day on which real demand, or expiry, first
// takes the projected stock below it.
void Explosion::net_safety_stock(Allocation& allocation, const std::vector<Supply>& before) {
  const model::Item& item = plant_.items[node_.item];
  if (concessions_.safety_dropped[node_.item.index()]) return;
  const bool used_here = !wants_.empty() || !before.empty() || plant_.sites.size() == 1 || item.make_site == node_.site;
  if (!used_here) return;
  Requirement safety;
  safety.quantity = item.safety_stock;
  safety.need = falls_below(item.safety_stock, before);
  const Tick horizon = plant_.frame.tick(plant_.policy.horizon);
  const Tick lasting = item.shelf_life ? std::min(horizon, later(0, item.shelf_life->count() - 1)) : horizon;
  safety.demand = plan::DemandKind::safety_stock;
  safety.demand_index = node_.item.index();
  allocation.take_earliest({.requirement = safety, .consumed = lasting, .patience = kNever});
  if (!safety.quantity.positive()) return;
  if (safety.need == kNever) safety.need = 0;
  const auto place = std::upper_bound(wants_.begin(), wants_.end(), safety.wanted(),
                                      [](Tick wanted, const Requirement& want) { return wanted < want.wanted(); });
  wants_.insert(place, safety);
}

// First date at which the supplies `before` netting, less what was taken from them and what is left of them when it
// expires, are below `level`; kNever when they never are.
Tick Explosion::falls_below(Quantity level, const std::vector<Supply>& before) {
  struct Change {
    Tick at;
    std::int64_t quantity;
  };
  std::vector<Change> changes{{0, 0}};
  for (const Supply& supply : before) changes.push_back({supply.at, supply.left.raw()});
  for (const Supply& supply : supplies_.of(network_.node(node_.item, node_.site))) {
    if (supply.expiry != kNever && supply.left.positive()) changes.push_back({supply.expiry, -supply.left.raw()});
  }
  for (std::size_t k = 0; k < wants_.size(); ++k) {
    const Quantity taken = gross_[k] - wants_[k].quantity;
    if (taken.positive()) changes.push_back({wants_[k].wanted(), -taken.raw()});
  }
  std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.at < b.at; });
  std::int64_t balance = 0;
  for (std::size_t k = 0; k < changes.size(); ++k) {
    balance += changes[k].quantity;
    const bool day_over = k + 1 == changes.size() || changes[k + 1].at != changes[k].at;
    if (day_over && balance < level.raw()) return changes[k].at;
  }
  return kNever;
}

}  // namespace kilter::material
