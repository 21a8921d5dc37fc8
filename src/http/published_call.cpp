#include "http/published_call.hpp"

#include "http/answers/answers.hpp"
#include "http/plant_call.hpp"

namespace kilter::http {

base::Issue nothing_published() {
  return {.code = "nothing-published",
          .message = "no plan is published yet",
          .way_out = "POST to plans, then publish the proposal."};
}

std::shared_ptr<const service::LivePlan> published_of(Api& api, const Call& call, const Reply& reply) {
  service::LivePlant* live = plant_of(api, call, reply);
  if (live == nullptr) return nullptr;
  auto plan = live->published.plan(*live->desk->state());
  if (!plan) reply(fault(404, nothing_published()));
  return plan;
}

}  // namespace kilter::http
