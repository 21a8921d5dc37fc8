#include "check/explain/outside_links.hpp"

#include <algorithm>
#include <vector>

#include "check/explain/caps.hpp"
#include "check/facts/supply.hpp"

namespace kilter::check {
namespace {

using plan::LateCause;
using plan::LateLink;

class OutsideLinks {
 public:
  OutsideLinks(const Facts& facts, const plan::LateChain& chain) : facts_(facts), plan_(facts.plan), chain_(chain) {}

  [[nodiscard]] bool holds(std::size_t at) const {
    const LateLink& link = chain_.links[at];
    const Tick due = facts_.plant.frame.tick(facts_.plant.orders[chain_.order].due());
    if (link.cause == LateCause::late_start) {
      return at + 1 == chain_.links.size() && link.until == 0 && link.from == std::min<Tick>(0, due);
    }
    if (link.cause == LateCause::budget && put_off(at)) return true;
    if (link.cause == LateCause::purchase) {
      if (after_cap(at)) return link.from == 0;  // judged with the wait for money
      if (put_off_by_any_cap(facts_, plan::PurchaseId(link.blocker), link.until)) return false;
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
    return at == 0 ? plan::PlacementId::none() : chain_.links[at - 1].placement;
  }

  // The link before is the wait for money of the same purchase.
  [[nodiscard]] bool after_cap(std::size_t at) const {
    return at > 0 && chain_.links[at - 1].cause == LateCause::budget && !chain_.links[at - 1].placement.valid();
  }

  // A purchase that waited for money: the one of the next link, or, where it could have come at once, any that serves
  // what waits.
  [[nodiscard]] bool put_off(std::size_t at) const {
    const LateLink& link = chain_.links[at];
    const auto kept = [&](plan::PurchaseId id) {
      LateLink purchase = link;
      purchase.cause = LateCause::purchase;
      purchase.blocker = id.index();
      return put_off_by_cap(facts_, id, model::BudgetId(link.blocker), link.from, link.until) &&
             brought(purchase, waiting_at(at));
    };
    if (link.from > 0) {
      return at + 1 < chain_.links.size() && chain_.links[at + 1].cause == LateCause::purchase &&
             kept(plan::PurchaseId(chain_.links[at + 1].blocker));
    }
    bool found = false;
    for (const plan::PurchaseId id : ids_of(plan_.purchases)) found = found || kept(id);
    return found;
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
      return waiting.valid() && std::any_of(plan_.deferrals.begin(), plan_.deferrals.end(), [&](const auto& deferral) {
               return deferral.order.valid() && deferral.budget.index() == link.blocker &&
                      serves(facts_.plan.placements[waiting].order, deferral.order) &&
                      link.until == std::min(deferral.until, plan_.placements[waiting].start);
             });
    }
    if (link.cause == LateCause::clearance) {
      const model::Clearance& clearance = facts_.plant.clearances[link.blocker];
      return !clearance.cleared && clearance.expected && waiting.valid() && facts_.is_about(clearance, waiting) &&
             link.until == std::min(facts_.plant.frame.tick(*clearance.expected), plan_.placements[waiting].start);
    }
    return brought(link, waiting);
  }

  // Whether some of the production order's output ends up in the customer order.
  [[nodiscard]] bool serves(plan::ProductionOrderId from, model::OrderId order) const {
    std::vector<plan::ProductionOrderId> todo{from};
    std::vector<bool> seen(plan_.production_orders.size(), false);
    while (!todo.empty()) {
      const plan::ProductionOrderId next = todo.back();
      todo.pop_back();
      if (seen[next.index()]) continue;
      seen[next.index()] = true;
      for (const plan::PegId id : facts_.supplied_by(plan::SupplyKind::production, next.index())) {
        const plan::Peg& peg = plan_.pegs[id];
        if (peg.demand == plan::DemandKind::order && peg.demand_index == order.index()) return true;
        if (peg.demand == plan::DemandKind::placement) {
          todo.push_back(plan_.placements[plan::PlacementId(peg.demand_index)].order);
        }
      }
    }
    return false;
  }

  // Stock, an open purchase or a purchase that serves what waits, or the order itself, and comes then.
  [[nodiscard]] bool brought(const LateLink& link, plan::PlacementId waiting) const {
    plan::SupplyKind kind = plan::SupplyKind::stock;
    if (link.cause == LateCause::purchase) kind = plan::SupplyKind::purchase;
    if (link.cause == LateCause::open_purchase) kind = plan::SupplyKind::open_purchase;
    if (kind == plan::SupplyKind::stock && link.cause != LateCause::stock) return false;
    const auto pegs = waiting.valid() ? facts_.supplied_to(plan::DemandKind::placement, waiting.index())
                                      : facts_.supplied_to(plan::DemandKind::order, chain_.order.index());
    for (const plan::PegId id : pegs) {
      const plan::Peg& peg = plan_.pegs[id];
      if (peg.supply != kind || peg.supply_index != link.blocker) continue;
      const Tick arrives = supply_of(facts_, peg).available;
      // A purchase that was put off until it is wanted counts as from when it could have come.
      const Tick soonest = kind == plan::SupplyKind::purchase
                               ? std::max<Tick>(0, plan_.purchases[plan::PurchaseId(link.blocker)].earliest)
                               : arrives;
      return link.until == arrives || link.until == soonest ||
             (waiting.valid() && link.until == plan_.placements[waiting].start && link.until <= arrives);
    }
    return false;
  }

  const Facts& facts_;
  const plan::Plan& plan_;
  const plan::LateChain& chain_;
};

}  // namespace

bool came_from_outside(const Facts& facts, const plan::LateChain& chain, std::size_t at) {
  return OutsideLinks(facts, chain).holds(at);
}

}  // namespace kilter::check
