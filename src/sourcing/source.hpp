// Sourcing: vendor, quantity and date for every purchase need, at least cost (goods under all-units price breaks +
// order cost + holding + tardiness of late arrival), within MOQ, multiples, maximum, vendor capacity per week, offer
// validity and hard budget caps.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "material/explode.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::sourcing {

// A part of a need that no offer can serve within capacity and caps.
struct Unsourced {
  std::size_t need = 0;  // index into the needs given
  base::Quantity quantity;
  plan::UnplannedReason reason = plan::UnplannedReason::no_offer;
};

struct PurchasePlan {
  base::IndexedVector<plan::PurchaseId, plan::Purchase> purchases;
  base::IndexedVector<plan::PegId, plan::Peg> pegs;  // purchase -> the need's demand, in need order
  std::vector<Unsourced> unsourced;
};

// needs: grouped by (item, site), inside by rank then need, as `material::explode` gives them. Deterministic.
//
// Cost: goods under all-units breaks, Offer::order_cost of every purchase, holding of what comes early
// (policy.holding_per_year x item cost, whole local days; what nobody needs to the horizon), and tardiness of what
// comes late (penalty per day of the order behind the need). Item::order_cost has no part in it: no cost line would
// show it.
//
// Quantity ordered: good / Item::yield, then the lot rules of item and offer (offers/lot_rule.hpp); larger lots are
// split.
//
// Receipt: for the first need served, or as soon after as the vendor can; earlier or later only where a limit is in the
// way. No need is served later than the item's shelf life after the receipt. Purchase::earliest is the first receipt
// possible; equal to receipt_at where moving the purchase could break a limit.
//
// Limits, never exceeded: units of a vendor per ISO week of receipt, open purchase orders included; hard caps of
// `material` accounts for goods and of `freight` accounts for Offer::order_cost, in the period of the order date.
// `kept`: purchases that stand already and use up the limits.
//
// What is late anyhow is served by rank; purchases are pegged to needs in rank order (assignment.hpp).
//
// Each item is solved by itself (series/lot_sizing.hpp); items whose answers touch a common limit that is broken choose
// again in turns of ranks within what the others leave (limits/rationing.hpp): as little as can be is left out, by the
// urgency of the orders, before money counts. The first step is exact on small cases; the turns are not.
PurchasePlan source(const model::Plant& plant, std::span<const material::PurchaseNeed> needs,
                    std::span<const plan::Purchase> kept = {});

// When a purchase should be received.
struct ReceiptWish {
  time::Tick by = time::kNever;            // must be there by then, for choice; kNever: leave it where it is
  time::Tick fresh_from = time::kLongAgo;  // what comes before does not keep until it is used
  time::Tick latest = time::kNever;        // then it is used
};

// After scheduling: each purchase's receipt moves as late as its wish allows (the opening of the vendor's last open
// stretch before `by`), earlier if it was later, never before `earliest`; where that is too early to keep, to the first
// receipt that is not, if that is in time. Order dates follow. Purchases tied by vendor capacity or a hard cap move no
// later than they are. One wish per purchase.
void postpone(const model::Plant& plant, const std::vector<ReceiptWish>& wishes, plan::Plan& plan);

// Purchases by the same offer that came to be ordered and received at the same time become one, where the offer's
// maximum allows it: one order cost, maybe a better price. What nothing is pegged to is not bought. Pegs follow.
void merge_twins(const model::Plant& plant, plan::Plan& plan);

}  // namespace kilter::sourcing
