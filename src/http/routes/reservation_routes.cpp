// Orders that are held for a while, and what it would take to have one sooner.
#include "http/answers/answers.hpp"
#include "http/answers/body.hpp"
#include "http/plant_call.hpp"
#include "http/routes/groups.hpp"
#include "http/routes/job_json.hpp"
#include "service/commands/resolve_reservation.hpp"
#include "service/enterprise/hand.hpp"

namespace kilter::http {
namespace {

std::string given(const Body& body, const char* member) { return body.gives(member) ? body.text(member) : ""; }

service::Reservation reservation_in(const Body& body) {
  return {.item = body.text("item"),
          .site = given(body, "site"),
          .quantity = body.text("quantity"),
          .requested = body.text("requested"),
          .customer = given(body, "customer"),
          .priority = given(body, "priority"),
          .until = body.text("until")};
}

void reserve(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  const service::Reservation reservation = reservation_in(body);
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  submit(api, call, {.kind = "reserve", .body = service::reserve_body(reservation)}, reply);
}

void confirm(Api& api, const Call& call, const Reply& reply) {
  submit(api, call, {.kind = "reservation.confirmed", .body = service::reservation_body(call.names[1])}, reply);
}

void drop(Api& api, const Call& call, const Reply& reply) {
  submit(api, call, {.kind = "reservation.dropped", .body = service::reservation_body(call.names[1])}, reply);
}

void pull_ahead(Api& api, const Call& call, const Reply& reply) {
  const Body body(call.request.body);
  const service::Reservation order = reservation_in(body);
  const service::PlanningOptions options = planning_options(body, 0.15);
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  const auto job = service::pull_ahead(api.enterprise, call.actor, call.names.front(), order, options);
  reply(job ? job_answer(api, call, job.value()) : fault(job.error()));
}

}  // namespace

std::vector<Route> reservation_routes() {
  using enum Access;
  return {
      {"POST", "/api/v1/plants/{plant}/reservations", known, Pace::quick, reserve},
      {"POST", "/api/v1/plants/{plant}/reservations/{order}/confirm", known, Pace::quick, confirm},
      {"DELETE", "/api/v1/plants/{plant}/reservations/{order}", known, Pace::quick, drop},
      {"POST", "/api/v1/plants/{plant}/pull-aheads", known, Pace::quick, pull_ahead},
  };
}

}  // namespace kilter::http
