// Kiosk stations and badges, as administrators keep them.
#include "http/answers/answers.hpp"
#include "http/answers/body.hpp"
#include "http/api.hpp"
#include "http/routes/groups.hpp"
#include "service/kiosk/badges.hpp"
#include "service/kiosk/stations.hpp"

namespace kilter::http {
namespace {

bool is_denied(Api& api, const Call& call, const char* what, const Reply& reply) {
  const auto denied = api.enterprise.why_not(call.actor, {}, service::Permission::administer, what);
  if (denied) reply(fault(*denied));
  return denied.has_value();
}

void words_member(const char* key, const std::vector<std::string>& words, codec::JsonWriter& json) {
  json.key(key).begin_array();
  for (const std::string& word : words) json.text(word);
  json.end_array();
}

Response made_token(const base::Result<service::MadeToken, service::Refusal>& made, unsigned status) {
  if (!made) return fault(made.error());
  codec::JsonWriter body;
  body.begin_object();
  body.key("id").text(made.value().id);
  body.key("token").text(made.value().secret);
  receipt_members(made.value().receipt, body);
  body.end_object();
  return json(body, status);
}

void list_stations(Api& api, const Call& call, const Reply& reply) {
  if (is_denied(api, call, "stations", reply)) return;
  codec::JsonWriter body;
  body.begin_object().key("stations").begin_array();
  for (const service::KioskStation& station : api.enterprise.directory()->stations()) {
    body.begin_object();
    body.key("id").text(station.id).key("name").text(station.name).key("plant").text(station.plant);
    body.key("work_centre").text(station.work_centre);
    words_member("work_units", station.work_units, body);
    body.end_object();
  }
  body.end_array().end_object();
  reply(json(body));
}

void add_station(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  const service::NewStation station{.id = body.text("id"),
                                    .name = body.gives("name") ? body.text("name") : std::string(),
                                    .plant = body.text("plant"),
                                    .work_centre = body.gives("work_centre") ? body.text("work_centre") : std::string(),
                                    .work_units = body.words("work_units")};
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  reply(made_token(service::add_station(api.enterprise, call.actor, station), 201));
}

void change_station(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  service::StationChange change{.id = call.names.front()};
  if (body.gives("name")) change.name = body.text("name");
  if (body.gives("work_centre")) change.work_centre = body.text("work_centre");
  if (body.gives("work_units")) change.work_units = body.words("work_units");
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  reply(receipt(service::change_station(api.enterprise, call.actor, change)));
}

void drop_station(Api& api, const Call& call, const Reply& reply) {
  const service::Answer answer = service::drop_station(api.enterprise, call.actor, call.names.front());
  reply(answer ? done() : fault(answer.error()));
}

void renew_station(Api& api, const Call& call, const Reply& reply) {
  reply(made_token(service::renew_station(api.enterprise, call.actor, call.names.front()), 201));
}

void list_badges(Api& api, const Call& call, const Reply& reply) {
  if (is_denied(api, call, "badges", reply)) return;
  codec::JsonWriter body;
  body.begin_object().key("badges").begin_array();
  for (const service::Badge& badge : api.enterprise.directory()->badges()) {
    body.begin_object();
    body.key("badge").text(badge.badge).key("plant").text(badge.plant).key("person").text(badge.person);
    body.key("role").text(word(badge.role)).key("active").boolean(badge.active);
    body.end_object();
  }
  body.end_array().end_object();
  reply(json(body));
}

void add_badge(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  const service::NewBadge badge{.badge = body.text("badge"),
                                .plant = body.text("plant"),
                                .person = body.text("person"),
                                .role = body.gives("role") ? body.role("role") : service::Role::worker,
                                .pin = body.text("pin")};
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  reply(receipt(service::add_badge(api.enterprise, call.actor, badge), 201));
}

void change_badge(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  service::BadgeChange change{.badge = call.names.front()};
  if (body.gives("role")) change.role = body.role("role");
  if (body.gives("pin")) change.pin = body.text("pin");
  if (body.gives("active")) change.active = body.flag("active");
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  reply(receipt(service::change_badge(api.enterprise, call.actor, change)));
}

void drop_badge(Api& api, const Call& call, const Reply& reply) {
  const service::Answer answer = service::drop_badge(api.enterprise, call.actor, call.names.front());
  reply(answer ? done() : fault(answer.error()));
}

}  // namespace

std::vector<Route> station_routes() {
  using enum Access;
  return {
      {"GET", "/api/v1/stations", known, Pace::quick, list_stations},
      {"POST", "/api/v1/stations", known, Pace::slow, add_station},
      {"PATCH", "/api/v1/stations/{station}", known, Pace::slow, change_station},
      {"DELETE", "/api/v1/stations/{station}", known, Pace::slow, drop_station},
      {"POST", "/api/v1/stations/{station}/token", known, Pace::slow, renew_station},
      {"GET", "/api/v1/badges", known, Pace::quick, list_badges},
      {"POST", "/api/v1/badges", known, Pace::slow, add_badge},
      {"PATCH", "/api/v1/badges/{badge}", known, Pace::slow, change_badge},
      {"DELETE", "/api/v1/badges/{badge}", known, Pace::slow, drop_badge},
  };
}

}  // namespace kilter::http
