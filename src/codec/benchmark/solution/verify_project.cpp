#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "codec/benchmark/solution/verify.hpp"

namespace kilter::codec::benchmark {
namespace {

class ProjectProof {
 public:
  ProjectProof(const ProjectInstance& project, const std::vector<ProjectRow>& rows)
      : project_(project), problem_(project.problem), rows_(rows) {}

  Verdict run() {
    find_rows();
    verdict_.makespan = 0;
    for (Index activity = 0; activity < problem_.activity_count; ++activity) check_activity(activity);
    for (Index resource = 0; resource < problem_.capacity.size(); ++resource) check_capacity(resource);
    for (Index resource = 0; resource < problem_.budget.size(); ++resource) check_budget(resource);
    for (auto& [worker, rows] : of_worker_) check_worker(worker, rows);
    return std::move(verdict_);
  }

 private:
  void report(std::string text) { verdict_.violations.push_back(std::move(text)); }

  void find_rows() {
    std::map<std::int64_t, Index> known;
    for (Index activity = 0; activity < problem_.activity_count; ++activity) {
      known[project_.activity[activity]] = activity;
    }
    row_of_.assign(problem_.activity_count, nullptr);
    for (const ProjectRow& row : rows_) {
      const auto found = known.find(row.activity);
      if (found == known.end()) {
        report(fmt::format("activity {}: the instance has none of that number", row.activity));
      } else if (row_of_[found->second] != nullptr) {
        report(fmt::format("activity {}: stands twice in the solution", row.activity));
      } else {
        row_of_[found->second] = &row;
      }
    }
  }

  // The mode that the row names; none when there is no such mode.
  [[nodiscard]] Index mode_of(Index activity) const {
    const ProjectRow* row = row_of_[activity];
    const std::int64_t modes = problem_.mode_begin[activity + 1] - problem_.mode_begin[activity];
    if (row == nullptr || row->mode < 1 || row->mode > modes) return schedule::kNone;
    return problem_.mode_begin[activity] + static_cast<Index>(row->mode - 1);
  }

  void check_activity(Index activity) {
    const std::int64_t number = project_.activity[activity];
    const ProjectRow* row = row_of_[activity];
    if (row == nullptr) return report(fmt::format("activity {}: is missing", number));
    verdict_.makespan = std::max(*verdict_.makespan, row->end);
    if (row->start < 0) report(fmt::format("activity {}: starts at {}, before time 0", number, row->start));
    for (const Index before : problem_.predecessors_of(activity)) {
      if (row_of_[before] == nullptr || row->start >= row_of_[before]->end) continue;
      report(fmt::format("activity {}: starts at {} before its predecessor {} ends at {}", number, row->start,
                         project_.activity[before], row_of_[before]->end));
    }
    const Index mode = mode_of(activity);
    if (mode == schedule::kNone) return report(fmt::format("activity {}: has no mode {}", number, row->mode));
    if (row->end - row->start != problem_.duration[mode]) {
      report(fmt::format("activity {}: takes {}, its mode {} takes {}", number, row->end - row->start, row->mode,
                         problem_.duration[mode]));
    }
    if (problem_.worker_count > 0) check_crew(*row, mode);
  }

  // Load goes up at starts and down at ends; ends come first.
  void check_capacity(Index resource) {
    std::vector<std::pair<std::int64_t, std::int64_t>> changes;
    for (Index activity = 0; activity < problem_.activity_count; ++activity) {
      const Index mode = mode_of(activity);
      if (mode == schedule::kNone) continue;
      const ProjectRow& row = *row_of_[activity];
      const std::int64_t demand = problem_.demand[std::size_t{mode} * problem_.capacity.size() + resource];
      if (demand == 0 || row.end <= row.start) continue;
      changes.emplace_back(row.start, demand);
      changes.emplace_back(row.end, -demand);
    }
    std::sort(changes.begin(), changes.end());
    std::int64_t load = 0;
    for (const auto& [time, change] : changes) {
      load += change;
      if (load <= problem_.capacity[resource]) continue;
      return report(
          fmt::format("resource {}: {} in use of {} at {}", resource + 1, load, problem_.capacity[resource], time));
    }
  }

  void check_budget(Index resource) {
    std::int64_t used = 0;
    for (Index activity = 0; activity < problem_.activity_count; ++activity) {
      const Index mode = mode_of(activity);
      if (mode == schedule::kNone) continue;
      used += problem_.budget_demand[std::size_t{mode} * problem_.budget.size() + resource];
    }
    if (used <= problem_.budget[resource]) return;
    report(fmt::format("nonrenewable resource {}: {} used of {}", resource + 1, used, problem_.budget[resource]));
  }

  // The workers named, one place after the other.
  void check_crew(const ProjectRow& row, Index mode) {
    std::size_t place = 0;
    std::size_t asked_for = 0;
    for (Index i = problem_.skill_demand_begin[mode]; i < problem_.skill_demand_begin[mode + 1]; ++i) {
      const schedule::SkillDemand& demand = problem_.skill_demands[i];
      for (Index k = 0; k < demand.workers && place < row.resources.size(); ++k, ++place) {
        check_skill(row, row.resources[place], demand);
      }
      asked_for += demand.workers;
    }
    if (row.resources.size() != asked_for) {
      report(fmt::format("activity {}: has {} resources where {} are asked for", row.activity, row.resources.size(),
                         asked_for));
    }
    for (const std::int64_t worker : row.resources) of_worker_[worker].push_back(&row);
  }

  void check_skill(const ProjectRow& row, std::int64_t worker, const schedule::SkillDemand& demand) {
    const auto found = std::find(project_.worker.begin(), project_.worker.end(), worker);
    if (found == project_.worker.end()) {
      return report(fmt::format("activity {}: there is no resource {}", row.activity, worker));
    }
    const auto at = static_cast<std::size_t>(found - project_.worker.begin());
    if (problem_.mastery[at * problem_.skill_count + demand.skill] >= demand.level) return;
    report(fmt::format("activity {}: resource {} does not master skill {} at level {}", row.activity, worker,
                       demand.skill, demand.level));
  }

  void check_worker(std::int64_t worker, std::vector<const ProjectRow*>& rows) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ProjectRow* a, const ProjectRow* b) { return a->start < b->start; });
    for (std::size_t i = 1; i < rows.size(); ++i) {
      const ProjectRow& before = *rows[i - 1];
      const ProjectRow& after = *rows[i];
      if (before.activity == after.activity) {
        report(fmt::format("activity {}: names resource {} twice", after.activity, worker));
      } else if (after.start < before.end && after.start < after.end) {
        report(fmt::format("resource {}: works on activities {} and {} at {}", worker, before.activity, after.activity,
                           after.start));
      }
    }
  }

  const ProjectInstance& project_;
  const schedule::ProjectProblem& problem_;
  const std::vector<ProjectRow>& rows_;
  std::vector<const ProjectRow*> row_of_;  // activity -> row; null: missing
  std::map<std::int64_t, std::vector<const ProjectRow*>> of_worker_;
  Verdict verdict_;
};

}  // namespace

Verdict verify_project(const ProjectInstance& project, const std::vector<ProjectRow>& rows) {
  return ProjectProof(project, rows).run();
}

}  // namespace kilter::codec::benchmark
