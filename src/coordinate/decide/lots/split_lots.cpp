#include "coordinate/decide/lots/split_lots.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "coordinate/decide/caps.hpp"
#include "coordinate/decide/lots/material_reach.hpp"
#include "coordinate/finish.hpp"
#include "coordinate/model/supply_dates.hpp"
#include "plan/better.hpp"
#include "plan/penalty.hpp"
#include "plan/work_content.hpp"

namespace kilter::coordinate {
namespace {

using base::Quantity;
using material::OrderPart;
using model::ItemId;
using model::OrderId;
using plan::ProductionOrderId;
using time::Tick;

// Material dates before the last that a lot may be split at: the latest ones, since what comes last holds up most.
constexpr std::size_t kDatesPerLot = 4;
// Millionths of a unit that a share of a lot may be rounded up by, for what a double cannot say.
constexpr double kSlack = 0.5;

// Orders that lots of these items are made apart for, and the lateness that this should spare, in money. Of `parted`,
// if any, `first` is wanted as a part of its own.
struct Split {
  std::vector<ItemId> items;
  std::vector<OrderPart> later;
  OrderId parted;
  Quantity first;
  std::int64_t spared = 0;
  [[nodiscard]] bool same_as(const Split& other) const {
    return items == other.items && later == other.later && parted == other.parted && first == other.first;
  }
};

// Only these lots are made for several wants by choice.
bool shares_lots(const model::Item& item) {
  return item.lot_policy == model::LotPolicy::period || item.lot_policy == model::LotPolicy::economic;
}

// A part of what a lot makes: for which order, when it is wanted.
struct Share {
  OrderId order;
  Tick need = 0;
  std::uint32_t rank = 0;
  double quantity = 0;
};

class SplitFinder {
 public:
  SplitFinder(const model::Plant& plant, Cancel cancel, const Proposal& proposal)
      : plant_(plant),
        cancel_(cancel),
        proposal_(proposal),
        plan_(proposal.plan),
        pegs_(plant, proposal.plan),
        reach_(plant, proposal.plan, pegs_),
        lateness_(lateness_of(plant, proposal)) {}

  // What is worth trying, best first; what was found so far when asked to stop.
  std::vector<Split> find() {
    for (const ProductionOrderId id : base::ids_of(plan_.production_orders)) {
      if (cancelled(cancel_)) break;
      const plan::ProductionOrder& lot = plan_.production_orders[id];
      if (!lot.open.valid() && shares_lots(plant_.items[lot.item])) look_at(id);
    }
    for (const OrderId id : base::ids_of(plant_.orders)) {
      if (cancelled(cancel_)) break;
      if (plant_.orders[id].partial && lateness(id) > 0 && !parted(id)) look_at(id);
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Split& a, const Split& b) { return a.spared > b.spared; });
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool parted(OrderId order) const {
    const std::vector<Quantity>& first = proposal_.allocation.first_part;
    return !first.empty() && first[order.index()].positive();
  }
  [[nodiscard]] Tick lateness(OrderId order) const { return order.valid() ? lateness_[order.index()] : 0; }

  void look_at(ProductionOrderId lot) {
    std::vector<Share> shares = shares_of(lot);
    const auto is_late = [this](const Share& share) { return lateness(share.order) > 0; };
    const auto other = [&](const Share& share) { return share.order != shares.front().order; };
    if (std::none_of(shares.begin(), shares.end(), is_late) || std::none_of(shares.begin(), shares.end(), other))
      return;
    const std::vector<Tick> dates = reach_.dates(lot);
    if (dates.size() < 2) return;
    std::stable_sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) {
      return std::make_tuple(a.need, a.rank) < std::make_tuple(b.need, b.rank);
    });
    look_at_dates(lot, shares, dates);
    std::stable_sort(shares.begin(), shares.end(), [](const Share& a, const Share& b) { return a.rank < b.rank; });
    look_at_dates(lot, shares, dates);
  }

