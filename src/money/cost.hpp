// Money: every cost of a plan as lines, and planned spend per budget. Totals are sums of lines and nothing else.
#pragma once

#include <optional>
#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::money {

// All cost lines of a scheduled plan, in this order: purchases (material, freight), placements (labour, machine,
// overtime, setup, outside), holding, penalties. Deterministic. What each kind counts stands in lines/*_lines.hpp.
// Lines of nothing are left out.
std::vector<plan::CostLine> cost_lines(const model::Plant& plant, const plan::Plan& plan);

// The kind of account that pays a kind of cost: material, labour, overtime, outside and freight each their own; machine
// also pays setup. None for holding and penalty: they weigh decisions, nobody is invoiced for them. Accounts of kind
// `other` get no cost.
std::optional<model::AccountKind> account_kind(plan::CostKind kind);

// Planned spend per budget of the plant, from `lines` (purchases count on their order date, labour on the day worked).
// Every account of a kind sees all spend of that kind. O(n log n).
std::vector<plan::BudgetLine> budget_lines(const model::Plant& plant, const std::vector<plan::CostLine>& lines);

// Sums lines into objective parts.
void add_up(const std::vector<plan::CostLine>& lines, plan::Objective& objective);

}  // namespace kilter::money
