// Late orders by root cause: one line per cause, never one per symptom. A chain's lateness and penalty are shared out
// over its links by their minutes; the shares sum to the cent.
#pragma once

#include <string>
#include <vector>

#include "base/fixed.hpp"
#include "codec/plan/table.hpp"

namespace kilter::codec {

struct RootCause {
  kilter::plan::LateCause cause = kilter::plan::LateCause::process;
  std::string title;                   // "Queue at Paint line (PAINT)"
  std::int64_t seconds = 0;            // of lateness, over all orders
  base::Money money;                   // of penalty
  std::vector<model::OrderId> orders;  // whom it hits, most seconds first
};

// Dearest first, then longest, then by title.
std::vector<RootCause> root_causes(const PlanView& view);

// The cause of one link as a title, with the unit where it waits.
std::string cause_title(const PlanView& view, const kilter::plan::LateLink& link);
// The same with the work centre in place of the unit: links with the same root title have the same root.
std::string root_title(const PlanView& view, const kilter::plan::LateLink& link);

// The cause with most of the chain's lateness, as a title; empty for a chain without links.
std::string main_cause(const PlanView& view, const kilter::plan::LateChain& chain);

}  // namespace kilter::codec
