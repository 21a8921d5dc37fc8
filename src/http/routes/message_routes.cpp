// Messages: read, and drafts sent.
#include "codec/json/writer.hpp"
#include "http/plant_call.hpp"
#include "http/routes/groups.hpp"

namespace kilter::http {
namespace {

void keep(Api& api, const Call& call, const char* kind, const Reply& reply) {
  codec::JsonWriter body;
  body.begin_object().key("message").text(call.names[1]).end_object();
  submit(api, call, {.kind = kind, .body = body.str()}, reply);
}

void read_message(Api& api, const Call& call, const Reply& reply) { keep(api, call, "message.read", reply); }
void send_message(Api& api, const Call& call, const Reply& reply) { keep(api, call, "message.sent", reply); }

}  // namespace

std::vector<Route> message_routes() {
  return {
      {"POST", "/api/v1/plants/{plant}/messages/{message}/read", Access::known, Pace::quick, read_message},
      {"POST", "/api/v1/plants/{plant}/messages/{message}/sent", Access::known, Pace::quick, send_message},
  };
}

}  // namespace kilter::http
