// Orders held for a while, made firm, and given up.
#pragma once

#include "service/desk/plant_desk.hpp"
#include "service/planning/hand/reservations.hpp"

namespace kilter::service {

// {"reserve":{"item":"stool","quantity":"12","requested":"2026-12-11","until":"2026-12-03T12:00"}}; the note names the
// order: {"order":"R-3","until":...}.
base::Result<Resolved> resolve_reserve(const PlantState& state, const Command& asked, std::int64_t at);

// {"reservation":"R-3"}
base::Result<Resolved> resolve_confirm(const PlantState& state, const Command& asked, std::int64_t at);
base::Result<Resolved> resolve_drop(const PlantState& state, const Command& asked, std::int64_t at);

// The bodies to ask with.
std::string reserve_body(const Reservation& reservation);
std::string reservation_body(const std::string& order);

}  // namespace kilter::service
