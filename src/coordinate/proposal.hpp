// A proposal: what to make and buy, and the schedule model that goes with it, before the search and before the money.
#pragma once

#include <vector>

#include "coordinate/cancel.hpp"
#include "coordinate/model/schedule_model.hpp"
#include "material/explode.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// Who gets scarce supply: ranks (as material::allocation_ranks gives them) and, where an earlier schedule showed it,
// how late each order will be anyway, so that it wants its supply that much later.
struct AllocationOrder {
  std::vector<std::uint32_t> ranks;
  std::vector<time::Tick> lateness;                          // empty: none
  std::vector<plan::OvertimeWindow> overtime;                // open from the start
  std::vector<model::ItemId> bought;                         // items that may be made or bought, and are bought
  std::vector<plan::Deferral> deferrals;                     // customer orders that wait for money
  std::vector<model::OrderId> left_out;                      // customer orders that a hard cap leaves no money for
  std::vector<model::ItemId> not_replenished;                // items whose safety stock it leaves no money for
  std::vector<model::OpenProductionOrderId> orders_dropped;  // open orders for stock that it leaves no money for
  material::LotGroups groups;                                // orders that do not wait for the material of others
  std::vector<base::Quantity> first_part;  // of customer orders shipped in two parts, as in Concessions
  std::vector<material::KeptPeg> kept;     // what a published plan promised to whom
};

struct Proposal {
  AllocationOrder allocation;
  plan::Plan plan;
  ScheduleModel model;
  schedule::Solution solution;
};

// How carefully the schedule of a proposal is constructed.
enum class Effort : std::uint8_t { one_policy, policy_grid };

// Material, sourcing and a first feasible schedule. What has no supply, no unit, no person or no time left is taken out
// and listed as unplanned. When `cancel` is set midway, what comes back may still hold work without a place
// (`score.unplaced`): fit for a trial, which `better` then turns down.
Proposal propose(const model::Plant& plant, const AllocationOrder& allocation, Effort effort, Cancel cancel = nullptr);

// Material and sourcing alone, and the problem that they leave: nothing has a time yet. What has no supply is listed as
// unplanned.
Proposal supplied(const model::Plant& plant, const AllocationOrder& allocation);

// How late the proposal's schedule delivers each customer order; 0 when in time or not from production.
std::vector<time::Tick> lateness_of(const model::Plant& plant, const Proposal& proposal);

// Schedules the proposal's plan again after its overtime decisions changed.
void reschedule(const model::Plant& plant, Effort effort, Proposal& proposal);

// Nothing without a place, then less left out (plan::left_out_per_day), then less money (schedule and purchases; an
// order not planned whole counts as late until the horizon).
bool better(const model::Plant& plant, const Proposal& a, const Proposal& b);

}  // namespace kilter::coordinate
