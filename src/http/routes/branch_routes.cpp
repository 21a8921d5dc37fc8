// What-if branches: opened, edited, planned, kept or dropped.
#include "http/answers/answers.hpp"
#include "http/answers/body.hpp"
#include "http/answers/lists.hpp"
#include "http/plant_call.hpp"
#include "http/routes/groups.hpp"
#include "http/routes/job_json.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::http {
namespace {

using service::Branch;

void branch_members(const Branch& branch, codec::JsonWriter& json) {
  json.key("id").text(branch.id);
  json.key("name").text(branch.name);
  json.key("author").text(branch.author);
  json.key("based_on").integer(static_cast<std::int64_t>(branch.base->head().sequence));
  json.key("edits");
  service::write_edits(service::difference(branch.base->tables(), branch.state->tables()), json);
}

Response branch_json(const Branch& branch, unsigned status = 200) {
  codec::JsonWriter body;
  body.begin_object();
  branch_members(branch, body);
  body.end_object();
  return json(body, status);
}

// The plant, when who asks may plan it; null, and answered, otherwise.
service::LivePlant* planned_by(Api& api, const Call& call, const Reply& reply) {
  service::LivePlant* live = plant_of(api, call, reply);
  if (live == nullptr) return nullptr;
  auto denied = api.enterprise.why_not(call.actor, call.names.front(), service::Permission::plan, "branch");
  if (!denied) return live;
  reply(fault(*denied));
  return nullptr;
}

void open_branch(Api& api, const Call& call, const Reply& reply) {
  service::LivePlant* live = planned_by(api, call, reply);
  if (live == nullptr) return;
  const Body body(call.request.body);
  const std::string name = body.text("name");
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  const auto branch = live->branches.open(name, call.actor.id, live->desk->state());
  if (branch) return reply(branch_json(*branch, 201));
  reply(fault(409, {.code = "too-many-branches",
                    .message = "there are too many branches",
                    .way_out = "Keep or drop some of them."}));
}

void list_branches(Api& api, const Call& call, const Reply& reply) {
  const service::LivePlant* live = plant_of(api, call, reply);
  if (live == nullptr) return;
  codec::JsonWriter body;
  body.begin_object().key("branches").begin_array();
  for (const Branch& branch : live->branches.all()) {
    body.begin_object();
    branch_members(branch, body);
    body.end_object();
  }
  body.end_array().end_object();
  reply(json(body));
}

// The branch that the path names; none, and answered, when there is none.
std::optional<Branch> branch_of(Api& api, const Call& call, const Reply& reply) {
  const service::LivePlant* live = plant_of(api, call, reply);
  if (live == nullptr) return std::nullopt;
  auto branch = live->branches.find(call.names[1]);
  if (!branch) reply(not_found("branch " + call.names[1]));
  return branch;
}

void show_branch(Api& api, const Call& call, const Reply& reply) {
  if (const auto branch = branch_of(api, call, reply)) reply(branch_json(*branch));
}

void show_branch_table(Api& api, const Call& call, const Reply& reply) {
  const auto branch = branch_of(api, call, reply);
  if (!branch) return;
  const service::Table* table = branch->state->tables().find(call.names[2]);
  if (table == nullptr) return reply(not_found("table " + call.names[2]));
  answer_list(*table, branch->base->head().sequence, call, reply);
}

void edit_branch(Api& api, const Call& call, const Reply& reply) {
  service::LivePlant* live = planned_by(api, call, reply);
  if (live == nullptr || !branch_of(api, call, reply)) return;
  const auto edited = live->branches.edit(call.names[1], call.request.body);
  reply(edited ? branch_json(edited.value()) : fault(422, edited.error()));
}

void plan_branch(Api& api, const Call& call, const Reply& reply) {
  const auto branch = branch_of(api, call, reply);
  if (!branch) return;
  const Body body(call.request.body.empty() ? "{}" : std::string_view(call.request.body));
  const auto options = planning_options(body, 1);
  if (!body.faults().empty()) return reply(fault(422, body.faults()));
  const auto job = api.enterprise.plan_branch(call.actor, call.names.front(), *branch, options);
  reply(job ? job_answer(api, call, job.value()) : fault(job.error()));
}

// As one command, if what the branch changed is still as it was.
void keep_branch(Api& api, const Call& call, const Reply& reply) {
  const auto branch = branch_of(api, call, reply);
  if (!branch) return;
  service::LivePlant& live = *plant_of(api, call, reply);
  codec::JsonWriter body;
  body.begin_object();
  body.key("branch").text(branch->name);
  body.key("edits");
  service::write_edits(service::difference(branch->base->tables(), branch->state->tables()), body);
  body.end_object();
  submit(api, call, {.kind = "edit", .body = body.str()}, [&live, id = branch->id, reply](Response response) {
    if (response.status == 200) live.branches.drop(id);
    reply(std::move(response));
  });
}

void drop_branch(Api& api, const Call& call, const Reply& reply) {
  service::LivePlant* live = planned_by(api, call, reply);
  if (live == nullptr || !branch_of(api, call, reply)) return;
  live->branches.drop(call.names[1]);
  reply(done());
}

}  // namespace

std::vector<Route> branch_routes() {
  using enum Access;
  return {
      {"GET", "/api/v1/plants/{plant}/branches", known, Pace::slow, list_branches},
      {"POST", "/api/v1/plants/{plant}/branches", known, Pace::quick, open_branch},
      {"GET", "/api/v1/plants/{plant}/branches/{branch}", known, Pace::slow, show_branch},
      {"DELETE", "/api/v1/plants/{plant}/branches/{branch}", known, Pace::quick, drop_branch},
      {"POST", "/api/v1/plants/{plant}/branches/{branch}/edits", known, Pace::slow, edit_branch},
      {"GET", "/api/v1/plants/{plant}/branches/{branch}/tables/{table}", known, Pace::slow, show_branch_table},
      {"POST", "/api/v1/plants/{plant}/branches/{branch}/plans", known, Pace::slow, plan_branch},
      {"POST", "/api/v1/plants/{plant}/branches/{branch}/keep", known, Pace::slow, keep_branch},
  };
}

}  // namespace kilter::http
