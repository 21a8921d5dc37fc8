// Why late: the chain of binding causes back from an order's delivery to the origin.
//
//   origin                                                              due        delivered
//     |--- purchase ---|- queue -|== setup ==|== process ==|~ curing ~|== ... ==|
//                                                             <---- lateness ---->
//
// Each placement on the chain is preceded by what it waited for: first the thing that its material or its predecessors
// needed (followed further back), then the time between that and its start (waits.hpp). Links touch.
// A purchase that a hard cap put off has two links: until the vendor could have brought it, and the wait for money.
// Closed hours for whose overtime a hard cap left no money are a wait for money, too (stopped_overtime.hpp).
// The lateness is counted on broken promises of vendors first (a purchase under way that comes after the date first
// confirmed), then on avoidable waits, nearest to delivery first, then on closed time, waits, setups and outside work,
// then on processing; the counts sum to it exactly.

#include <algorithm>
#include <optional>

#include "base/require.hpp"
#include "coordinate/explain/explain.hpp"
#include "coordinate/explain/put_off.hpp"
#include "coordinate/explain/waits/bindings.hpp"
#include "coordinate/explain/waits/holds.hpp"
#include "coordinate/explain/waits/pauses.hpp"
#include "coordinate/explain/waits/stopped_overtime.hpp"
#include "coordinate/explain/waits/waits.hpp"
#include "plan/late/late_tiers.hpp"

namespace kilter::coordinate {
namespace {

using plan::LateCause;
using plan::LateLink;
using plan::PlacementId;
using time::Tick;
using time::WorkingCalendar;

class Explainer {
 public:
  Explainer(const model::Plant& plant, const plan::Plan& plan)
      : plant_(plant),
        plan_(plan),
        bindings_(plant, plan),
        pauses_(plant, plan),
        waits_(plant, plan, pauses_),
        holds_(plant, plan, pauses_, waits_, bindings_),
        stopped_overtime_(plant, plan) {}

  plan::LateChain explain(const plan::Delivery& delivery) {
    chain_ = {.order = delivery.order, .lateness = delivery.late(), .links = {}};
    const Tick stop = std::min<Tick>(0, delivery.due);
    Binding binding = bindings_.of_order(delivery);
    while (binding.placement.valid()) binding = walk(binding);
    finish(binding, stop);
    stopped_overtime_.tell(chain_);
    count(chain_);
    return std::move(chain_);
  }

  StartReason reason(PlacementId id) {
    const Binding ready = bindings_.of(id);
    const bool from_start = ready.at <= 0;
    return {.ready = ready.at,
            .cause = from_start                ? LateCause::late_start
                     : ready.placement.valid() ? LateCause::process
                                               : ready.cause,
            .predecessor = from_start ? PlacementId::none() : ready.placement,
            .blocker = ready.blocker,
            .waits = holds_.between(id, ready.at)};
  }

 private:
  void add(LateCause cause, Tick from, Tick until, PlacementId placement, std::uint32_t blocker = 0) {
    if (from >= until) return;
    chain_.links.push_back({.cause = cause, .from = from, .until = until, .placement = placement, .blocker = blocker});
  }

  // Adds the links of the placement that `binding` points at, back from binding.at, and returns what bound it.
  Binding walk(const Binding& binding) {
    const PlacementId id = binding.placement;
    const plan::Placement& placement = plan_.placements[id];
    add(LateCause::minimum_wait, binding.wait_from, binding.at, id);
    const Tick until = std::min(binding.wait_from, binding.at);
    add_work(id, std::max<Tick>(0, placement.start), until);
    if (placement.start <= 0) return {.at = 0};
    Binding ready = bindings_.of(id);
    const std::vector<LateLink> waits = holds_.between(id, ready.at);
    chain_.links.insert(chain_.links.end(), waits.rbegin(), waits.rend());
    return ready;
  }

