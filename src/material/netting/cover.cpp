// New orders for what existing supply leaves uncovered: production lots and purchase needs.
#include <algorithm>
#include <tuple>

#include "material/netting/explosion.hpp"
#include "material/netting/lot_sizing.hpp"
#include "plan/work_content.hpp"

namespace kilter::material {

using base::Quantity;
using time::kNever;

void Explosion::cover() {
  to_make_.clear();
  to_buy_.clear();
  for (std::size_t k = 0; k < wants_.size(); ++k) {
    const Requirement& want = wants_[k];
    if (!want.quantity.positive()) continue;
    if (node_.make && !(node_.buy && too_late_to_make(want))) {
      to_make_.push_back(k);
    } else if (node_.buy) {
      to_buy_.push_back(k);
    } else if (const model::Substitute* substitute = switch_of(want)) {
      switch_to(*substitute, want);
    } else {
      fall_short(want, want.quantity);
    }
  }
  plan_purchases();
  plan_lots();
}

namespace {

// Whether a lot may be made for several wants, or leave something over for the next. Else every want has its own as it
// is.
bool shares_lots(const model::Item& item) {
  return item.lot_policy != model::LotPolicy::lot_for_lot || item.lot_minimum.positive() ||
         item.lot_multiple.positive();
}

}  // namespace

// Buying wins only where it is in time and making is not.
bool Explosion::too_late_to_make(const Requirement& want) {
  if (network_.soonest.bought[node_.item.index()] > want.wanted()) return false;
  const Quantity started = plan::start_for(plant_, node_.item, want.quantity);
  const Tick start = network_.routes.latest_starts(node_.item, started, want.need, starts_);
  return start < network_.soonest.components[node_.item.index()];
}

void Explosion::fall_short(const Requirement& want, Quantity missing) {
  const auto expired = [&](const Supply& supply) {
    return supply.left.positive() && supply.expiry <= consumed_at(want);
  };
  const std::span<Supply> supplies = supplies_.of(network_.node(node_.item, node_.site));
  Shortfall shortfall;
  shortfall.demand = want.demand;
  shortfall.demand_index = want.demand_index;
  shortfall.line = want.line;
  shortfall.missing = missing;
  shortfall.item = node_.item;
  if (std::any_of(supplies.begin(), supplies.end(), expired)) {
    shortfall.reason = plan::UnplannedReason::expired;
  } else if (plant_.items[node_.item].source == model::Source::buy) {
    shortfall.reason = plan::UnplannedReason::no_offer;
  }
  shortfalls_.push_back(shortfall);
}

void Explosion::plan_purchases() {
  std::sort(to_buy_.begin(), to_buy_.end(), [&](std::size_t a, std::size_t b) {
    return std::make_tuple(wants_[a].rank, wants_[a].part, wants_[a].need, a) <
           std::make_tuple(wants_[b].rank, wants_[b].part, wants_[b].need, b);
  });
  for (const std::size_t k : to_buy_) {
    const Requirement& want = wants_[k];
    plan_.needs.push_back({.item = node_.item,
                           .site = node_.site,
                           .quantity = want.quantity,
                           .need = want.need,
                           .rank = want.rank,
                           .demand = want.demand,
                           .demand_index = want.demand_index,
                           .line = want.line,
                           .order = want.order});
  }
}

// Orders that wait for money wait with their own lots only.
Tick Explosion::held_until(const Requirement& want) const {
  if (concessions_.held.empty() || !want.order.valid()) return time::kLongAgo;
  return concessions_.held[want.order.index()];
}

// Lots are made together for wants of the same company only. Those who come later may still take what is left over,
// unless they wait for something that the others do not. Who waits to be cleared on a date waits alone.
Explosion::Company Explosion::company(const Requirement& want) const {
  const bool waits =
      want.order.valid() && clearances_.expected(want.order) > 0 && shares_lots(plant_.items[node_.item]);
  return {.held = held_until(want),
          .uncleared = waits ? want.order.index() + 1 : 0,
          .group = concessions_.groups.of(node_.item, {.order = want.order, .part = want.part})};
}

void Explosion::plan_lots() {
  lots_.clear();
  open_lot_ = 0;
  if (!concessions_.held.empty() || (clearances_.any() && shares_lots(plant_.items[node_.item])) ||
      concessions_.groups.divides(node_.item)) {
    std::stable_sort(to_make_.begin(), to_make_.end(),
                     [&](std::size_t a, std::size_t b) { return company(wants_[a]) < company(wants_[b]); });
  }
  for (std::size_t k = 0; k < to_make_.size(); ++k) {
    Requirement& want = wants_[to_make_[k]];
    const bool waits_apart = k > 0 && company(want).waits_apart(company(wants_[to_make_[k - 1]]));
    if (waits_apart || concessions_.apart[node_.item.index()]) open_lot_ = lots_.size();
    take_from_lots(want);
    if (!want.quantity.positive()) continue;
    started_.clear();
    append_lots(plant_, node_.item, batch(k), started_);
    for (const Quantity started : started_) add_order(started, want.wanted());
    take_from_lots(want);
    if (want.quantity.positive()) fall_short(want, want.quantity);  // its lots are too small to yield anything
  }
  for (const Supply& lot : lots_) {
    const plan::ProductionOrderId id(lot.index);
    settle(id, lot);
    explode_order(id, lot.part);
  }
}

// Good units that a new lot for the k-th requirement to be made should give at least.
Quantity Explosion::batch(std::size_t k) const {
  const model::Item& item = plant_.items[node_.item];
  const Quantity own = wants_[to_make_[k]].quantity;
  if (concessions_.apart[node_.item.index()]) return own;
  if (item.lot_policy == model::LotPolicy::period) return wanted_within(k, lot_window(item));
  if (item.lot_policy != model::LotPolicy::economic || concessions_.lean[node_.item.index()]) return own;
  Quantity good = std::max(own, economic_quantity(plant_, node_.item, node_.demand));
  if (concessions_.groups.divides(node_.item)) good = std::min(good, wanted_within(k, kNever));
  return item.shelf_life ? std::min(good, wanted_within(k, later(0, item.shelf_life->count()))) : good;
}

// What is to be made for the k-th requirement and those of its company less than `window` after it.
Quantity Explosion::wanted_within(std::size_t k, Tick window) const {
  Quantity sum = wants_[to_make_[k]].quantity;
  const Tick until = later(wants_[to_make_[k]].wanted(), window);
  const auto own = company(wants_[to_make_[k]]);
  for (++k; k < to_make_.size() && wants_[to_make_[k]].wanted() < until; ++k) {
    if (company(wants_[to_make_[k]]) != own) break;
    sum += wants_[to_make_[k]].quantity;
  }
  return sum;
}

// From the lots of this node that have something left, oldest first; those past their shelf life are passed over for
// good.
void Explosion::take_from_lots(Requirement& want) {
  while (open_lot_ < lots_.size() && want.quantity.positive()) {
    Supply& lot = lots_[open_lot_];
    const bool fresh = lot.at == want.wanted() || want.wanted() < lot.expiry;
    const Quantity quantity = fresh ? std::min(lot.left, want.quantity) : Quantity::zero();
    if (quantity.positive()) {
      peg(lot, quantity, want, plan_.pegs);
      want.quantity -= quantity;
    } else {
      ++open_lot_;
    }
  }
}

void Explosion::add_order(Quantity started, Tick wanted) {
  const model::Item& item = plant_.items[node_.item];
  const plan::ProductionOrderId id = plan_.production_orders.next_id();
  plan::ProductionOrder order;
  order.item = node_.item;
  order.site = node_.site;
  order.quantity = started;
  order.good = plan::good_of(plant_, node_.item, started);
  const plan::PlacementId first = plan_.placements.next_id();
  for (const model::OperationId operation : item.operations) {
    plan::Placement placement;
    placement.order = id;
    placement.operation = operation;
    plan_.placements.push_back(placement);
  }
  order.placements = {first, plan_.placements.next_id()};
  plan_.production_orders.push_back(order);
  Supply lot;
  lot.left = order.good;
  lot.at = wanted;
  lot.expiry = item.shelf_life ? later(wanted, item.shelf_life->count()) : kNever;
  lot.index = id.index();
  lot.kind = plan::SupplyKind::production;
  lots_.push_back(lot);
}

}  // namespace kilter::material
