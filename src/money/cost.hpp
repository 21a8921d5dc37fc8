// Money: every cost of a plan as lines, and planned spend per budget. Totals are sums of lines and nothing else.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::money {

// All cost lines of a scheduled plan, in this order: purchases (material, freight), placements (labour, machine, overtime, setup,
// outside), holding, penalties. Deterministic.
std::vector<plan::CostLine> cost_lines(const model::Plant& plant, const plan::Plan& plan);

// Planned spend per budget line of the plant, from `lines` (purchases count on their order date, labour on the day worked).
std::vector<plan::BudgetLine> budget_lines(const model::Plant& plant, const std::vector<plan::CostLine>& lines);

// Sums lines into objective parts.
void add_up(const std::vector<plan::CostLine>& lines, plan::Objective& objective);

}  // namespace kilter::money
