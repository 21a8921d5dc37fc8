// What routes below a plant share: which plant, as of when, and commands sent to it.
#pragma once

#include <memory>

#include "http/api.hpp"
#include "http/route.hpp"

namespace kilter::http {

// The plant that the path names; null, and answered, when who asks does not see it.
service::LivePlant* plant_of(Api& api, const Call& call, const Reply& reply);

// Its state: now, or with ?at= as it was after an entry (a number) or at a moment (ISO 8601). Null, and answered, when
// there is none. Slow with ?at=.
std::shared_ptr<const service::PlantState> state_of(Api& api, const Call& call, const Reply& reply);

// Keeps a command of the plant and answers with its receipt. The key is the request's header Idempotency-Key, the
// reason its header X-Reason, unless the command has them.
void submit(Api& api, const Call& call, service::Command command, const Reply& reply);

}  // namespace kilter::http
