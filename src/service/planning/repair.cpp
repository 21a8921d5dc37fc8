#include "service/planning/repair.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "coordinate/live/repairs.hpp"
#include "service/planning/changed_facts.hpp"
#include "service/planning/changes_json.hpp"
#include "service/planning/plant_now.hpp"

namespace kilter::service {
namespace {

using Repairing = base::Result<std::vector<Proposal>>;

constexpr std::array<std::string_view, 20> kDisrupting{"unit.down",
                                                       "unit.up",
                                                       "maintenance.asked",
                                                       "person.absent",
                                                       "person.returned",
                                                       "purchase.moved",
                                                       "purchase.received",
                                                       "purchase.cancelled",
                                                       "purchase.confirmed",
                                                       "stock.counted",
                                                       "lot.held",
                                                       "lot.released",
                                                       "quantity.scrap",
                                                       "work.held",
                                                       "inspection.failed",
                                                       "edit",
                                                       "pin",
                                                       "unpin",
                                                       "reserve",
                                                       "reservation.dropped"};

base::Issues none_keeps_rules(const std::vector<std::string>& rules) {
  base::Issues issues{{.code = "no-repair",
                       .message = "no way out of what happened keeps all rules",
                       .way_out = "Plan from scratch, or correct what was reported."}};
  for (const std::string& rule : rules) issues.push_back({.code = "rule-broken", .message = rule, .way_out = {}});
  return issues;
}

}  // namespace

Repairing propose_repairs(const PlantState& state, const LivePlan& published, time::Instant now,
                          const PlanningOptions& options) {
  const auto live = live_plant(state.tables(), now);
  if (!live) return Repairing::failure(live.error());
  const model::Plant& plant = live.value()->plant;
  coordinate::Repairs found = coordinate::repairs(
      plant, {published.now->plant, published.plan, untold_until(plant, now)},
      {.seconds = options.seconds, .steps = options.steps, .seed = options.seed, .cancel = options.cancel});
  if (found.ways.empty()) return Repairing::failure(none_keeps_rules(found.refused));
  std::vector<Proposal> proposals;
  for (coordinate::RepairPlan& way : found.ways) {
    const std::string changes = changes_json(plant, way);
    auto proposal = way.splits.empty()
                        ? to_proposal(state, live.value()->read.draft, plant, std::move(way.plan))
                        : propose_with(state, split_edits(state, plant, way.splits), now, std::move(way.plan));
    if (!proposal) return Repairing::failure(proposal.error());
    proposal.value().name = way.name;
    proposal.value().words = way.words;
    proposal.value().changes = changes;
    proposals.push_back(std::move(proposal).value());
  }
  return proposals;
}

bool can_disrupt(std::string_view kind) {
  return kind.starts_with("order.") || std::find(kDisrupting.begin(), kDisrupting.end(), kind) != kDisrupting.end();
}

}  // namespace kilter::service
