#include "money/cost.hpp"

#include "money/lines/holding_lines.hpp"
#include "money/lines/penalty_lines.hpp"
#include "money/lines/placement_lines.hpp"
#include "money/lines/purchase_lines.hpp"
#include "plan/peg_index.hpp"
#include "plan/served/served_orders.hpp"

namespace kilter::money {

std::vector<plan::CostLine> cost_lines(const model::Plant& plant, const plan::Plan& plan) {
  std::vector<plan::CostLine> lines;
  const plan::PegIndex pegs(plant, plan);
  plan::ServedOrders served(plan, pegs);
  write_purchases(plan, pegs, served, lines);
  write_placements(plant, plan, served, lines);
  write_holding(plant, {plan, pegs, served}, lines);
  write_penalties(plant, plan, pegs, lines);
  return lines;
}

void add_up(const std::vector<plan::CostLine>& lines, plan::Objective& objective) {
  objective.parts = {};
  for (const plan::CostLine& line : lines) objective.parts[static_cast<std::size_t>(line.kind)] += line.amount;
}

}  // namespace kilter::money
