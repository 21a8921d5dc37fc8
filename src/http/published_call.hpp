// What routes about the published plan share.
#pragma once

#include <memory>

#include "http/api.hpp"
#include "http/route.hpp"

namespace kilter::http {

// The published plan with its plant; null, and answered, when there is none. Slow the first time after a publication.
std::shared_ptr<const service::LivePlan> published_of(Api& api, const Call& call, const Reply& reply);

base::Issue nothing_published();

}  // namespace kilter::http
