// Messages read, and drafts sent.
#pragma once

#include "service/desk/plant_desk.hpp"

namespace kilter::service {

// {"message":"M-17"}: its row says who read or sent it, and when. One that was read before stays as it is.
base::Result<Resolved> resolve_read(const PlantState& state, const Command& asked, std::int64_t at);

}  // namespace kilter::service
