// Plans: asked for, looked at, published.
#include <charconv>

#include "codec/plan/figures.hpp"
#include "codec/report/report.hpp"
#include "http/answers/answers.hpp"
#include "http/answers/body.hpp"
#include "http/answers/lists.hpp"
#include "http/plant_call.hpp"
#include "http/published_call.hpp"
#include "http/routes/groups.hpp"

namespace kilter::http {
namespace {

using service::JobReport;
using service::Proposal;

void proposal_members(const std::string& id, const Proposal& proposal, std::string& body) {
  codec::JsonWriter json;
  json.begin_object();
  json.key("id").text(id);
  json.key("name").text(proposal.name);
  json.key("words").text(proposal.words);
  json.key("based_on").integer(static_cast<std::int64_t>(proposal.based_on));
  json.end_object();
  body += json.str();
  body.back() = ',';
  body += R"("figures":)" + proposal.figures;
  if (!proposal.changes.empty()) body += R"(,"changes":)" + proposal.changes;
  body += '}';
}

std::string job_json(const JobReport& report) {
  codec::JsonWriter json;
  json.begin_object();
  json.key("id").text(report.id);
  json.key("kind").text(report.kind);
  json.key("author").text(report.author);
  json.key("asked_at").text(service::utc_text(report.asked_at));
  json.key("state").text(word(report.state));
  json.key("phase").text(report.phase);
  json.key("seconds").number(report.seconds);
  json.key("issues").begin_array();
  for (const base::Issue& issue : report.issues) issue_object(issue, json);
  json.end_array().end_object();
  std::string body = json.str();
  body.back() = ',';
  body += R"("proposals":[)";
  std::size_t number = 0;
  for (const auto& proposal : report.proposals) {
    if (number > 0) body += ',';
    proposal_members(report.id + "." + std::to_string(++number), *proposal, body);
  }
  return body + "]}";
}

// The job that the path names, of this plant; null, and answered, when there is none.
std::shared_ptr<const JobReport> job_of(Api& api, const Call& call, const Reply& reply) {
  if (plant_of(api, call, reply) == nullptr) return nullptr;
  auto report = api.enterprise.planner().report(call.names[1]);
  if (report && report->plant == call.names.front()) return report;
  reply(not_found("job " + call.names[1]));
  return nullptr;
}

constexpr std::int64_t kMostSeconds = 3'600;

using Ask = base::Result<std::string, service::Refusal> (service::Enterprise::*)(const service::Actor&,
                                                                                 std::string_view,
                                                                                 const service::PlanningOptions&);

void ask(Api& api, const Call& call, Ask what, double seconds, const Reply& reply) {
  const Body body(call.request.body.empty() ? "{}" : std::string_view(call.request.body));
  service::PlanningOptions options{.seconds = seconds};
  if (body.gives("seconds")) options.seconds = body.number("seconds", kMostSeconds);
  if (body.gives("steps")) options.steps = static_cast<std::uint64_t>(body.count("steps", 1'000'000'000));
  if (body.gives("seed")) options.seed = static_cast<std::uint64_t>(body.count("seed", 1'000'000'000));
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  const auto job = (api.enterprise.*what)(call.actor, call.names.front(), options);
  if (!job) return reply(fault(job.error()));
  Response response{.status = 202, .body = job_json(*api.enterprise.planner().report(job.value()))};
  response.headers.emplace_back("Location", "/api/v1/plants/" + call.names.front() + "/jobs/" + job.value());
  reply(std::move(response));
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
  std::string body;
  proposal_members(call.names[1], *proposal, body);
  reply({.body = std::move(body)});
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
  command.reason = call.request.header("x-reason");
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
      {"GET", "/api/v1/plants/{plant}/plan/report", known, Pace::slow, show_report},
  };
}

}  // namespace kilter::http
