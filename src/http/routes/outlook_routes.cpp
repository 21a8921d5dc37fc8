// Whether the published plan still holds, and what can be promised on top of it.
#include "http/answers/answers.hpp"
#include "http/answers/body.hpp"
#include "http/plant_call.hpp"
#include "http/published_call.hpp"
#include "http/routes/groups.hpp"
#include "service/plant/plant_clock.hpp"

namespace kilter::http {
namespace {

void outlook(Api& api, const Call& call, const Reply& reply) {
  const auto published = published_of(api, call, reply);
  if (!published) return;
  service::LivePlant& live = *plant_of(api, call, reply);
  const auto state = live.desk->state();
  auto text = live.outlook.judgement(*state, published, service::plant_time(state->tables(), api.enterprise.now()));
  reply(text ? Response{.body = std::move(text).value()} : fault(422, text.error()));
}

void quote(Api& api, const Call& call, const Reply& reply) {
  const auto published = published_of(api, call, reply);
  if (!published) return;
  const Body body(call.request.body);
  service::QuoteRequest request{.item = body.text("item"),
                                .site = body.gives("site") ? body.text("site") : std::string(),
                                .quantity = body.text("quantity"),
                                .requested = body.text("requested")};
  const bool date_only = body.gives("date_only") && body.flag("date_only");
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  if (auto denied = api.enterprise.why_not(call.actor, call.names.front(), service::Permission::plan, "quote")) {
    return reply(fault(*denied));
  }
  service::LivePlant& live = *plant_of(api, call, reply);
  const auto state = live.desk->state();
  auto text = live.outlook.quote(*state, published, service::plant_time(state->tables(), api.enterprise.now()), request,
                                 date_only);
  reply(text ? Response{.body = std::move(text).value()} : fault(422, text.error()));
}

}  // namespace

std::vector<Route> outlook_routes() {
  using enum Access;
  return {
      {"GET", "/api/v1/plants/{plant}/outlook", known, Pace::slow, outlook},
      {"POST", "/api/v1/plants/{plant}/quotes", known, Pace::slow, quote},
  };
}

}  // namespace kilter::http
