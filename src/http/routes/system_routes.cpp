// Health, metrics and the contract.
#include "http/answers/answers.hpp"
#include "http/api.hpp"
#include "http/contract.hpp"
#include "http/routes/groups.hpp"

namespace kilter::http {
namespace {

void health(Api&, const Call&, const Reply& reply) { reply({.type = "text/plain", .body = "ok\n"}); }

// Ready when the database answers.
void readiness(Api& api, const Call&, const Reply& reply) {
  const auto head = api.enterprise.archive().entries(service::kAccessJournal, {.limit = 1});
  reply(head ? Response{.type = "text/plain", .body = "ready\n"} : fault(head.error()));
}

void metrics(Api& api, const Call&, const Reply& reply) {
  reply({.type = "text/plain; version=0.0.4", .body = api.metrics.text()});
}

void contract(Api&, const Call&, const Reply& reply) { reply({.body = contract_json()}); }

}  // namespace

std::vector<Route> system_routes() {
  return {
      {"GET", "/healthz", Access::open, Pace::quick, health},
      {"GET", "/readyz", Access::open, Pace::slow, readiness},
      {"GET", "/metrics", Access::open, Pace::quick, metrics},
      {"GET", "/api/v1/openapi.json", Access::open, Pace::slow, contract},
  };
}

}  // namespace kilter::http
