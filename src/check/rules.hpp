// All rules of the checker. Each looks at the facts in its own way and reports what it finds; the order of `kRules` is
// the order of the report.
#pragma once

#include "check/facts/facts.hpp"
#include "check/report.hpp"

namespace kilter::check {

// Whether every id and range of the plan points at something: the other rules rely on it. "broken-reference".
void check_references(const model::Plant& plant, const plan::Plan& plan, Report& report);

// Cells that other facts decide. "derived".
void check_derived(const Facts& facts, Report& report);

// schedule
void check_lanes(const Facts& facts, Report& report);         // unknown-lane, unit-overlap, setup-time
void check_units(const Facts& facts, Report& report);         // unit-not-eligible, run-time
void check_working_time(const Facts& facts, Report& report);  // before-origin, closed-start, working-time, interrupted
void check_waits(const Facts& facts, Report& report);         // predecessor, maximum-wait, transfer-batch
void check_order_times(const Facts& facts, Report& report);   // order-times, unscheduled
void check_clearances(const Facts& facts, Report& report);    // clearance
void check_floor(const Facts& facts, Report& report);         // floor-fact, floor-order, started-rest

// people and tools
void check_staffing(const Facts& facts, Report& report);  // head-count, same-person-twice, skill-level, certificate
void check_presence(const Facts& facts, Report& report);  // person-absent, person-off-shift, person-overlap, attendance
void check_hours(const Facts& facts, Report& report);     // hours-per-day, hours-per-week
void check_reasons(const Facts& facts, Report& report);   // assignment-reason
void check_tools(const Facts& facts, Report& report);     // tool-count, tool-overlap

// material
void check_supplies(const Facts& facts, Report& report);    // supply-overused, held-stock, non-nettable-stock
void check_pegs(const Facts& facts, Report& report);        // peg-item, peg-site, too-early, expired
void check_shelf_life(const Facts& facts, Report& report);  // shelf-life
void check_demands(const Facts& facts, Report& report);     // demand-short, demand-overpegged, bom-validity
void check_unplanned(const Facts& facts, Report& report);   // unplanned
void check_excess(const Facts& facts, Report& report);      // excess
void check_needs(const Facts& facts, Report& report);       // need, rank, order-served
void check_quantities(const Facts& facts, Report& report);  // good-quantity, lot-size
void check_deliveries(const Facts& facts, Report& report);  // delivery, unplanned

// purchases
void check_purchases(const Facts& facts, Report& report);        // offer, lead-time, minimum-quantity, multiple,
                                                                 // maximum-quantity, unit-price, purchase-total
void check_vendor_capacity(const Facts& facts, Report& report);  // vendor-capacity

// money
void check_cost_lines(const Facts& facts, Report& report);  // cost-material, -labour, -machine, -overtime, -setup,
                                                            // -outside, -freight, -holding, -penalty
void check_objective(const Facts& facts, Report& report);   // objective
void check_budgets(const Facts& facts, Report& report);     // budget-sum, hard-cap

// explanations
void check_late_chains(const Facts& facts, Report& report);  // late-chain-missing, -gap, -sum, -blocker
void check_loads(const Facts& facts, Report& report);        // load
void check_actions(const Facts& facts, Report& report);      // action
void check_readiness(const Facts& facts, Report& report);    // readiness, full-kit, readiness-missing

}  // namespace kilter::check
