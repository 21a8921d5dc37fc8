// Causes of lateness in words: "Queue at Paint line (PAINT)".
#pragma once

#include <string>

#include "codec/plan/table.hpp"

namespace kilter::codec {

// The cause of one link as a title, with the unit where it waits, or the work that the person or tool did first. O(n)
// in the plan's assignments.
std::string cause_title(const PlanView& view, const kilter::plan::LateLink& link);
// The same with the work centre in place of the unit, and the skill or tool alone: links with equal coordinate::root_of
// have the same root title.
std::string root_title(const PlanView& view, const kilter::plan::LateLink& link);

// The root with most of the chain's lateness, as a title; empty for a chain without links.
std::string main_cause(const PlanView& view, const kilter::plan::LateChain& chain);

}  // namespace kilter::codec
