// Events from the floor: one or a list, answered when all that are kept are on disk.
#include <memory>
#include <utility>

#include "http/answers/answers.hpp"
#include "http/answers/event_batch.hpp"
#include "http/plant_call.hpp"
#include "http/routes/groups.hpp"
#include "service/floor/read_events.hpp"

namespace kilter::http {
namespace {

using service::Answer;

void post_events(Api& api, const Call& call, const Reply& reply) {
  auto events = service::read_events(call.request.body);
  if (!events) return reply(fault(422, events.error()));
  if (events.value().empty()) {
    return reply(
        fault(422, {.code = "no-events", .message = "the list of events is empty", .way_out = "Send at least one."}));
  }
  const auto batch = std::make_shared<EventBatch>(std::move(events).value(), reply);
  for (std::size_t place = 0; place < batch->events().size(); ++place) {
    const service::Event& event = batch->events()[place];
    api.enterprise.submit(call.actor, call.names.front(), command_of(event),
                          [batch, place](const Answer& answer) { batch->answered(place, answer); });
  }
}

}  // namespace

std::vector<Route> event_routes() {
  return {{"POST", "/api/v1/plants/{plant}/events", Access::known, Pace::quick, post_events}};
}

}  // namespace kilter::http
