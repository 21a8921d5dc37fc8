// What kiosk stations ask for: enrolment of the device, badge and PIN, what is next, reports, the wall of an area.
#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "http/answers/answers.hpp"
#include "http/answers/body.hpp"
#include "http/answers/entry_stream.hpp"
#include "http/answers/event_batch.hpp"
#include "http/api.hpp"
#include "http/routes/groups.hpp"
#include "service/floor/read_events.hpp"
#include "service/kiosk/session.hpp"
#include "service/kiosk/station_view.hpp"
#include "service/plant/plant_clock.hpp"

namespace kilter::http {
namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kCookieSeconds = 400 * 86'400;  // browsers keep none longer
constexpr std::string_view kSession = "x-kiosk-session";

// The station that asks, with its plant as it is.
struct Asking {
  std::shared_ptr<const service::Directory> directory;
  const service::KioskStation* station;
  service::LivePlant* live;
  std::shared_ptr<const service::PlantState> state;
  std::int64_t now;

  [[nodiscard]] const service::PlantTables& tables() const { return state->tables(); }
};

// None, and answered, when the station or its plant is gone.
std::optional<Asking> asking(Api& api, const Call& call, const Reply& reply) {
  Asking found{.directory = api.enterprise.directory(), .station = nullptr, .live = nullptr, .state = {}, .now = {}};
  found.station = found.directory->station(call.actor.station);
  if (found.station != nullptr) found.live = api.enterprise.plant(call.actor, found.station->plant);
  if (found.live == nullptr) {
    reply(not_found("station " + call.actor.station));
    return std::nullopt;
  }
  found.state = found.live->desk->state();
  found.now = api.enterprise.now();
  return found;
}

std::optional<service::KioskPerson> person_of(const Asking& ask, const Call& call) {
  return service::kiosk_person(*ask.directory, *ask.station, call.request.header(kSession), ask.now);
}

base::Issue not_signed_in() {
  return {.code = "not-signed-in",
          .where = {.column = "X-Kiosk-Session"},
          .message = "nobody is signed in at this station with that session",
          .way_out = "Sign in with badge and PIN."};
}

void person_members(const Asking& ask, const service::Badge& badge, std::int64_t expires, codec::JsonWriter& json) {
  json.key("badge").text(badge.badge).key("person").text(badge.person);
  json.key("name").text(service::person_name(ask.tables(), badge.person));
  json.key("role").text(word(badge.role));
  json.key("permissions").begin_array();
  for (std::size_t i = 0; i < service::kPermissionCount; ++i) {
    const auto permission = static_cast<service::Permission>(i);
    if (service::may(badge.role, permission)) json.text(word(permission));
  }
  json.end_array();
  json.key("seconds_left").integer(std::max<std::int64_t>(0, (expires - ask.now) / kSecond));
}

// The device shows the station's token once, and has it as a cookie from then on.
void enrol(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  const std::string secret = body.text("token");
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  if (!api.sign_ins.has("peer " + call.request.peer)) {
    return reply(fault(429, {.code = "too-many-requests", .message = "too many tries", .way_out = "Wait a minute."}));
  }
  const auto actor = api.enterprise.who(secret);
  if (!actor || actor->station.empty()) {
    api.sign_ins.take("peer " + call.request.peer);
    api.enterprise.note_denial({.id = "nobody"}, {}, "enrolment");
    return reply(fault(401, {.code = "bad-station-token",
                             .message = "this is no token of a kiosk station",
                             .way_out = "Let an administrator make the station's link anew, and open that."}));
  }
  std::string cookie = "kilter_station=" + secret + "; Path=/api/v1/kiosk; HttpOnly; SameSite=Strict; Max-Age=";
  cookie += std::to_string(kCookieSeconds);
  if (api.options.secure_cookies) cookie += "; Secure";
  Response response = done();
  response.headers.emplace_back("Set-Cookie", std::move(cookie));
  reply(std::move(response));
}

// The floor as things stand, for views.
class View {
 public:
  View(Api& api, service::LivePlant& live)
      : state_(live.desk->state()),
        zone_(service::zone_of(state_->tables())),
        published_(live.published.plan(*state_)) {
    if (published_) plan_.emplace(service::Published{published_->now->plant, published_->plan});
    at_ = service::plant_time(state_->tables(), api.enterprise.now());
  }
  [[nodiscard]] service::FloorNow now() const {
    return {.tables = state_->tables(), .plan = plan_ ? &*plan_ : nullptr, .now = {.at = at_, .zone = zone_}};
  }

