// Late orders by root cause: one line per cause, never one per symptom. A chain's lateness and penalty are shared out
// over its links by their seconds; the shares sum to the cent.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "base/fixed.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// What a root is a root of; `index` is of that kind.
enum class RootKind : std::uint8_t {
  none,
  operation,
  work_centre,
  work_unit,
  skill,
  tool,
  source,  // an item and the vendor that it is bought from
  open_purchase,
  item,
  vendor,
  account,
  clearance
};

// Links with equal roots have the same root cause: queues at all units of a work centre are one.
struct Root {
  plan::LateCause cause = plan::LateCause::process;
  RootKind kind = RootKind::none;
  std::uint32_t index = 0;
  std::uint32_t vendor = 0;                                      // of a source
  plan::PurchaseReason reason = plan::PurchaseReason::cheapest;  // of a source: budget and capacity are causes apart
  friend auto operator<=>(const Root&, const Root&) = default;
};
Root root_of(const model::Plant& plant, const plan::Plan& plan, const plan::LateLink& link);

struct RootCause {
  plan::LateLink link;                 // one of those that it stands for
  std::int64_t seconds = 0;            // of lateness, over all orders
  base::Money money;                   // of penalty
  std::vector<model::OrderId> orders;  // whom it hits, most seconds first
};

// Dearest first, then longest, then by root.
std::vector<RootCause> root_causes(const model::Plant& plant, const plan::Plan& plan);

// What a planner would have to change (docs/decisions/0031-the-main-cause-can-be-changed.md): a link of the root with
// most of the chain's lateness among what somebody could decide otherwise, where that counts at least a tenth of what
// was lost since the plan began; else of the root with most of it. Null for a chain that counts none.
const plan::LateLink* main_link(const model::Plant& plant, const plan::Plan& plan, const plan::LateChain& chain);

}  // namespace kilter::coordinate
