#include "check/verify.hpp"

#include <utility>

#include "check/rules.hpp"

namespace kilter::check {
namespace {

using Rule = void (*)(const Facts&, Report&);

constexpr Rule kRules[] = {
    check_derived,     check_lanes,     check_units,      check_working_time, check_waits,     check_clearances,
    check_order_times, check_floor,     check_staffing,   check_presence,     check_hours,     check_reasons,
    check_tools,       check_supplies,  check_pegs,       check_shelf_life,   check_demands,   check_unplanned,
    check_excess,      check_needs,     check_quantities, check_deliveries,   check_purchases, check_vendor_capacity,
    check_cost_lines,  check_objective, check_budgets,    check_late_chains,  check_readiness, check_loads,
    check_actions,
};

}  // namespace

std::vector<Violation> verify(const model::Plant& plant, const plan::Plan& plan) {
  Report report;
  check_references(plant, plan, report);
  if (!report.clean()) return std::move(report).take();
  const Facts facts(plant, plan);
  for (const Rule rule : kRules) rule(facts, report);
  return std::move(report).take();
}

}  // namespace kilter::check
