#include "codec/plan/table.hpp"

#include "codec/plan/tables/tables.hpp"

namespace kilter::codec {

PlanView::PlanView(const model::Plant& plant_of_plan, const kilter::plan::Plan& shown_plan)
    : plant(plant_of_plan),
      plan(shown_plan),
      ids(plant_of_plan),
      civil(time::CivilText::in_zone(plant_of_plan.frame, plant_of_plan.policy.zone).value()),
      carried(plant_of_plan.production_orders.size()) {
  for (const kilter::plan::ProductionOrderId id : base::ids_of(plan.production_orders)) {
    const model::OpenProductionOrderId open = plan.production_orders[id].open;
    if (open.valid()) carried[open.index()] = id;
  }
  for (std::size_t chain = 0; chain < plan.late_chains.size(); ++chain) {
    const std::size_t links = plan.late_chains[chain].links.size();
    for (std::size_t link = 0; link < links; ++link) late_rows.emplace_back(chain, link);
    if (links == 0) late_rows.emplace_back(chain, 0);
  }
}

const std::vector<PlanTable>& plan_tables() {
  static const std::vector<PlanTable> tables = {
      orders_table(),    production_orders_table(), operations_table(), assignments_table(),
      purchases_table(), pegging_table(),           cost_lines_table(), budget_table(),
      readiness_table(), late_chains_table(),       capacity_table(),   overtime_table(),
      deferrals_table(), assumptions_table(),       actions_table(),    unplanned_table(),
  };
  return tables;
}

}  // namespace kilter::codec