 private:
  std::shared_ptr<const service::PlantState> state_;
  time::Zone zone_;
  std::shared_ptr<const service::LivePlan> published_;
  std::optional<service::Published> plan_;
  time::Instant at_{};
};

void show_station(Api& api, const Call& call, const Reply& reply) {
  const auto ask = asking(api, call, reply);
  if (!ask) return;
  codec::JsonWriter body;
  body.begin_object();
  body.key("csrf").text(csrf_of(shown_secret(call.request)));
  service::station_members(View(api, *ask->live).now(), *ask->station, body);
  body.key("person");
  const auto person = person_of(*ask, call);
  if (person && person->expires > ask->now) {
    body.begin_object();
    person_members(*ask, person->badge, person->expires, body);
    body.end_object();
  } else {
    body.null();
  }
  body.end_object();
  reply(json(body));
}

// Whether wrong PINs of this badge, or at this station, were too many; noted and answered.
bool is_throttled(Api& api, const Call& call, const Asking& ask, const std::string& badge, const Reply& reply) {
  if (api.pins_by_badge.has(badge) && api.pins_by_station.has(ask.station->id)) return false;
  api.enterprise.note_denial(call.actor, ask.station->plant, "too many wrong PINs");
  Response response = fault(429, {.code = "too-many-requests",
                                  .message = "too many wrong PINs",
                                  .way_out = "Wait a minute, or ask an administrator for a new PIN."});
  reply(std::move(response));
  return true;
}

void sign_in(Api& api, const Call& call, const Reply& reply) {
  auto ask = asking(api, call, reply);
  if (!ask) return;
  const Body body(call.request.body);
  const std::string badge = body.text("badge");
  const std::string pin = body.text("pin");
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  if (is_throttled(api, call, *ask, badge, reply)) return;
  if (ask->directory->badge(badge) == nullptr && api.enterprise.look_again()) {
    ask = asking(api, call, reply);
    if (!ask) return;
  }
  if (!service::is_pin_of(*ask->directory, *ask->station, badge, pin)) {
    api.pins_by_badge.take(badge);
    api.pins_by_station.take(ask->station->id);
    api.enterprise.note_each_denial(call.actor, ask->station->plant, "wrong PIN of badge " + badge.substr(0, 60));
    return reply(fault(401, {.code = "wrong-pin",
                             .message = "badge and PIN do not go together",
                             .way_out = "Try again, or ask an administrator for a new PIN."}));
  }
  const auto made = service::open_kiosk_session(api.enterprise, *ask->station, badge);
  if (!made) return reply(fault(made.error()));
  codec::JsonWriter answer;
  answer.begin_object();
  answer.key("session").text(made.value().secret);
  person_members(*ask, *ask->directory->badge(badge), ask->now + service::kKioskSessionSeconds * kSecond, answer);
  answer.end_object();
  reply(json(answer));
}

void sign_out(Api& api, const Call& call, const Reply& reply) {
  const auto ask = asking(api, call, reply);
  if (!ask) return;
  const auto person = person_of(*ask, call);
  if (!person) return reply(done());
  const service::Answer answer = service::close_kiosk_session(api.enterprise, *person);
  reply(answer ? done() : fault(answer.error()));
}

// Reports of the person whose session is shown, each judged by when it happened.
void post_events(Api& api, const Call& call, const Reply& reply) {
  const auto ask = asking(api, call, reply);
  if (!ask) return;
  const auto found = person_of(*ask, call);
  if (!found) return reply(fault(401, not_signed_in()));
  auto events = service::read_events(call.request.body);
  if (!events) return reply(fault(422, events.error()));
  if (events.value().empty()) {
    return reply(
        fault(422, {.code = "no-events", .message = "the list of events is empty", .way_out = "Send at least one."}));
  }
  service::KioskPerson person = *found;
  std::vector<base::Issues> refused;
  std::int64_t last = 0;
  for (service::Event& event : events.value()) {
    refused.push_back(service::why_not_said(person, *ask->station, event, ask->tables(), ask->now));
    event.person = person.badge.person;
    event.device = ask->station->id;
    if (!refused.back().empty()) continue;
    last = std::max(last, service::happened(event, ask->tables(), ask->now));
    person.expires = std::max(person.expires, last + service::kKioskSessionSeconds * kSecond);
  }
  // A report that is kept without it ends the session earlier, no more.
  if (last != 0) static_cast<void>(service::prolong(api.enterprise, *found, last));
  const auto batch = std::make_shared<EventBatch>(std::move(events).value(), reply);
  for (std::size_t place = 0; place < batch->events().size(); ++place) {
    if (!refused[place].empty()) {
      api.enterprise.note_denial(person.actor, ask->station->plant, refused[place].front().code);
      batch->answered(place, service::Answer::failure({service::RefusalKind::denied, refused[place]}));
      continue;
    }
    api.enterprise.submit(person.actor, ask->station->plant, command_of(batch->events()[place]),
                          [batch, place](const service::Answer& answer) { batch->answered(place, answer); });
  }
}

// A station's plant; of others the one that ?plant= names. Null, and answered, when who asks does not see it.
service::LivePlant* plant_for(Api& api, const Call& call, const Reply& reply) {
  const auto directory = api.enterprise.directory();
  const service::KioskStation* station = directory->station(call.actor.station);
  const std::string plant(station != nullptr ? station->plant : call.request.parameter("plant").value_or(""));
  service::LivePlant* live = api.enterprise.plant(call.actor, plant);
  if (live == nullptr) reply(not_found("plant " + plant));
  return live;
}

void show_wall(Api& api, const Call& call, const Reply& reply) {
  service::LivePlant* live = plant_for(api, call, reply);
  if (live == nullptr) return;
  const View view(api, *live);
  if (!service::has_area(view.now().tables, call.names.front())) {
    return reply(not_found("work centre " + call.names.front()));
  }
  codec::JsonWriter body;
  body.begin_object();
  service::wall_members(view.now(), call.names.front(), body);
  body.end_object();
  reply(json(body));
}

// News without their contents, to ask again by.
void stream(Api& api, const Call& call, const Reply& reply) {
  service::LivePlant* live = plant_for(api, call, reply);
  if (live == nullptr) return;
  Response response{.type = "text/event-stream"};
  response.events = std::make_unique<EntryStream>(api, *live, live->desk->state()->head().sequence, StreamForm::brief);
  reply(std::move(response));
}

}  // namespace

std::vector<Route> kiosk_routes() {
  using enum Access;
  return {
      {"POST", "/api/v1/kiosk/enrolment", open, Pace::quick, enrol},
      {"GET", "/api/v1/kiosk", kiosk, Pace::slow, show_station},
      {"POST", "/api/v1/kiosk/session", kiosk, Pace::slow, sign_in},
      {"DELETE", "/api/v1/kiosk/session", kiosk, Pace::slow, sign_out},
      {"POST", "/api/v1/kiosk/events", kiosk, Pace::slow, post_events},
      {"GET", "/api/v1/kiosk/walls/{area}", floor, Pace::slow, show_wall},
      {"GET", "/api/v1/kiosk/stream", floor, Pace::quick, stream},
  };
}

}  // namespace kilter::http