  void look_at_dates(ProductionOrderId lot, const std::vector<Share>& shares, const std::vector<Tick>& dates) {
    Split best;
    const std::size_t first = dates.size() - 1 - std::min(kDatesPerLot, dates.size() - 1);
    for (std::size_t k = first; k + 1 < dates.size(); ++k) {
      Split split = split_at(lot, shares, dates[k], dates.back());
      if (split.spared > best.spared) best = std::move(split);
    }
    const auto known = [&](const Split& split) { return split.same_as(best); };
    if (best.spared > 0 && std::none_of(found_.begin(), found_.end(), known)) found_.push_back(std::move(best));
  }

  [[nodiscard]] std::vector<Share> shares_of(ProductionOrderId lot) const {
    std::vector<Share> shares;
    for (const plan::PegId id : pegs_.out_of(lot)) {
      const plan::Peg& peg = plan_.pegs[id];
      Share share{.need = time::kNever, .rank = static_cast<std::uint32_t>(-1)};
      share.quantity = static_cast<double>(peg.quantity.raw());
      if (peg.demand == plan::DemandKind::order) {
        share.order = OrderId(peg.demand_index);
        share.need = plant_.frame.tick(plant_.orders[share.order].due());
      } else if (peg.demand == plan::DemandKind::placement) {
        const plan::PlacementId placement(peg.demand_index);
        share.order = plan_.production_orders[plan_.placements[placement].order].for_order;
        share.need = plan_.production_orders[plan_.placements[placement].order].need;
      }
      if (share.order.valid()) share.rank = proposal_.allocation.ranks[share.order.index()];
      shares.push_back(share);
    }
    return shares;
  }

  // The first shares, as many as what is there `at` does for, are made apart from the rest, which waits until `last`.
  [[nodiscard]] Split split_at(ProductionOrderId lot, const std::vector<Share>& shares, Tick at, Tick last) const {
    Split split;
    double room = reach_.share_by(lot, at) * static_cast<double>(plan_.production_orders[lot].good.raw());
    std::set<OrderId> early;
    std::size_t k = 0;
    for (; k < shares.size() && shares[k].order.valid() && shares[k].quantity <= room + kSlack; ++k) {
      room -= shares[k].quantity;
      if (early.insert(shares[k].order).second) split.spared += spared(shares[k].order, last - at);
    }
    std::set<OrderPart> later;
    for (; k < shares.size(); ++k) {
      if (early.count(shares[k].order) == 0) later.insert({.order = shares[k].order});
    }
    if (later.empty()) return {};
    split.later.assign(later.begin(), later.end());
    std::set<ItemId> items;
    add_waiting(lot, at, items);
    split.items.assign(items.begin(), items.end());
    return split;
  }

  // Items of the lot and of those below it that wait beyond `at`, where they are made for several wants.
  void add_waiting(ProductionOrderId lot, Tick at, std::set<ItemId>& items) const {
    for (const ProductionOrderId waiting : reach_.waiting(lot, at)) {
      const ItemId item = plan_.production_orders[waiting].item;
      if (shares_lots(plant_.items[item])) items.insert(item);
    }
  }

  // An order that may be shipped in parts.
  void look_at(OrderId order) {
    std::set<Tick> all;
    for (const plan::PegId id : pegs_.into(order)) {
      const plan::Peg& peg = plan_.pegs[id];
      if (peg.supply != plan::SupplyKind::production) continue;
      for (const Tick date : reach_.dates(ProductionOrderId(peg.supply_index))) all.insert(date);
    }
    const std::vector<Tick> dates(all.begin(), all.end());
    if (dates.size() < 2) return;
    Split best;
    const std::size_t first = dates.size() - 1 - std::min(kDatesPerLot, dates.size() - 1);
    for (std::size_t k = first; k + 1 < dates.size(); ++k) {
      Split split = part_at(order, dates[k], dates.back());
      if (split.spared > best.spared) best = std::move(split);
    }
    if (best.spared > 0) found_.push_back(std::move(best));
  }

