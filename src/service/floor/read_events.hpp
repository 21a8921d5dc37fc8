// Events from and to JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "service/floor/event.hpp"

namespace kilter::service {

// Most events in one list.
inline constexpr std::size_t kMostEvents = 10'000;

// One event, or a list of them; or every fault: Place::row is the place in the list, from 1, Place::column the field.
// Whether what they name is there, `effect_of` says.
base::Result<std::vector<Event>> read_events(std::string_view json);

// As `read_events` reads it; fields that are not given are left out.
std::string event_json(const Event& event);

}  // namespace kilter::service
