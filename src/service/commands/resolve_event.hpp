// Events of the floor: {"event":{...},"edits":[...]} is what the journal keeps of one.
#pragma once

#include <optional>
#include <string_view>

#include "service/access/roles.hpp"
#include "service/desk/plant_desk.hpp"

namespace kilter::service {

// What reporting an event of that kind asks for; none when it is no kind of event.
std::optional<Permission> permission_of_event(std::string_view kind);

// The body asked for is one event as JSON; its time, where it gives none, is the plant's. The note names the conflicts
// that it left: {"conflicts":["C-3"]}.
base::Result<Resolved> resolve_event(const PlantState& state, const Command& asked, std::int64_t at);

}  // namespace kilter::service
