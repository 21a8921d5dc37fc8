// The adapter between a plan and the scheduling kernel: placements become operations, units, people and tools become
// lanes, pegs and routings become arcs and releases, customer orders become jobs.
#pragma once

#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"
#include "schedule/problem.hpp"
#include "schedule/solution.hpp"

namespace kilter::coordinate {

enum class LaneKind : std::uint8_t { unit, person, tool };

// Who a lane is: WorkUnitId, PersonId or ToolId, and which copy of it.
struct LaneOwner {
  LaneKind kind = LaneKind::unit;
  std::uint32_t index = 0;
  std::uint32_t copy = 0;
};

struct ScheduleModel {
  schedule::Problem problem;
  std::vector<plan::PlacementId> placement_of;  // operation -> placement
  std::vector<schedule::Index> operation_of;    // placement -> operation; kNone when it is done
  std::vector<LaneOwner> owners;                // lane -> who
  std::vector<model::WorkUnitId> mode_unit;     // parallel to Problem::modes
  std::vector<model::SkillId> slot_skill;       // parallel to Problem::slots; none for tools
  std::vector<model::OrderId> job_order;        // job -> customer order; several jobs where it may be shipped in parts
  std::int64_t per_cent = 0;                    // cost_units_per_cent of the plant
};

// `plan` holds production orders, placements, pegs, purchases and overtime decisions; nothing need be scheduled yet.
ScheduleModel build_schedule_model(const model::Plant& plant, const plan::Plan& plan);

// Writes a solution into the plan: units, lanes, times, people and tools of placements; start and end of production
// orders.
void read_back(const model::Plant& plant, const ScheduleModel& model, const schedule::Solution& solution,
               plan::Plan& plan);

}  // namespace kilter::coordinate
