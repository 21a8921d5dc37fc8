#include "service/planning/hand/late_fixes.hpp"

#include <algorithm>
#include <utility>

#include "codec/json/writer.hpp"
#include "coordinate/live/fixes/late_fixes.hpp"
#include "service/planning/changed_facts.hpp"
#include "service/planning/changes_json.hpp"

namespace kilter::service {
namespace {

using coordinate::LateFix;
using Proposing = base::Result<std::vector<Proposal>>;

void moment(const char* name, time::Tick tick, const time::CivilText& civil, codec::JsonWriter& json) {
  json.key(name);
  if (tick == time::kNever) {
    json.null();
  } else {
    json.text(civil.str(tick));
  }
}

std::string fix_json(const LateFix& fix, const Today& today) {
  const time::CivilText civil = today.civil();
  codec::JsonWriter json;
  json.begin_object();
  json.key("fixes").begin_array();
  bool consent = false;
  for (const coordinate::Fix& each : fix.fixes) {
    json.begin_object();
    json.key("kind").text(coordinate::word(each.kind));
    json.key("words").text(each.words);
    json.end_object();
    consent = consent || needs_consent(each.kind);
  }
  json.end_array();
  json.key("in_time").boolean(fix.in_time);
  moment("delivered", fix.delivered, civil, json);
  json.key("consent").boolean(consent);
  json.key("payers").begin_array();
  for (const coordinate::TouchedPromise& payer : fix.payers) {
    json.begin_object();
    json.key("order").text(today.plant().orders[payer.order].id);
    moment("due", payer.due, civil, json);
    moment("before", payer.published, civil, json);
    moment("delivered", payer.delivered, civil, json);
    json.end_object();
  }
  json.end_array().end_object();
  return json.str();
}

base::Result<Proposal> proposal_of(const PlantState& state, const Today& today, time::Instant now, LateFix& fix) {
  const model::Plant& plant = fix.way.plant ? *fix.way.plant : today.plant();
  std::string changes = changes_json(plant, fix.way);
  changes.back() = ',';
  changes += fix_json(fix, today).substr(1);
  auto proposal = propose_with(state, fix_edits(state, today.plant(), fix.fixes), now, std::move(fix.way.plan));
  if (!proposal) return proposal;
  proposal.value().name = fix.way.fix;
  proposal.value().words = fix.way.words;
  proposal.value().changes = changes;
  return proposal;
}

Proposing refused(const char* code, const std::string& order, const char* what, const char* way_out) {
  return Proposing::failure({{.code = code,
                              .where = {.file = "orders.csv", .column = "id", .value = order},
                              .message = order + " " + what,
                              .way_out = way_out}});
}

}  // namespace

Proposing propose_fixes(const PlantState& state, Today& today, time::Instant now, const std::string& order,
                        const PlanningOptions& options) {
  const model::Plant& plant = today.plant();
  model::OrderId id;
  for (const model::OrderId each : base::ids_of(plant.orders)) {
    if (plant.orders[each].id == order) id = each;
  }
  if (!id.valid()) return refused("unknown-order", order, "is no customer order", "The table orders.csv lists them.");
  auto found = coordinate::late_fixes(plant, today.published(), id, {.cancel = options.cancel});
  if (!found) return refused("not-planned", order, "is not planned", "Make it firm, or plan from scratch.");
  if (found->chain.lateness == 0 && found->nothing_done <= found->due) {
    return refused("not-late", order, "is not late", "Ask for orders whose date does not hold.");
  }
  std::vector<Proposal> proposals;
  for (auto* fixes : {&found->singles, &found->pairs}) {
    for (LateFix& fix : *fixes) {
      if (options.cancel != nullptr && options.cancel->load()) return proposals;
      auto proposal = proposal_of(state, today, now, fix);
      if (!proposal) return Proposing::failure(proposal.error());
      proposals.push_back(std::move(proposal).value());
    }
  }
  if (proposals.empty()) return refused("no-fix", order, "is late whatever is tried", "Move its date, or plan anew.");
  return proposals;
}

}  // namespace kilter::service