  // The first part is what all that serves the order could bring with what is there `at`.
  [[nodiscard]] Split part_at(OrderId id, Tick at, Tick last) const {
    const model::CustomerOrder& order = plant_.orders[id];
    Quantity first;
    Quantity freed;  // of that, what a lot would wait with until `last`
    std::set<ItemId> items;
    for (const plan::PegId peg_id : pegs_.into(id)) {
      const plan::Peg& peg = plan_.pegs[peg_id];
      const Quantity early = early_part(peg, at);
      first += early;
      if (!early.positive() || early == peg.quantity) continue;
      freed += early;
      add_waiting(ProductionOrderId(peg.supply_index), at, items);
    }
    if (order.quantity.raw() % base::kMicro == 0) first = Quantity::micros(first.raw() / base::kMicro * base::kMicro);
    if (!freed.positive() || !first.positive()) return {};
    const std::int64_t whole = spared(id, last - at);
    return {.items = {items.begin(), items.end()},
            .later = {{.order = id, .part = 1}},
            .parted = id,
            .first = first,
            .spared = base::mul_div_floor(whole, freed.raw(), order.quantity.raw())};
  }

  // What a supply of a customer order could bring of the peg by then; of a lot as much as its rules allow.
  [[nodiscard]] Quantity early_part(const plan::Peg& peg, Tick at) const {
    if (peg.supply != plan::SupplyKind::production) {
      return available_at(plant_, plan_, peg) <= at ? peg.quantity : Quantity::zero();
    }
    const ProductionOrderId id(peg.supply_index);
    const plan::ProductionOrder& lot = plan_.production_orders[id];
    const double share = reach_.share_by(id, at);
    if (share >= 1.0) return peg.quantity;
    if (lot.open.valid()) return Quantity::zero();
    const model::Item& item = plant_.items[lot.item];
    auto started =
        Quantity::micros(static_cast<std::int64_t>(share * static_cast<double>(lot.quantity.raw()) + kSlack));
    const Quantity step = item.lot_step();
    if (step.positive()) started = Quantity::micros(started.raw() / step.raw() * step.raw());
    if (!started.positive() || started < item.lot_minimum) return Quantity::zero();
    return std::min(peg.quantity, plan::good_of(plant_, lot.item, started));
  }

  [[nodiscard]] std::int64_t spared(OrderId order, Tick earlier) const {
    return plan::penalty(plant_, plant_.orders[order], std::min(lateness(order), earlier)).raw();
  }

  const model::Plant& plant_;
  Cancel cancel_;
  const Proposal& proposal_;
  const plan::Plan& plan_;
  plan::PegIndex pegs_;
  MaterialReach reach_;
  std::vector<Tick> lateness_;
  std::vector<Split> found_;
};

bool any_to_split(const model::Plant& plant) {
  return std::any_of(plant.items.begin(), plant.items.end(), shares_lots) ||
         std::any_of(plant.orders.begin(), plant.orders.end(),
                     [](const model::CustomerOrder& order) { return order.partial; });
}

void apply(const model::Plant& plant, const Split& split, AllocationOrder& allocation) {
  allocation.groups.set_apart(split.items, split.later);
  if (!split.parted.valid()) return;
  allocation.first_part.resize(plant.orders.size());
  allocation.first_part[split.parted.index()] = split.first;
}

}  // namespace

void split_lots(const model::Plant& plant, int trials, Cancel cancel, Proposal& proposal) {
  if (!any_to_split(plant) || cancelled(cancel)) return;
  std::vector<Split> tried;
  std::vector<Split> found = SplitFinder(plant, cancel, proposal).find();
  if (found.empty()) return;
  plan::Plan best = costed(plant, proposal);
  for (std::size_t next = 0; next < found.size() && trials > 0 && !cancelled(cancel); ++next) {
    const Split split = found[next];
    if (std::any_of(tried.begin(), tried.end(), [&](const Split& known) { return known.same_as(split); })) continue;
    tried.push_back(split);
    --trials;
    AllocationOrder allocation = proposal.allocation;
    apply(plant, split, allocation);
    Proposal trial = propose(plant, allocation, Effort::policy_grid, cancel);
    if (trial.solution.score.unplaced > 0) continue;
    plan::Plan plan = costed(plant, trial);
    if (!plan::better(plant, plan, best)) continue;
    if (!exceeded_caps(plant, plan).empty() && exceeded_caps(plant, best).empty()) continue;
    best = std::move(plan);
    proposal = std::move(trial);
    found = SplitFinder(plant, cancel, proposal).find();
    next = static_cast<std::size_t>(-1);
  }
}

}  // namespace kilter::coordinate
