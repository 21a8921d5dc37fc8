#include "http/api.hpp"

#include <array>
#include <utility>

#include "http/answers/answers.hpp"
#include "http/site/site.hpp"
#include "service/access/secrets.hpp"

namespace kilter::http {
namespace {

constexpr std::string_view kBearer = "Bearer ";
// Browsers send a station's to what kiosks ask alone; there it goes before a session's.
constexpr std::array<std::string_view, 2> kCookies{"kilter_station=", "kilter_session="};
// Sign-ins: ten wrong ones at once, then one in twenty seconds.
constexpr double kSignInsPerSecond = 0.05;
constexpr double kSignIns = 10;
// PINs are short: five wrong ones of a badge, then one a minute; twenty at a station, then one in twenty seconds.
constexpr double kPinsPerSecond = 1.0 / 60;
constexpr double kPins = 5;
constexpr double kStationPinsPerSecond = 0.05;
constexpr double kStationPins = 20;
constexpr double kBurst = 2;  // seconds of the steady rate

// Whether the path may be the web interface's: all but the API's.
bool is_page(const Request& request) {
  return (request.method == "GET" || request.method == "HEAD") &&
         (request.segments.empty() || request.segments.front() != "api");
}

bool is_safe(std::string_view method) { return method == "GET" || method == "HEAD"; }

base::Issue unauthorized() {
  return {.code = "unauthorized",
          .message = "the request shows no token or session that is known here",
          .way_out = "Send Authorization: Bearer TOKEN; kilter token create makes one."};
}

base::Issue forged_issue() {
  return {.code = "csrf",
          .message = "a session changes something only from a page of its own",
          .way_out = "Send the csrf of GET /api/v1/session as X-CSRF-Token."};
}

base::Issue kiosk_only(const service::Actor& actor) {
  return {.code = "denied",
          .where = {.value = actor.station},
          .message = "a kiosk station may not ask for this",
          .way_out = "Sign in as a user, or use a token of a program."};
}

base::Issue no_station() {
  return {.code = "no-station",
          .message = "this is for kiosk stations alone",
          .way_out = "Let an administrator make a station, and open its link on this device."};
}

base::Issue too_often() {
  return {.code = "too-many-requests", .message = "too many requests", .way_out = "Wait a moment and go slower."};
}

}  // namespace

std::string_view shown_secret(const Request& request) {
  std::string_view bearer = request.header("authorization");
  if (bearer.starts_with(kBearer)) return bearer.substr(kBearer.size());
  for (const std::string_view cookie : kCookies) {
    std::string_view cookies = request.header("cookie");
    const std::size_t at = cookies.find(cookie);
    if (at == std::string_view::npos) continue;
    cookies.remove_prefix(at + cookie.size());
    return cookies.substr(0, cookies.find(';'));
  }
  return {};
}

std::string csrf_of(std::string_view secret) { return service::digest("csrf " + std::string(secret)).substr(0, 32); }

Api::Api(service::Enterprise& all, ApiOptions given)
    : enterprise(all),
      options(std::move(given)),
      sign_ins(kSignInsPerSecond, kSignIns),
      pins_by_badge(kPinsPerSecond, kPins),
      pins_by_station(kStationPinsPerSecond, kStationPins),
      setup_secret_(options.setup_secret),
      rates_(1, kBurst),
      workers_(options.workers) {}

bool Api::take_setup(std::string_view secret) {
  const std::lock_guard lock(setup_mutex_);
  if (setup_secret_.empty() || secret != setup_secret_) return false;
  setup_secret_.clear();
  return true;
}

void Api::handle(Request request, Reply reply) {
  const auto begun = std::chrono::steady_clock::now();
  const std::string method = request.method;
  Match matched = match(request.method, request.segments);
  const std::string_view route = matched.route != nullptr ? matched.route->path : std::string_view();
  answer(std::move(request), std::move(matched),
         [this, begun, method, route, reply = std::move(reply)](Response response) {
           const auto time = std::chrono::steady_clock::now() - begun;
           metrics.answered(response.status, time);
           response.headers.emplace_back("X-Content-Type-Options", "nosniff");
           if (options.log) {
             codec::JsonWriter line;
             line.begin_object();
             line.key("method").text(method).key("route").text(route).key("status").integer(response.status);
             line.key("micros").integer(std::chrono::duration_cast<std::chrono::microseconds>(time).count());
             line.end_object();
             options.log(line.str());
           }
           reply(std::move(response));
         });
}

void Api::answer(Request request, Match matched, const Reply& reply) {
  if (matched.route == nullptr && matched.other_method) {
    return reply(fault(405, {.code = "method-not-allowed",
                             .where = {.value = request.method},
                             .message = request.method + " is not for " + request.path,
                             .way_out = "/api/v1/openapi.json lists what there is."}));
  }
  if (matched.route == nullptr) return reply(is_page(request) ? site_answer(request) : not_found(request.path));
  bool forged = false;
  const std::optional<service::Actor> actor = who(request, forged);
  const bool stranger = !actor;
  const double rate = stranger ? options.strangers_per_second : options.requests_per_second;
  if (!rates_.take(stranger ? request.peer : actor->token, 1 / rate)) return reply(fault(429, too_often()));
  const bool open = matched.route->access == Access::open;
  if (stranger && !open) {
    Response response = fault(401, unauthorized());
    response.headers.emplace_back("WWW-Authenticate", "Bearer");
    return reply(std::move(response));
  }
  if (forged && !open) return reply(fault(403, forged_issue()));
  if (!open && actor->station.empty() && matched.route->access == Access::kiosk) return reply(fault(403, no_station()));
  if (!open && !actor->station.empty() && matched.route->access == Access::known) {
    enterprise.note_denial(*actor, {}, request.method + " " + std::string(matched.route->path));
    return reply(fault(403, kiosk_only(*actor)));
  }
  Call call{.request = std::move(request),
            .names = std::move(matched.names),
            .actor = actor.value_or(service::Actor{.id = "nobody"})};
  const Route& route = *matched.route;
  if (route.pace == Pace::quick) return route.handle(*this, call, reply);
  auto job = [this, &route, call = std::move(call), reply] { route.handle(*this, call, reply); };
  if (!workers_.post(std::move(job))) reply(fault(503, too_often()));
}

// `forged`: a session's cookie that no page of ours sent along.
std::optional<service::Actor> Api::who(const Request& request, bool& forged) {
  const std::string_view secret = shown_secret(request);
  if (secret.empty()) return std::nullopt;
  std::optional<service::Actor> actor = enterprise.who(secret);
  const bool by_cookie = !request.header("authorization").starts_with(kBearer);
  if (actor && by_cookie && !is_safe(request.method)) forged = request.header("x-csrf-token") != csrf_of(secret);
  return actor;
}

}  // namespace kilter::http
