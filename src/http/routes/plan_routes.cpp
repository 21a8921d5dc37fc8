// Plans: asked for, looked at, published.
#include <charconv>

#include "codec/plan/figures.hpp"
#include "codec/report/board/board_json.hpp"
#include "codec/report/brief_json.hpp"
#include "codec/report/report.hpp"
#include "http/answers/answers.hpp"
#include "http/answers/body.hpp"
#include "http/answers/lists.hpp"
#include "http/plant_call.hpp"
#include "http/published_call.hpp"
#include "http/routes/groups.hpp"
#include "http/routes/job_json.hpp"
#include "service/plant/plant_clock.hpp"

namespace kilter::http {
namespace {

using service::JobReport;
using service::Proposal;

// The job that the path names, of this plant; null, and answered, when there is none.
std::shared_ptr<const JobReport> job_of(Api& api, const Call& call, const Reply& reply) {
  if (plant_of(api, call, reply) == nullptr) return nullptr;
  auto report = api.enterprise.planner().report(call.names[1]);
  if (report && report->plant == call.names.front()) return report;
  reply(not_found("job " + call.names[1]));
  return nullptr;
}

using Ask = base::Result<std::string, service::Refusal> (service::Enterprise::*)(const service::Actor&,
                                                                                 std::string_view,
                                                                                 const service::PlanningOptions&);

void ask(Api& api, const Call& call, Ask what, double seconds, const Reply& reply) {
  const Body body(call.request.body.empty() ? "{}" : std::string_view(call.request.body));
  const service::PlanningOptions options = planning_options(body, seconds);
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  const auto job = (api.enterprise.*what)(call.actor, call.names.front(), options);
  reply(job ? job_answer(api, call, job.value()) : fault(job.error()));
}

void ask_plan(Api& api, const Call& call, const Reply& reply) { ask(api, call, &service::Enterprise::plan, 1, reply); }

void ask_repairs(Api& api, const Call& call, const Reply& reply) {
  ask(api, call, &service::Enterprise::repair, 0.15, reply);
}

void list_jobs(Api& api, const Call& call, const Reply& reply) {
  if (plant_of(api, call, reply) == nullptr) return;
  std::string body = R"({"jobs":[)";
  for (const auto& report : api.enterprise.planner().reports(call.names.front())) {
    if (body.back() != '[') body += ',';
    body += job_json(*report);
  }
  reply({.body = body + "]}"});
}

void show_job(Api& api, const Call& call, const Reply& reply) {
  if (const auto report = job_of(api, call, reply)) reply({.body = job_json(*report)});
}

void cancel_job(Api& api, const Call& call, const Reply& reply) {
  if (!job_of(api, call, reply)) return;
  api.enterprise.planner().cancel(call.names[1]);
  reply(done());
}

std::shared_ptr<const Proposal> proposal_of(Api& api, const Call& call, const Reply& reply) {
  if (plant_of(api, call, reply) == nullptr) return nullptr;
  const std::string& id = call.names[1];
  const auto job = api.enterprise.planner().report(id.substr(0, id.rfind('.')));
  auto proposal = job && job->plant == call.names.front() ? api.enterprise.planner().proposal(id) : nullptr;
  if (!proposal) reply(not_found("proposal " + id));
  return proposal;
}

void show_proposal(Api& api, const Call& call, const Reply& reply) {
  const auto proposal = proposal_of(api, call, reply);
  if (!proposal) return;
  reply({.body = proposal_json(call.names[1], *proposal)});
}

void answer_plan_table(const service::PlantTables& tables, const std::string& name, std::uint64_t sequence,
                       const Call& call, const Reply& reply) {
  const service::Table* table = tables.find(name);
  if (table == nullptr) return reply(not_found("table " + name + " of the plan"));
  answer_list(*table, sequence, call, reply);
}

void show_proposal_table(Api& api, const Call& call, const Reply& reply) {
  const auto proposal = proposal_of(api, call, reply);
  if (!proposal) return;
  answer_plan_table(*service::plan_tables(proposal->plan), call.names[2], proposal->based_on, call, reply);
}

void publish(Api& api, const Call& call, const Reply& reply) {
  service::Command command;
  command.key = call.request.header("idempotency-key");
  command.reason = header_text(call.request.header("x-reason"));
  reply(receipt(api.enterprise.publish(call.actor, call.names.front(), call.names[1], std::move(command))));
}

void show_plan(Api& api, const Call& call, const Reply& reply) {
  const auto live = published_of(api, call, reply);
  if (!live) return;
  codec::JsonWriter body;
  body.begin_object();
  body.key("sequence").integer(static_cast<std::int64_t>(live->sequence));
  codec::figures_members(live->now->plant, live->plan, body);
  codec::objective_member(live->plan.objective, body);
  body.end_object();
  reply(json(body));
}

void show_plan_table(Api& api, const Call& call, const Reply& reply) {
  const auto state = state_of(api, call, reply);
  if (!state) return;
  if (!state->published()) return reply(fault(404, nothing_published()));
  const bool past = call.request.parameter("at").has_value();
  service::LivePlant* live = plant_of(api, call, reply);
  const auto tables = past ? service::plan_tables(state->published()->plan) : live->published.tables(*state);
  answer_plan_table(*tables, call.names[1], state->published()->sequence, call, reply);
}

// More operations than a screen can use; what starts later is left out and said to be.
constexpr std::size_t kBoardOperations = 50'000;

void show_board(Api& api, const Call& call, const Reply& reply) {
  const auto live = published_of(api, call, reply);
  if (!live) return;
  const codec::PlanView view(live->now->plant, live->plan);
  reply({.body = codec::board_json(view, kBoardOperations)});
}

// Of the plant's today.
void show_brief(Api& api, const Call& call, const Reply& reply) {
  const auto live = published_of(api, call, reply);
  if (!live) return;
  const auto state = plant_of(api, call, reply)->desk->state();
  const time::Instant now = service::plant_time(state->tables(), api.enterprise.now());
  const codec::PlanView view(live->now->plant, live->plan);
  reply({.body = codec::brief_json(view, live->now->plant.frame.tick(now))});
}

void show_report(Api& api, const Call& call, const Reply& reply) {
  const auto live = published_of(api, call, reply);
  if (!live) return;
  const codec::PlanView view(live->now->plant, live->plan);
  reply({.type = "text/html; charset=utf-8",
         .body = codec::report_page(view, {.version = api.options.version, .seconds = 0})});
}

}  // namespace

std::vector<Route> plan_routes() {
  using enum Access;
  return {
      {"POST", "/api/v1/plants/{plant}/plans", known, Pace::slow, ask_plan},
      {"POST", "/api/v1/plants/{plant}/repairs", known, Pace::slow, ask_repairs},
      {"GET", "/api/v1/plants/{plant}/jobs", known, Pace::quick, list_jobs},
      {"GET", "/api/v1/plants/{plant}/jobs/{job}", known, Pace::quick, show_job},
      {"DELETE", "/api/v1/plants/{plant}/jobs/{job}", known, Pace::quick, cancel_job},
      {"GET", "/api/v1/plants/{plant}/proposals/{proposal}", known, Pace::quick, show_proposal},
      {"GET", "/api/v1/plants/{plant}/proposals/{proposal}/tables/{table}", known, Pace::slow, show_proposal_table},
      {"POST", "/api/v1/plants/{plant}/proposals/{proposal}/publish", known, Pace::slow, publish},
      {"GET", "/api/v1/plants/{plant}/plan", known, Pace::slow, show_plan},
      {"GET", "/api/v1/plants/{plant}/plan/tables/{table}", known, Pace::slow, show_plan_table},
      {"GET", "/api/v1/plants/{plant}/plan/board", known, Pace::slow, show_board},
      {"GET", "/api/v1/plants/{plant}/plan/brief", known, Pace::slow, show_brief},
      {"GET", "/api/v1/plants/{plant}/plan/report", known, Pace::slow, show_report},
  };
}

}  // namespace kilter::http
