#include "schedule/project/reduction.hpp"

#include <algorithm>
#include <limits>

namespace kilter::schedule {
namespace {

class Reducer {
 public:
  explicit Reducer(const ProjectProblem& problem) : problem_(problem) {
    found_.keeps_mode.assign(problem.mode_count(), 1);
    found_.keeps_budget.assign(problem.budget.size(), 1);
  }

  ProjectReduction run() {
    for (Index mode = 0; mode < problem_.mode_count(); ++mode) {
      if (!fits_renewables(mode) || !has_crew(problem_, mode)) drop(mode);
    }
    for (bool changed = true; changed;) {
      changed = drop_unaffordable();
      drop_idle_budgets();
      changed = drop_inefficient() || changed;
    }
    for (Index activity = 0; activity < problem_.activity_count; ++activity) {
      const auto begin = found_.keeps_mode.begin();
      if (std::count(begin + problem_.mode_begin[activity], begin + problem_.mode_begin[activity + 1], 1) == 0)
        found_.infeasible = true;
    }
    return std::move(found_);
  }

 private:
  void drop(Index mode) { found_.keeps_mode[mode] = 0; }
  [[nodiscard]] bool kept(Index mode) const { return found_.keeps_mode[mode] != 0; }

  [[nodiscard]] bool fits_renewables(Index mode) const {
    const auto demand = problem_.demand_of(mode);
    if (problem_.duration[mode] == 0) return true;  // runs at no instant
    for (std::size_t i = 0; i < demand.size(); ++i) {
      if (demand[i] > problem_.capacity[i]) return false;
    }
    return true;
  }

  struct Range {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t most = 0;
  };

  [[nodiscard]] Range range_of(Index activity, std::size_t budget) const {
    Range range;
    for (Index mode = problem_.mode_begin[activity]; mode < problem_.mode_begin[activity + 1]; ++mode) {
      if (!kept(mode)) continue;
      range.least = std::min(range.least, problem_.budget_demand_of(mode)[budget]);
      range.most = std::max(range.most, problem_.budget_demand_of(mode)[budget]);
    }
    if (range.least > range.most) range.least = 0;  // no mode left
    return range;
  }

  [[nodiscard]] Range total_range(std::size_t budget) const {
    Range total{.least = 0, .most = 0};
    for (Index activity = 0; activity < problem_.activity_count; ++activity) {
      const Range range = range_of(activity, budget);
      total.least += range.least;
      total.most += range.most;
    }
    return total;
  }

  // Modes that leave too little even if all others take their least.
  bool drop_unaffordable() {
    bool changed = false;
    for (std::size_t budget = 0; budget < problem_.budget.size(); ++budget) {
      const std::int64_t spare = problem_.budget[budget] - total_range(budget).least;
      for (Index activity = 0; activity < problem_.activity_count; ++activity) {
        const std::int64_t limit = range_of(activity, budget).least + spare;
        for (Index mode = problem_.mode_begin[activity]; mode < problem_.mode_begin[activity + 1]; ++mode) {
          if (!kept(mode) || problem_.budget_demand_of(mode)[budget] <= limit) continue;
          drop(mode);
          changed = true;
        }
      }
    }
    return changed;
  }

  void drop_idle_budgets() {
    for (std::size_t budget = 0; budget < problem_.budget.size(); ++budget) {
      if (total_range(budget).most <= problem_.budget[budget]) found_.keeps_budget[budget] = 0;
    }
  }

  bool drop_inefficient() {
    bool changed = false;
    for (Index activity = 0; activity < problem_.activity_count; ++activity) {
      for (Index mode = problem_.mode_begin[activity]; mode < problem_.mode_begin[activity + 1]; ++mode) {
        if (!kept(mode) || !is_dominated(activity, mode)) continue;
        drop(mode);
        changed = true;
      }
    }
    return changed;
  }

  [[nodiscard]] bool is_dominated(Index activity, Index mode) const {
    for (Index other = problem_.mode_begin[activity]; other < problem_.mode_begin[activity + 1]; ++other) {
      if (other != mode && kept(other) && is_no_worse(other, mode)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_no_worse(Index better, Index worse) const {
    if (problem_.duration[better] > problem_.duration[worse]) return false;
    const auto less = problem_.demand_of(better);
    const auto more = problem_.demand_of(worse);
    for (std::size_t i = 0; i < less.size(); ++i) {
      if (less[i] > more[i]) return false;
    }
    for (std::size_t i = 0; i < problem_.budget.size(); ++i) {
      if (found_.keeps_budget[i] != 0 && problem_.budget_demand_of(better)[i] > problem_.budget_demand_of(worse)[i])
        return false;
    }
    const auto few = problem_.skill_demands_of(better);
    const auto many = problem_.skill_demands_of(worse);
    return few.empty() || std::equal(few.begin(), few.end(), many.begin(), many.end(), asks_the_same);
  }

  static bool asks_the_same(const SkillDemand& a, const SkillDemand& b) {
    return a.skill == b.skill && a.level == b.level && a.workers == b.workers;
  }

  const ProjectProblem& problem_;
  ProjectReduction found_;
};

// Seats filled one by one along augmenting paths.
class CrewMatching {
 public:
  CrewMatching(const ProjectProblem& problem, Index mode) : problem_(problem) {
    for (const SkillDemand& demand : problem.skill_demands_of(mode)) {
      for (Index i = 0; i < demand.workers && seats_.size() <= problem.worker_count; ++i) seats_.push_back(demand);
    }
    seat_of_.assign(problem.worker_count, kNone);
  }

  bool fills_all() {
    for (Index seat = 0; seat < seats_.size(); ++seat) {
      tried_.assign(problem_.worker_count, 0);
      if (!fill(seat)) return false;
    }
    return true;
  }

 private:
  bool fill(Index seat) {
    for (Index worker = 0; worker < problem_.worker_count; ++worker) {
      if (tried_[worker] != 0 || problem_.level_of(worker, seats_[seat].skill) < seats_[seat].level) continue;
      tried_[worker] = 1;
      if (seat_of_[worker] != kNone && !fill(seat_of_[worker])) continue;
      seat_of_[worker] = seat;
      return true;
    }
    return false;
  }

  const ProjectProblem& problem_;
  std::vector<SkillDemand> seats_;
  std::vector<Index> seat_of_;
  std::vector<std::uint8_t> tried_;
};

}  // namespace

bool has_crew(const ProjectProblem& problem, Index mode) { return CrewMatching(problem, mode).fills_all(); }

ProjectReduction reduce(const ProjectProblem& problem) { return Reducer(problem).run(); }

}  // namespace kilter::schedule
