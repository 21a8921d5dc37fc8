#include "service/planning/proposal.hpp"

#include <utility>

#include "check/verify.hpp"
#include "codec/json/writer.hpp"
#include "codec/plan/figures.hpp"
#include "codec/plan/folder_sink.hpp"
#include "codec/plan/write.hpp"
#include "codec/plant/write.hpp"
#include "coordinate/live/firm.hpp"
#include "service/planning/live_plan.hpp"
#include "service/planning/order_rows.hpp"
#include "service/planning/plant_now.hpp"
#include "service/tables/edits_json.hpp"

namespace kilter::service {
namespace {

using codec::plant::TargetFile;
using Proposing = base::Result<Proposal>;

base::Issues issues_of(const std::vector<check::Violation>& violations) {
  base::Issues issues;
  for (const check::Violation& violation : violations) {
    issues.push_back({.code = violation.rule,
                      .message = violation.message,
                      .way_out = "This is a fault of Kilter; please report it with the plant."});
  }
  return issues;
}

std::vector<TargetFile> plan_files(const model::Plant& plant, const plan::Plan& plan) {
  codec::MemoryFolder folder;
  codec::write_plan(codec::PlanView(plant, plan), {}, folder);
  std::vector<TargetFile> files;
  for (const auto& [name, bytes] : folder.files()) files.push_back({name, bytes});
  return files;
}

std::string figures_of(const model::Plant& plant, const plan::Plan& plan) {
  codec::JsonWriter json;
  json.begin_object();
  codec::figures_members(plant, plan, json);
  codec::objective_member(plan.objective, json);
  json.end_object();
  return json.str();
}

}  // namespace

Proposing to_proposal(const PlantState& state, const model::PlantDraft& draft, const model::Plant& plant,
                      plan::Plan plan) {
  const std::vector<coordinate::FirmOrder> earlier = published_orders(draft);
  coordinate::OrderNumbers numbers = coordinate::OrderNumbers::after(plant, last_order_number(state.tables()));
  const std::vector<coordinate::FirmOrder> orders = coordinate::firm_orders(plant, plan, earlier, numbers);
  const model::PlantDraft wanted = coordinate::with_firm_orders(draft, plant, plan, orders);
  Proposal proposal{.based_on = state.head().sequence, .base = state.tables()};
  proposal.edits = publishing_edits(state.tables(), codec::plant::write_draft(wanted), numbers.last());
  // The plan is written for the plant that its tables will be read back to.
  PlantTables after = state.tables();
  if (const auto applied = after.apply(proposal.edits); !applied) return Proposing::failure(applied.error());
  const auto live = plant_now(after, std::nullopt, PublishedOrders::firm);
  if (!live) return Proposing::failure(live.error());
  const model::Plant& published = live.value()->plant;
  plan = coordinate::as_published(plant, std::move(plan), orders, published);
  if (const auto violations = check::verify(published, plan); !violations.empty()) {
    return Proposing::failure(issues_of(violations));
  }
  proposal.figures = figures_of(published, plan);
  proposal.plan = plan_files(published, plan);
  return proposal;
}

Proposing propose_plan(const PlantState& state, time::Instant now, const PlanningOptions& options) {
  const auto plant = plant_now(state.tables(), now, PublishedOrders::free);
  if (!plant) return Proposing::failure(plant.error());
  coordinate::PlanOptions planning{.seconds = options.seconds, .steps = options.steps, .seed = options.seed};
  planning.cancel = options.cancel;
  planning.progress = options.progress;
  coordinate::Outcome outcome = coordinate::make_plan(plant.value()->plant, planning);
  if (!outcome.violations.empty()) return Proposing::failure(issues_of(outcome.violations));
  Proposing proposal = to_proposal(state, plant.value()->read.draft, plant.value()->plant, std::move(outcome.plan));
  if (proposal) proposal.value().name = "plan";
  return proposal;
}

std::string publication_body(const Proposal& proposal, const std::vector<RowEdit>& more) {
  std::vector<RowEdit> edits = proposal.edits;
  edits.insert(edits.end(), more.begin(), more.end());
  codec::JsonWriter json;
  json.begin_object();
  json.key("name").text(proposal.name);
  json.key("words").text(proposal.words);
  json.key("based_on").integer(static_cast<std::int64_t>(proposal.based_on));
  json.key("edits");
  write_edits(edits, json);
  json.key("plan").begin_object();
  for (const TargetFile& file : proposal.plan) json.key(file.name).text(file.bytes);
  json.end_object();
  json.end_object();
  return json.str();
}

base::Issues why_overtaken(const Proposal& proposal, const PlantState& state) {
  if (same_folder(proposal.base, state.tables())) return {};
  PlantTables after = state.tables();
  if (const auto applied = after.apply(proposal.edits); !applied) return applied.error();
  const auto live = live_plan({.sequence = 1, .plant = std::move(after), .plan = proposal.plan});
  if (!live) return live.error();
  base::Issues issues = issues_of(check::verify(live.value()->now->plant, live.value()->plan));
  for (base::Issue& issue : issues) issue.way_out = "Facts came in since the plan was made: plan again.";
  return issues;
}

}  // namespace kilter::service
