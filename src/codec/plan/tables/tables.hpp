// The single tables behind codec::plan_tables().
#pragma once

#include "codec/plan/table.hpp"

namespace kilter::codec {

PlanTable orders_table();
PlanTable production_orders_table();
PlanTable operations_table();
PlanTable assignments_table();
PlanTable purchases_table();
PlanTable pegging_table();
PlanTable cost_lines_table();
PlanTable budget_table();
PlanTable readiness_table();
PlanTable late_chains_table();
PlanTable capacity_table();
PlanTable overtime_table();
PlanTable deferrals_table();
PlanTable assumptions_table();
PlanTable actions_table();
PlanTable unplanned_table();

}  // namespace kilter::codec
