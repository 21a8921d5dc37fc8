// Project scheduling with cumulative resources: the resource-constrained project scheduling problem (RCPSP), its
// multi-mode form (MRCPSP: several ways to do an activity, budgets for the whole project) and its multi-skill form
// (MSPSP: workers with skills, each on one activity at a time). One structure holds all three; what an instance does
// not use stays empty.
//
//  activity    work that runs once, without interruption, in one of its modes
//  mode        duration, demand on every renewable resource while it runs, use of every budget, workers per skill
//  renewable   so many units at every instant (machines of a kind, floor space)
//  budget      non-renewable: so many units for the whole project
//  worker      a unary resource that masters skills at levels; gives one skill to one activity for its whole duration
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "schedule/problem.hpp"
#include "schedule/solve.hpp"

namespace kilter::schedule {

inline constexpr std::int32_t kNotMastered = -1;

// `workers` different workers who master `skill` at `level` or higher.
struct SkillDemand {
  Index skill = 0;
  std::int32_t level = 0;
  Index workers = 1;
};

// Immutable once built, shared by threads. Valid when: sizes agree; precedence is acyclic; every activity has a mode;
// durations, demands and budgets are >= 0; the sum of the longest durations is below 2^31. Whether a feasible schedule
// exists need not be known. Dummy activities (duration 0, no demand) are allowed and cost little.
struct ProjectProblem {
  Index activity_count = 0;
  std::vector<Index> predecessor_begin;  // activity -> predecessors, size activity_count + 1; finish-to-start, no lag
  std::vector<Index> predecessors;
  std::vector<Index> mode_begin;            // activity -> modes, size activity_count + 1
  std::vector<Tick> duration;               // per mode
  std::vector<std::int64_t> capacity;       // per renewable resource
  std::vector<std::int64_t> demand;         // row per mode, column per renewable resource
  std::vector<std::int64_t> budget;         // per non-renewable resource
  std::vector<std::int64_t> budget_demand;  // row per mode, column per non-renewable resource
  // Multi-skill; with worker_count 0 the rest may be empty.
  Index worker_count = 0;
  Index skill_count = 0;
  std::vector<std::int32_t> mastery;      // row per worker, column per skill: the level, or kNotMastered
  std::vector<Index> skill_demand_begin;  // mode -> skill demands, size modes + 1
  std::vector<SkillDemand> skill_demands;

  [[nodiscard]] Index mode_count() const { return static_cast<Index>(duration.size()); }
  [[nodiscard]] std::span<const Index> predecessors_of(Index activity) const {
    return {predecessors.data() + predecessor_begin[activity], predecessors.data() + predecessor_begin[activity + 1]};
  }
  [[nodiscard]] std::span<const std::int64_t> demand_of(Index mode) const {
    return {demand.data() + static_cast<std::size_t>(mode) * capacity.size(), capacity.size()};
  }
  [[nodiscard]] std::span<const std::int64_t> budget_demand_of(Index mode) const {
    return {budget_demand.data() + static_cast<std::size_t>(mode) * budget.size(), budget.size()};
  }
  [[nodiscard]] std::span<const SkillDemand> skill_demands_of(Index mode) const {
    if (worker_count == 0 || skill_demand_begin.empty()) return {};
    return {skill_demands.data() + skill_demand_begin[mode], skill_demands.data() + skill_demand_begin[mode + 1]};
  }
  [[nodiscard]] std::int32_t level_of(Index worker, Index skill) const {
    return mastery[static_cast<std::size_t>(worker) * skill_count + skill];
  }
};

// Times from 0. Empty vectors: no feasible schedule was found.
struct ProjectSolution {
  std::vector<Index> mode;  // activity -> index into the problem's modes (its number in the activity: - mode_begin)
  std::vector<Tick> start;
  std::vector<Tick> end;
  // activity -> workers, size activity_count + 1 (empty without workers). In the order of the mode's skill demands: as
  // many workers as the first demand asks for, then those of the second, ...
  std::vector<Index> crew_begin;
  std::vector<Index> crew;
};

struct ProjectAnswer {
  ProjectSolution solution;
  Account account;  // objective: the makespan; kNever when no feasible schedule was found
};

// Minimises the makespan. Anytime; the answer depends on the problem, seed, threads and epochs alone. Stops early when
// the makespan meets the lower bound.
ProjectAnswer solve(const ProjectProblem& problem, const SolveOptions& options);

// Every rule of the problem checked the obvious way; one line per violation, naming activities, modes, resources,
// workers by their index and the time. Empty: feasible.
std::vector<std::string> violations(const ProjectProblem& problem, const ProjectSolution& solution);

}  // namespace kilter::schedule