  // The placement's own time in [from, until): setup, then process; closed stretches between (of the unit alone: hours
  // in which only a person is away show as the person's).
  void add_work(PlacementId id, Tick from, Tick until) {
    const plan::Placement& placement = plan_.placements[id];
    if (!placement.unit.valid()) {
      const bool outside = plant_.operations[placement.operation].vendor.valid();
      add(outside ? LateCause::outside : LateCause::minimum_wait, from, until, id);
      return;
    }
    const WorkingCalendar& hours = pauses_.place_hours(placement);
    const Tick setup_end = placement.setup > 0 ? std::min(until, hours.add(from, placement.setup)) : from;
    std::vector<LateLink> parts;
    while (from < until) {
      parts.push_back({.cause = LateCause::process, .from = from, .until = until, .placement = id});
      pauses_.narrow(placement, parts.back());
      if (parts.back().cause == LateCause::process && from < setup_end) {
        parts.back().cause = LateCause::setup;
        parts.back().until = std::min(parts.back().until, setup_end);
      }
      from = parts.back().until;
    }
    chain_.links.insert(chain_.links.end(), parts.rbegin(), parts.rend());
  }

  // The last thing waited for, back to the origin; before that the order was already overdue.
  void finish(Binding binding, Tick stop) {
    if (binding.cause == LateCause::purchase) add_put_off(binding);
    const Tick promised = promised_at(binding);
    add(binding.cause, promised, binding.at, PlacementId::none(), binding.blocker);
    add(binding.cause, 0, promised, PlacementId::none(), binding.blocker);
    add(LateCause::late_start, stop, 0, PlacementId::none());
  }

  // What a purchase came later for want of money than the vendor could have brought it; before that it is the purchase.
  void add_put_off(Binding& binding) {
    const plan::Purchase& purchase = plan_.purchases[plan::PurchaseId(binding.blocker)];
    const std::optional<PutOff> cap = put_off(plant_, plan_, purchase, binding.at);
    if (!cap) return;
    add(LateCause::budget, cap->soonest, binding.at, PlacementId::none(), cap->budget.index());
    binding.at = cap->soonest;
  }

  // When a purchase under way was promised first; what comes after is its slip. Else the origin.
  [[nodiscard]] Tick promised_at(const Binding& binding) const {
    if (binding.cause != LateCause::open_purchase) return 0;
    const auto& purchase = plant_.purchase_orders[model::OpenPurchaseOrderId(binding.blocker)];
    const Tick promised = plant_.frame.tick(purchase.first_confirmed.value_or(purchase.requested));
    return std::clamp<Tick>(promised, 0, std::max<Tick>(0, binding.at));
  }

  [[nodiscard]] bool is_slip(const LateLink& link) const {
    return link.cause == LateCause::open_purchase &&
           link.from >= promised_at({.at = link.until, .cause = link.cause, .blocker = link.blocker});
  }

  [[nodiscard]] plan::LateTier tier(const LateLink& link) const {
    return is_slip(link) ? plan::LateTier::slip : plan::tier_of(link.cause);
  }

  void count(plan::LateChain& chain) const {
    Tick left = chain.lateness;
    for (int now = 0; now < plan::kLateTierCount; ++now) {
      for (LateLink& link : chain.links) {
        if (tier(link) != static_cast<plan::LateTier>(now)) continue;
        link.counted = std::min(left, link.until - link.from);
        left -= link.counted;
      }
    }
    KILTER_REQUIRE(left == 0);
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  Bindings bindings_;
  Pauses pauses_;
  Waits waits_;
  Holds holds_;
  StoppedOvertime stopped_overtime_;
  plan::LateChain chain_;  // being explained
};

}  // namespace

std::vector<plan::LateChain> late_chains(const model::Plant& plant, const plan::Plan& plan) {
  std::vector<plan::LateChain> chains;
  const bool any = std::any_of(plan.deliveries.begin(), plan.deliveries.end(),
                               [](const plan::Delivery& delivery) { return delivery.late() > 0; });
  if (!any) return chains;
  Explainer explainer(plant, plan);
  for (const plan::Delivery& delivery : plan.deliveries) {
    if (delivery.late() > 0) chains.push_back(explainer.explain(delivery));
  }
  return chains;
}

plan::LateChain late_chain(const model::Plant& plant, const plan::Plan& plan, const plan::Delivery& delivery) {
  if (delivery.late() == 0) return {.order = delivery.order, .lateness = 0, .links = {}};
  return Explainer(plant, plan).explain(delivery);
}

StartReason start_reason(const model::Plant& plant, const plan::Plan& plan, PlacementId id) {
  return Explainer(plant, plan).reason(id);
}

}  // namespace kilter::coordinate
