// What happens next and what is open: dispatch lists, calls, orders on the floor, contradictions, traces of lots.
#include "http/answers/answers.hpp"
#include "http/plant_call.hpp"
#include "http/published_call.hpp"
#include "http/routes/groups.hpp"
#include "service/floor/views/andon_board.hpp"
#include "service/floor/views/dispatch.hpp"
#include "service/floor/views/trace.hpp"
#include "service/floor/views/work_state.hpp"
#include "service/plant/plant_clock.hpp"

namespace kilter::http {
namespace {

// A plant's tables with its time, for views.
class View {
 public:
  View(Api& api, std::shared_ptr<const service::PlantState> state)
      : state_(std::move(state)),
        zone_(service::zone_of(state_->tables())),
        at_(service::plant_time(state_->tables(), api.enterprise.now())) {}

  [[nodiscard]] const service::PlantTables& tables() const { return state_->tables(); }
  [[nodiscard]] const time::Zone& zone() const { return zone_; }
  [[nodiscard]] service::Received now() const { return {.at = at_, .zone = zone_}; }

 private:
  std::shared_ptr<const service::PlantState> state_;
  time::Zone zone_;
  time::Instant at_;
};

bool as_csv(const Call& call) { return call.request.parameter("format") == "csv"; }

Response csv(std::string text) { return {.type = "text/csv; charset=utf-8", .body = std::move(text)}; }

base::Issue one_station() {
  return {.code = "bad-query",
          .where = {.column = "work_unit"},
          .message = "the query names neither a work unit nor a person, or both",
          .way_out = "Add ?work_unit= or ?person=."};
}

void dispatch_list(Api& api, const Call& call, const Reply& reply) {
  const auto live = published_of(api, call, reply);
  if (!live) return;
  const auto unit = call.request.parameter("work_unit");
  const auto person = call.request.parameter("person");
  if (unit.has_value() == person.has_value()) return reply(fault(422, one_station()));
  auto state = state_of(api, call, reply);
  if (!state) return;
  const View view(api, std::move(state));
  const auto jobs =
      service::dispatch({live->now->plant, live->plan}, view.tables(), view.now(),
                        {.work_unit = std::string(unit.value_or("")), .person = std::string(person.value_or(""))});
  if (as_csv(call)) return reply(csv(service::dispatch_csv(jobs, view.zone())));
  reply({.body = service::dispatch_json(jobs, view.zone())});
}

void list_calls(Api& api, const Call& call, const Reply& reply) {
  auto state = state_of(api, call, reply);
  if (!state) return;
  const View view(api, std::move(state));
  const auto calls = service::open_calls(view.tables(), view.now());
  if (as_csv(call)) return reply(csv(service::calls_csv(calls, view.zone())));
  reply({.body = service::calls_json(calls, view.zone())});
}

void list_orders(Api& api, const Call& call, const Reply& reply) {
  auto state = state_of(api, call, reply);
  if (!state) return;
  const View view(api, std::move(state));
  const auto orders = service::order_views(view.tables(), view.now());
  if (as_csv(call)) return reply(csv(service::orders_csv(orders, view.zone())));
  reply({.body = service::orders_json(orders, view.zone())});
}

void show_order(Api& api, const Call& call, const Reply& reply) {
  auto state = state_of(api, call, reply);
  if (!state) return;
  const View view(api, std::move(state));
  const auto order = service::order_view(view.tables(), view.now(), call.names[1]);
  if (!order) return reply(not_found("production order " + call.names[1]));
  reply({.body = service::orders_json({&*order, 1}, view.zone())});
}

void list_conflicts(Api& api, const Call& call, const Reply& reply) {
  const auto state = state_of(api, call, reply);
  if (!state) return;
  const auto conflicts = service::open_conflicts(state->tables());
  if (as_csv(call)) return reply(csv(service::conflicts_csv(conflicts)));
  reply({.body = service::conflicts_json(conflicts)});
}

void trace_lot(Api& api, const Call& call, const Reply& reply) {
  const auto state = state_of(api, call, reply);
  if (!state) return;
  const bool back = call.request.parameter("direction") == "back";
  const auto uses = service::trace(state->tables(), back ? service::Trace::went_into_it : service::Trace::made_of_it,
                                   call.names[1], std::string(call.request.parameter("lot").value_or("")));
  if (as_csv(call)) return reply(csv(service::trace_csv(uses)));
  reply({.body = service::trace_json(uses)});
}

}  // namespace

std::vector<Route> floor_routes() {
  using enum Access;
  return {
      {"GET", "/api/v1/plants/{plant}/dispatch", known, Pace::slow, dispatch_list},
      {"GET", "/api/v1/plants/{plant}/calls", known, Pace::slow, list_calls},
      {"GET", "/api/v1/plants/{plant}/production-orders", known, Pace::slow, list_orders},
      {"GET", "/api/v1/plants/{plant}/production-orders/{order}", known, Pace::slow, show_order},
      {"GET", "/api/v1/plants/{plant}/conflicts", known, Pace::slow, list_conflicts},
      {"GET", "/api/v1/plants/{plant}/items/{item}/trace", known, Pace::slow, trace_lot},
  };
}

}  // namespace kilter::http
