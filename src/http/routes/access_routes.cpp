// Who is who: the first administrator, sessions of browsers, users and tokens.
#include <algorithm>

#include "http/answers/answers.hpp"
#include "http/answers/body.hpp"
#include "http/api.hpp"
#include "http/routes/groups.hpp"
#include "service/access/secrets.hpp"
#include "service/enterprise/administration.hpp"

namespace kilter::http {
namespace {

constexpr std::int64_t kSessionSeconds = 12 * 3'600;

void user_members(const service::User& user, codec::JsonWriter& json) {
  json.key("id").text(user.id);
  json.key("name").text(user.name);
  json.key("role").text(word(user.role));
  json.key("plants").begin_array();
  for (const std::string& plant : user.plants) json.text(plant);
  json.end_array();
  json.key("active").boolean(user.active);
}

void token_members(const service::Token& token, codec::JsonWriter& json) {
  json.key("id").text(token.id);
  json.key("name").text(token.name);
  json.key("kind").text(word(token.kind));
  json.key("role").text(word(token.role));
  json.key("user").text(token.user);
  json.key("plants").begin_array();
  for (const std::string& plant : token.plants) json.text(plant);
  json.end_array();
  json.key("created").text(token.created);
  if (token.expires == 0) {
    json.key("expires").null();
  } else {
    json.key("expires").text(service::utc_text(token.expires));
  }
}

std::string cookie(const Api& api, std::string_view secret, std::int64_t seconds) {
  std::string text = "kilter_session=" + std::string(secret) + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=";
  text += std::to_string(seconds);
  if (api.options.secure_cookies) text += "; Secure";
  return text;
}

Response session_of(const service::Actor& actor, std::string_view secret) {
  codec::JsonWriter body;
  body.begin_object();
  body.key("user").text(actor.id);
  body.key("role").text(word(actor.role));
  body.key("csrf").text(csrf_of(secret));
  body.key("plants").begin_array();
  for (const std::string& plant : actor.plants) body.text(plant);
  body.end_array();
  body.key("permissions").begin_array();
  for (std::size_t i = 0; i < service::kPermissionCount; ++i) {
    const auto permission = static_cast<service::Permission>(i);
    if (service::may(actor.role, permission)) body.text(word(permission));
  }
  body.end_array().end_object();
  return json(body);
}

Response begin_session(Api& api, const std::string& user) {
  const auto made = service::open_session(api.enterprise, user, kSessionSeconds);
  if (!made) return fault(made.error());
  const auto actor = api.enterprise.who(made.value().secret);
  if (!actor)
    return fault(503, base::Issue{.code = "database-unavailable", .message = "the session could not be read back"});
  Response response = session_of(*actor, made.value().secret);
  response.headers.emplace_back("Set-Cookie", cookie(api, made.value().secret, kSessionSeconds));
  return response;
}

// The first administrator, by whoever shows the one-time secret.
void set_up(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  service::NewUser user{.id = body.text("user"),
                        .name = body.text("name"),
                        .role = service::Role::administrator,
                        .password = body.text("password")};
  const std::string secret = body.text("secret");
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  if (!api.sign_ins.take(call.request.peer))
    return reply(fault(429, {.code = "too-many-requests", .message = "too many tries", .way_out = "Wait a minute."}));
  if (base::Issues faults = service::why_no_user(*api.enterprise.directory(), user); !faults.empty()) {
    return reply(fault(422, faults));
  }
  if (!api.take_setup(secret)) {
    return reply(fault(403, {.code = "bad-setup",
                             .message = "the set-up link was used or is another one",
                             .way_out = "Start the server anew, or use kilter token create."}));
  }
  const service::Actor first{.id = "setup", .role = service::Role::administrator};
  const service::Answer answer = service::add_user(api.enterprise, first, user);
  if (!answer) return reply(fault(answer.error()));
  reply(begin_session(api, user.id));
}

void sign_in(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  const std::string user = body.text("user");
  const std::string password = body.text("password");
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  if (!api.sign_ins.has("user " + user) || !api.sign_ins.has("peer " + call.request.peer)) {
    return reply(
        fault(429, {.code = "too-many-requests", .message = "too many wrong passwords", .way_out = "Wait a minute."}));
  }
  if (!service::is_password_of(*api.enterprise.directory(), user, password)) {
    api.sign_ins.take("user " + user);
    api.sign_ins.take("peer " + call.request.peer);
    api.enterprise.note_denial({.id = "nobody"}, {}, "sign-in");
    return reply(fault(401, {.code = "wrong-password",
                             .message = "user and password do not go together",
                             .way_out = "Try again, or ask an administrator for a new password."}));
  }
  reply(begin_session(api, user));
}

void who_am_i(Api&, const Call& call, const Reply& reply) { reply(session_of(call.actor, shown_secret(call.request))); }

void sign_out(Api& api, const Call& call, const Reply& reply) {
  const service::Answer answer = service::drop_token(api.enterprise, call.actor, call.actor.token);
  if (!answer) return reply(fault(answer.error()));
  Response response = done();
  response.headers.emplace_back("Set-Cookie", cookie(api, {}, 0));
  reply(std::move(response));
}

void list_users(Api& api, const Call& call, const Reply& reply) {
  if (auto denied = api.enterprise.why_not(call.actor, {}, service::Permission::administer, "users")) {
    return reply(fault(*denied));
  }
  codec::JsonWriter body;
  body.begin_object().key("users").begin_array();
  for (const service::User& user : api.enterprise.directory()->users()) {
    body.begin_object();
    user_members(user, body);
    body.end_object();
  }
  body.end_array().end_object();
  reply(json(body));
}

void add_user(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  const service::NewUser user{.id = body.text("id"),
                              .name = body.text("name"),
                              .role = body.role("role"),
                              .plants = body.words("plants"),
                              .password = body.text("password")};
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  reply(receipt(service::add_user(api.enterprise, call.actor, user), 201));
}

void change_user(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  service::UserChange change{.id = call.names.front()};
  if (body.gives("name")) change.name = body.text("name");
  if (body.gives("role")) change.role = body.role("role");
  if (body.gives("plants")) change.plants = body.words("plants");
  if (body.gives("password")) change.password = body.text("password");
  if (body.gives("active")) change.active = body.flag("active");
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  reply(receipt(service::change_user(api.enterprise, call.actor, change)));
}

void list_tokens(Api& api, const Call& call, const Reply& reply) {
  if (auto denied = api.enterprise.why_not(call.actor, {}, service::Permission::administer, "tokens")) {
    return reply(fault(*denied));
  }
  codec::JsonWriter body;
  body.begin_object().key("tokens").begin_array();
  for (const service::Token& token : api.enterprise.directory()->tokens()) {
    body.begin_object();
    token_members(token, body);
    body.end_object();
  }
  body.end_array().end_object();
  reply(json(body));
}

void add_token(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  service::NewToken token{.name = body.text("name"), .role = body.role("role"), .plants = body.words("plants")};
  if (body.gives("days")) token.seconds = body.count("days", 3'650) * 86'400;
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  const auto made = service::add_token(api.enterprise, call.actor, token);
  if (!made) return reply(fault(made.error()));
  codec::JsonWriter answer;
  answer.begin_object();
  answer.key("id").text(made.value().id);
  answer.key("token").text(made.value().secret);
  receipt_members(made.value().receipt, answer);
  answer.end_object();
  reply(json(answer, 201));
}

void drop_token(Api& api, const Call& call, const Reply& reply) {
  const service::Answer answer = service::drop_token(api.enterprise, call.actor, call.names.front());
  reply(answer ? done() : fault(answer.error()));
}

}  // namespace

std::vector<Route> access_routes() {
  using enum http::Access;
  return {
      {"POST", "/api/v1/setup", open, Pace::slow, set_up},
      {"POST", "/api/v1/session", open, Pace::slow, sign_in},
      {"GET", "/api/v1/session", known, Pace::quick, who_am_i},
      {"DELETE", "/api/v1/session", known, Pace::slow, sign_out},
      {"GET", "/api/v1/users", known, Pace::quick, list_users},
      {"POST", "/api/v1/users", known, Pace::slow, add_user},
      {"PATCH", "/api/v1/users/{user}", known, Pace::slow, change_user},
      {"GET", "/api/v1/tokens", known, Pace::quick, list_tokens},
      {"POST", "/api/v1/tokens", known, Pace::slow, add_token},
      {"DELETE", "/api/v1/tokens/{token}", known, Pace::slow, drop_token},
  };
}

}  // namespace kilter::http
