// Causes of lateness in words: "Queue at Paint line (PAINT)".
#pragma once

#include <string>

#include "codec/plan/table.hpp"

namespace kilter::codec {

// The cause of one link as a title, with the unit where it waits.
std::string cause_title(const PlanView& view, const kilter::plan::LateLink& link);
// The same with the work centre in place of the unit: links with equal coordinate::root_of have the same root title.
std::string root_title(const PlanView& view, const kilter::plan::LateLink& link);

// The root with most of the chain's lateness, as a title; empty for a chain without links.
std::string main_cause(const PlanView& view, const kilter::plan::LateChain& chain);

}  // namespace kilter::codec
