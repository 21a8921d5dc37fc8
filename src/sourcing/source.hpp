// Sourcing: vendor, quantity and date for every purchase need, at least cost (goods under all-units price breaks + order cost +
// holding + tardiness of late arrival), within MOQ, multiples, maximum, vendor capacity per week, offer validity and hard budget caps.
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
  std::size_t need = 0;                 // index into the needs given
  base::Quantity quantity;
  plan::UnplannedReason reason = plan::UnplannedReason::no_offer;
};

struct PurchasePlan {
  base::IndexedVector<plan::PurchaseId, plan::Purchase> purchases;
  base::IndexedVector<plan::PegId, plan::Peg> pegs;   // purchase -> the need's demand, in need order
  std::vector<Unsourced> unsourced;
};

// needs: grouped by (item, site), inside by rank then need, as `material::explode` gives them. Material costs of purchases count in
// the budget period of their order date. Deterministic.
PurchasePlan source(const model::Plant& plant, std::span<const material::PurchaseNeed> needs);

// After scheduling: each purchase's receipt moves as late as the first start of what consumes it allows, never before `earliest`
// and never past `wanted`; order dates follow. Purchases tied by vendor capacity or a hard cap stay where they are.
// wanted[purchase] = tick by which it must be there (kNever: leave).
void postpone(const model::Plant& plant, const std::vector<time::Tick>& wanted, plan::Plan& plan);

}  // namespace kilter::sourcing
