#include "check/explain/outside_links.hpp"

#include <algorithm>
#include <span>

#include "check/explain/held_links.hpp"
#include "check/facts/supply.hpp"

namespace kilter::check {
namespace {

using plan::LateCause;
using plan::LateLink;

class OutsideLinks {
 public:
  OutsideLinks(const Outside& outside, const HeldLinks& held, const plan::LateChain& chain)
      : outside_(outside), held_(held), facts_(outside.facts), plan_(facts_.plan), chain_(chain) {}

  [[nodiscard]] bool holds(std::size_t at) const {
    const LateLink& link = chain_.links[at];
    const Tick due = facts_.plant.frame.tick(facts_.plant.orders[chain_.order].due());
    if (link.cause == LateCause::late_start) {
      return at + 1 == chain_.links.size() && link.until == 0 && link.from == std::min<Tick>(0, due);
    }
    if (link.cause == LateCause::budget && put_off(at)) return true;
    if (link.cause == LateCause::purchase) {
      if (after_cap(at)) return link.from == 0;  // judged with the wait for money
      if (outside_.caps.put_off_by_any(plan::PurchaseId(link.blocker), link.until)) return false;
    }
    std::size_t first = at;  // a purchase under way has two links: before the date first promised, and its slip
    while (first > 0 && is_half(first - 1, at)) --first;
    const bool split = at + 1 < chain_.links.size() && is_half(at + 1, at);
    if (split ? link.from != promised(link.blocker) : link.from != 0) return false;
    return waiting_for(chain_.links[first], waiting_at(first));
  }

 private:
  // What waits for the thing that came from outside at a position.
  [[nodiscard]] plan::PlacementId waiting_at(std::size_t at) const {
    if (at == 0) return plan::PlacementId::none();
    return held_.held_at(chain_, at - 1).value_or(chain_.links[at - 1].placement);
  }

  // The link before is the wait for money of the same purchase.
  [[nodiscard]] bool after_cap(std::size_t at) const {
    return at > 0 && chain_.links[at - 1].cause == LateCause::budget && !chain_.links[at - 1].placement.valid();
  }

  // A purchase that waited for money: the one of the next link, or, where it could have come at once, any that serves
  // what waits.
  [[nodiscard]] bool put_off(std::size_t at) const {
    const LateLink& link = chain_.links[at];
    const plan::PlacementId waiting = waiting_at(at);
    const bool behind = at + 1 < chain_.links.size() && chain_.links[at + 1].cause == LateCause::purchase;
    if (link.from > 0 && !behind) return false;
    const auto pegs = pegs_into(waiting);
    return std::any_of(pegs.begin(), pegs.end(), [&](plan::PegId id) {
      const plan::Peg& peg = plan_.pegs[id];
      if (peg.supply != plan::SupplyKind::purchase) return false;
      if (link.from > 0 && peg.supply_index != chain_.links[at + 1].blocker) return false;
      return came(peg, link.until, waiting) &&
             outside_.caps.put_off(plan::PurchaseId(peg.supply_index), model::BudgetId(link.blocker), link.from,
                                   link.until);
    });
  }

  // Another link of the same purchase under way.
  [[nodiscard]] bool is_half(std::size_t other, std::size_t at) const {
    const LateLink& a = chain_.links[other];
    const LateLink& b = chain_.links[at];
    return b.cause == LateCause::open_purchase && a.cause == b.cause && a.blocker == b.blocker && !a.placement.valid();
  }

  [[nodiscard]] Tick promised(std::uint32_t open_purchase) const {
    const auto& purchase = facts_.plant.purchase_orders[model::OpenPurchaseOrderId(open_purchase)];
    return facts_.plant.frame.tick(purchase.first_confirmed.value_or(purchase.requested));
  }

  [[nodiscard]] bool waiting_for(const LateLink& link, plan::PlacementId waiting) const {
    if (link.cause == LateCause::budget) {
      return waiting.valid() &&
             outside_.money_waits.waited(plan_.placements[waiting].order, model::BudgetId(link.blocker),
                                         plan_.placements[waiting].start, link.until);
    }
    if (link.cause == LateCause::clearance) {
      const model::Clearance& clearance = facts_.plant.clearances[link.blocker];
      if (clearance.cleared || !clearance.expected) return false;
      const Tick expected = facts_.plant.frame.tick(*clearance.expected);
      if (!waiting.valid()) return clearance.order == chain_.order && link.until == expected;  // its delivery waits
      return facts_.is_about(clearance, waiting) && link.until == std::min(expected, plan_.placements[waiting].start);
    }
    return brought(link, waiting);
  }

  // Stock, an open purchase or a purchase that serves what waits, or the order itself, and comes then.
  [[nodiscard]] bool brought(const LateLink& link, plan::PlacementId waiting) const {
    plan::SupplyKind kind = plan::SupplyKind::stock;
    if (link.cause == LateCause::purchase) kind = plan::SupplyKind::purchase;
    if (link.cause == LateCause::open_purchase) kind = plan::SupplyKind::open_purchase;
    if (kind == plan::SupplyKind::stock && link.cause != LateCause::stock) return false;
    for (const plan::PegId id : pegs_into(waiting)) {
      const plan::Peg& peg = plan_.pegs[id];
      if (peg.supply == kind && peg.supply_index == link.blocker) return came(peg, link.until, waiting);
    }
    return false;
  }

  // What supplies the placement or, without one, the customer order.
  [[nodiscard]] std::span<const plan::PegId> pegs_into(plan::PlacementId waiting) const {
    return waiting.valid() ? facts_.supplied_to(plan::DemandKind::placement, waiting.index())
                           : facts_.supplied_to(plan::DemandKind::order, chain_.order.index());
  }

  // Whether the peg's supply was waited for until then.
  [[nodiscard]] bool came(const plan::Peg& peg, Tick until, plan::PlacementId waiting) const {
    const Tick arrives = supply_of(facts_, peg).available;
    // A purchase that was put off until it is wanted counts as from when it could have come.
    const Tick soonest = peg.supply == plan::SupplyKind::purchase
                             ? std::max<Tick>(0, plan_.purchases[plan::PurchaseId(peg.supply_index)].earliest)
                             : arrives;
    return until == arrives || until == soonest ||
           (waiting.valid() && until == plan_.placements[waiting].start && until <= arrives);
  }

  const Outside& outside_;
  const HeldLinks& held_;
  const Facts& facts_;
  const plan::Plan& plan_;
  const plan::LateChain& chain_;
};

}  // namespace

bool came_from_outside(const Outside& outside, const HeldLinks& held, const plan::LateChain& chain, std::size_t at) {
  return OutsideLinks(outside, held, chain).holds(at);
}

}  // namespace kilter::check
