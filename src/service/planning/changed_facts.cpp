#include "service/planning/changed_facts.hpp"

#include <array>
#include <utility>

#include "model/decimal_text.hpp"
#include "service/floor/effect.hpp"
#include "service/planning/plant_now.hpp"
#include "service/tables/edits_json.hpp"
#include "time/civil_text.hpp"

namespace kilter::service {
namespace {

void set(const PlantState& state, const char* table, const std::string& id, CellText cell,
         std::vector<RowEdit>& edits) {
  const std::array<CellText, 1> named{{{"id", id}}};
  for (const RowNumber row : state.tables().rows_with(table, named)) {
    edits.push_back({.change = RowChange::change, .table = table, .row = row, .cells = {cell}});
  }
}

}  // namespace

std::vector<RowEdit> split_edits(const PlantState& state, const model::Plant& plant,
                                 const std::vector<coordinate::LotSplit>& splits) {
  std::vector<RowEdit> edits;
  for (const coordinate::LotSplit& split : splits) {
    set(state, "production_orders.csv", plant.production_orders[split.order].id,
        {"quantity", model::decimal_text(split.first)}, edits);
  }
  return edits;
}

std::vector<RowEdit> fix_edits(const PlantState& state, const model::Plant& plant,
                               std::span<const coordinate::Fix> fixes) {
  std::vector<RowEdit> edits;
  const time::CivilText civil(plant.frame, zone_of(state.tables()));
  for (const coordinate::Fix& fix : fixes) {
    switch (fix.kind) {
      case coordinate::FixKind::split_lot:
        set(state, "production_orders.csv", plant.production_orders[fix.lot].id,
            {"quantity", model::decimal_text(fix.quantity)}, edits);
        break;
      case coordinate::FixKind::expedite:
        set(state, "purchase_orders.csv", plant.purchase_orders[fix.purchase].id, {"current", civil.str(fix.at)},
            edits);
        break;
      case coordinate::FixKind::accept_date:
        set(state, "orders.csv", plant.orders[fix.order].id, {"promised", civil.str(fix.at)}, edits);
        break;
      default:
        break;
    }
  }
  return edits;
}

base::Result<Proposal> propose_with(const PlantState& state, const std::vector<RowEdit>& edits, time::Instant now,
                                    plan::Plan plan) {
  PlantState changed = state;
  const auto applied = changed.apply({.kind = "edit", .body = R"({"edits":)" + edits_json(edits) + "}"});
  if (!applied) return base::Result<Proposal>::failure(applied.error());
  const auto live = live_plant(changed.tables(), now);
  if (!live) return base::Result<Proposal>::failure(live.error());
  auto proposal = to_proposal(changed, live.value()->read.draft, live.value()->plant, std::move(plan));
  if (!proposal) return proposal;
  proposal.value().base = state.tables();
  proposal.value().edits.insert(proposal.value().edits.begin(), edits.begin(), edits.end());
  return proposal;
}

}  // namespace kilter::service
