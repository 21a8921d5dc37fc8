// What a coordinator does by hand on the published plan: moves, pins, releases.
#include "http/answers/answers.hpp"
#include "http/answers/body.hpp"
#include "http/plant_call.hpp"
#include "http/routes/groups.hpp"
#include "http/routes/job_json.hpp"
#include "service/commands/resolve_pin.hpp"
#include "service/enterprise/hand.hpp"
#include "service/planning/hand/pins.hpp"

namespace kilter::http {
namespace {

using simdjson::SUCCESS;

std::string given(const Body& body, const char* member) { return body.gives(member) ? body.text(member) : ""; }
bool asked_for(const Body& body, const char* member) { return body.gives(member) && body.flag(member); }

service::MoveRequest move_in(const Body& body) {
  return {.operation = body.text("operation"),
          .unit = given(body, "unit"),
          .start = given(body, "start"),
          .people = body.words("people"),
          .soonest = asked_for(body, "soonest")};
}

// One move as the body itself, or several in "moves".
service::MoveQuestion question_in(const Body& body, base::Issues& faults) {
  service::MoveQuestion question{.prefer = given(body, "prefer"),
                                 .overtime = body.words("overtime"),
                                 .over_frozen = asked_for(body, "over_frozen"),
                                 .nearest = asked_for(body, "nearest"),
                                 .pin = asked_for(body, "pin")};
  simdjson::dom::array moves;
  if (body.gives("moves") && body.root()["moves"].get(moves) == SUCCESS) {
    for (const simdjson::dom::element element : moves) {
      const Body move(simdjson::minify(element));
      question.moves.push_back(move_in(move));
      faults.insert(faults.end(), move.faults().begin(), move.faults().end());
    }
  } else {
    question.moves.push_back(move_in(body));
  }
  faults.insert(faults.end(), body.faults().begin(), body.faults().end());
  return question;
}

void ask_move(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  base::Issues faults;
  const service::MoveQuestion question = question_in(body, faults);
  if (!faults.empty()) return reply(fault(422, faults));
  auto answer = service::ask_move(api.enterprise, call.actor, call.names.front(), question);
  reply(answer ? Response{.body = std::move(answer).value()} : fault(answer.error()));
}

void propose_move(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  base::Issues faults;
  const service::MoveQuestion question = question_in(body, faults);
  if (!faults.empty()) return reply(fault(422, faults));
  const auto job = service::propose_moves(api.enterprise, call.actor, call.names.front(), question);
  reply(job ? job_answer(api, call, job.value()) : fault(job.error()));
}

void show_alternatives(Api& api, const Call& call, const Reply& reply) {
  auto answer =
      service::ask_alternatives(api.enterprise, call.actor, call.names.front(), call.names[1] + "/" + call.names[2]);
  reply(answer ? Response{.body = std::move(answer).value()} : fault(answer.error()));
}

void mend_order(Api& api, const Call& call, const Reply& reply) {
  const auto job = service::mend_order(api.enterprise, call.actor, call.names.front(), call.names[1]);
  reply(job ? job_answer(api, call, job.value()) : fault(job.error()));
}

void pin(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  const service::Pin pin{.operation = body.text("operation"),
                         .unit = given(body, "unit"),
                         .start = given(body, "start"),
                         .people = body.words("people")};
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  submit(api, call, {.kind = "pin", .body = service::pin_body(pin)}, reply);
}

void unpin(Api& api, const Call& call, const Reply& reply) {
  submit(api, call, {.kind = "unpin", .body = service::unpin_body(call.names[1] + "/" + call.names[2])}, reply);
}

void show_gate(Api& api, const Call& call, const Reply& reply) {
  auto answer = service::ask_gate(api.enterprise, call.actor, call.names.front(), call.names[1]);
  reply(answer ? Response{.body = std::move(answer).value()} : fault(answer.error()));
}

void release(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body.empty() ? "{}" : std::string_view(call.request.body));
  const service::Release asked{.order = call.names[1], .override_lamps = asked_for(body, "override")};
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  service::Command command;
  command.key = call.request.header("idempotency-key");
  command.reason = header_text(call.request.header("x-reason"));
  reply(receipt(service::release_order(api.enterprise, call.actor, call.names.front(), asked, std::move(command))));
}

}  // namespace

std::vector<Route> hand_routes() {
  using enum Access;
  return {
      {"POST", "/api/v1/plants/{plant}/moves", known, Pace::slow, ask_move},
      {"POST", "/api/v1/plants/{plant}/moves/proposals", known, Pace::quick, propose_move},
      {"GET", "/api/v1/plants/{plant}/operations/{order}/{operation}/alternatives", known, Pace::slow,
       show_alternatives},
      {"POST", "/api/v1/plants/{plant}/orders/{order}/fixes", known, Pace::quick, mend_order},
      {"POST", "/api/v1/plants/{plant}/pins", known, Pace::quick, pin},
      {"DELETE", "/api/v1/plants/{plant}/pins/{order}/{operation}", known, Pace::quick, unpin},
      {"GET", "/api/v1/plants/{plant}/production-orders/{order}/readiness", known, Pace::slow, show_gate},
      {"POST", "/api/v1/plants/{plant}/production-orders/{order}/release", known, Pace::slow, release},
  };
}

}  // namespace kilter::http
