// Operations fixed by hand, and let go again.
#pragma once

#include "service/desk/plant_desk.hpp"

namespace kilter::service {

// {"pin":{"operation":"MO-7/10","unit":"W-2","start":"2026-12-01T10:00","people":["p07"]}}; but for the operation, what
// is not said is as published.
base::Result<Resolved> resolve_pin(const PlantState& state, const Command& asked, std::int64_t at);

// {"unpin":{"operation":"MO-7/10"}}
base::Result<Resolved> resolve_unpin(const PlantState& state, const Command& asked, std::int64_t at);

// The bodies to ask with.
struct Pin;
std::string pin_body(const Pin& pin);
std::string unpin_body(const std::string& operation);

}  // namespace kilter::service
