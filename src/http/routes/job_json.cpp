#include "http/routes/job_json.hpp"

#include "codec/json/writer.hpp"
#include "http/answers/answers.hpp"

namespace kilter::http {

using service::JobReport;
using service::Proposal;

namespace {

constexpr std::int64_t kMostSeconds = 3'600;
constexpr std::int64_t kMostSteps = 1'000'000'000;

}  // namespace

service::PlanningOptions planning_options(const Body& body, double seconds) {
  service::PlanningOptions options{.seconds = seconds};
  if (body.gives("seconds")) options.seconds = body.number("seconds", kMostSeconds);
  if (body.gives("steps")) options.steps = static_cast<std::uint64_t>(body.count("steps", kMostSteps));
  if (body.gives("seed")) options.seed = static_cast<std::uint64_t>(body.count("seed", kMostSteps));
  return options;
}

Response job_answer(Api& api, const Call& call, const std::string& job) {
  Response response{.status = 202, .body = job_json(*api.enterprise.planner().report(job))};
  response.headers.emplace_back("Location", "/api/v1/plants/" + call.names.front() + "/jobs/" + job);
  return response;
}

std::string proposal_json(const std::string& id, const Proposal& proposal) {
  codec::JsonWriter json;
  json.begin_object();
  json.key("id").text(id);
  json.key("name").text(proposal.name);
  json.key("words").text(proposal.words);
  json.key("based_on").integer(static_cast<std::int64_t>(proposal.based_on));
  json.end_object();
  std::string body = json.str();
  body.back() = ',';
  body += R"("figures":)" + proposal.figures;
  if (!proposal.changes.empty()) body += R"(,"changes":)" + proposal.changes;
  return body + '}';
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
    body += proposal_json(report.id + "." + std::to_string(++number), *proposal);
  }
  return body + "]}";
}

}  // namespace kilter::http
