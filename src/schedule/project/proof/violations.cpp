// Every rule of a ProjectProblem checked against a ProjectSolution the obvious way. Shares nothing with the decoder.
#include <algorithm>
#include <string>
#include <vector>

#include "schedule/project/project.hpp"

namespace kilter::schedule {
namespace {

class ProjectProof {
 public:
  ProjectProof(const ProjectProblem& problem, const ProjectSolution& solution)
      : problem_(problem), solution_(solution) {}

  std::vector<std::string> run() {
    if (!sizes_fit()) return {"the solution's arrays do not have the problem's sizes"};
    for (Index activity = 0; activity < problem_.activity_count; ++activity) check_activity(activity);
    if (!found_.empty()) return std::move(found_);  // what follows looks modes up
    for (Index resource = 0; resource < problem_.capacity.size(); ++resource) check_renewable(resource);
    for (Index resource = 0; resource < problem_.budget.size(); ++resource) check_budget(resource);
    if (problem_.worker_count > 0) check_crews();
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool sizes_fit() const {
    const std::size_t count = problem_.activity_count;
    const bool crews_fit =
        problem_.worker_count == 0 || (solution_.crew_begin.size() == count + 1 && solution_.crew_begin.front() == 0 &&
                                       std::is_sorted(solution_.crew_begin.begin(), solution_.crew_begin.end()) &&
                                       solution_.crew_begin.back() == solution_.crew.size());
    return solution_.mode.size() == count && solution_.start.size() == count && solution_.end.size() == count &&
           crews_fit;
  }

  void report(Index activity, const std::string& text) {
    found_.push_back("activity " + std::to_string(activity) + ": " + text);
  }

  void check_activity(Index activity) {
    const Index mode = solution_.mode[activity];
    if (mode < problem_.mode_begin[activity] || mode >= problem_.mode_begin[activity + 1])
      return report(activity, "mode of another activity");
    const Tick start = solution_.start[activity];
    if (start < 0) report(activity, "starts before time 0");
    if (solution_.end[activity] != start + problem_.duration[mode])
      report(activity, "end is not start + duration of mode " + std::to_string(mode));
    for (const Index before : problem_.predecessors_of(activity)) {
      if (solution_.end[before] > start)
        report(activity, "starts at " + std::to_string(start) + " before its predecessor " + std::to_string(before) +
                             " ends at " + std::to_string(solution_.end[before]));
    }
  }

  [[nodiscard]] bool runs_at(Index activity, Tick time) const {
    return solution_.start[activity] <= time && time < solution_.end[activity];
  }

  // The load rises only at starts.
  void check_renewable(Index resource) {
    for (const Tick time : solution_.start) {
      std::int64_t load = 0;
      for (Index activity = 0; activity < problem_.activity_count; ++activity) {
        if (runs_at(activity, time)) load += problem_.demand_of(solution_.mode[activity])[resource];
      }
      if (load > problem_.capacity[resource]) {
        found_.push_back("renewable resource " + std::to_string(resource) + ": load " + std::to_string(load) + " of " +
                         std::to_string(problem_.capacity[resource]) + " at " + std::to_string(time));
        return;
      }
    }
  }

  void check_budget(Index resource) {
    std::int64_t used = 0;
    for (const Index mode : solution_.mode) used += problem_.budget_demand_of(mode)[resource];
    if (used > problem_.budget[resource])
      found_.push_back("budget " + std::to_string(resource) + ": " + std::to_string(used) + " used of " +
                       std::to_string(problem_.budget[resource]));
  }

  void check_crews() {
    for (Index activity = 0; activity < problem_.activity_count; ++activity) check_skills(activity);
    for (Index a = 0; a < problem_.activity_count; ++a) {
      for (Index b = a + 1; b < problem_.activity_count; ++b) check_shared_workers(a, b);
    }
  }

  [[nodiscard]] std::vector<Index> crew_of(Index activity) const {
    const auto begin = solution_.crew.begin();
    return {begin + solution_.crew_begin[activity], begin + solution_.crew_begin[activity + 1]};
  }

  void check_skills(Index activity) {
    const std::vector<Index> crew = crew_of(activity);
    std::size_t seat = 0;
    for (const SkillDemand& demand : problem_.skill_demands_of(solution_.mode[activity])) {
      for (Index i = 0; i < demand.workers; ++i, ++seat) {
        if (seat < crew.size()) check_worker(activity, crew[seat], demand);
      }
    }
    if (seat != crew.size())
      report(activity, std::to_string(crew.size()) + " workers where " + std::to_string(seat) + " are asked for");
    std::vector<Index> sorted = crew;
    std::sort(sorted.begin(), sorted.end());
    const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
    if (twice != sorted.end()) report(activity, "worker " + std::to_string(*twice) + " stands twice in the crew");
  }

  void check_worker(Index activity, Index worker, const SkillDemand& demand) {
    if (worker >= problem_.worker_count) return report(activity, "unknown worker " + std::to_string(worker));
    if (problem_.level_of(worker, demand.skill) < demand.level)
      report(activity, "worker " + std::to_string(worker) + " does not master skill " + std::to_string(demand.skill) +
                           " at level " + std::to_string(demand.level));
  }

  void check_shared_workers(Index a, Index b) {
    const Tick from = std::max(solution_.start[a], solution_.start[b]);
    if (from >= std::min(solution_.end[a], solution_.end[b])) return;
    const std::vector<Index> others = crew_of(b);
    for (const Index worker : crew_of(a)) {
      if (std::find(others.begin(), others.end(), worker) != others.end())
        found_.push_back("worker " + std::to_string(worker) + ": on activities " + std::to_string(a) + " and " +
                         std::to_string(b) + " at " + std::to_string(from));
    }
  }

  const ProjectProblem& problem_;
  const ProjectSolution& solution_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> violations(const ProjectProblem& problem, const ProjectSolution& solution) {
  return ProjectProof(problem, solution).run();
}

}  // namespace kilter::schedule
