#include "codec/benchmark/solution/rows_of.hpp"

#include "base/require.hpp"
#include "schedule/flow/flow_value.hpp"

namespace kilter::codec::benchmark {

std::vector<ShopRow> rows_of(const ShopInstance& shop, const schedule::Problem& problem,
                             const schedule::Solution& solution) {
  KILTER_REQUIRE(solution.score.unplaced == 0);
  std::vector<ShopRow> rows;
  for (Index op = 0; op < shop.operation_count(); ++op) {
    rows.push_back({.job = shop.job[op],
                    .operation = shop.number[op],
                    .machine = solution.lane[op],
                    .start = std::int64_t{solution.end[op]} - problem.modes[solution.mode[op]].work,
                    .end = solution.end[op]});
  }
  return rows;
}

std::vector<ShopRow> rows_of(const schedule::PermutationShop& flow, const std::vector<Index>& permutation) {
  const std::vector<std::int64_t> ends = schedule::completions(flow, permutation);
  std::vector<ShopRow> rows;
  for (const Index job : permutation) {
    for (Index machine = 0; machine < flow.machine_count; ++machine) {
      const std::int64_t end = ends[rows.size()];
      rows.push_back({.job = job,
                      .operation = machine,
                      .machine = machine,
                      .start = end - flow.duration_of(job, machine),
                      .end = end});
    }
  }
  return rows;
}

std::vector<LotRow> rows_of(const std::vector<Index>& made) {
  std::vector<LotRow> rows;
  for (std::size_t period = 0; period < made.size(); ++period) {
    if (made[period] == schedule::kNone) continue;
    rows.push_back({.period = static_cast<std::int64_t>(period), .item = made[period]});
  }
  return rows;
}

std::vector<QuantityRow> rows_of(const schedule::LotSizing& lots, const std::vector<std::int64_t>& made) {
  std::vector<QuantityRow> rows;
  for (std::size_t cell = 0; cell < made.size(); ++cell) {
    if (made[cell] == 0) continue;
    rows.push_back({.period = static_cast<std::int64_t>(cell / lots.item_count),
                    .item = static_cast<std::int64_t>(cell % lots.item_count),
                    .quantity = made[cell]});
  }
  return rows;
}

std::vector<ProjectRow> rows_of(const ProjectInstance& project, const schedule::ProjectSolution& solution) {
  const schedule::ProjectProblem& problem = project.problem;
  KILTER_REQUIRE(solution.start.size() == problem.activity_count);
  std::vector<ProjectRow> rows;
  for (Index activity = 0; activity < problem.activity_count; ++activity) {
    ProjectRow row{.activity = project.activity[activity],
                   .mode = std::int64_t{solution.mode[activity]} - problem.mode_begin[activity] + 1,
                   .start = solution.start[activity],
                   .end = solution.end[activity]};
    if (problem.worker_count > 0) {
      for (Index i = solution.crew_begin[activity]; i < solution.crew_begin[activity + 1]; ++i) {
        row.resources.push_back(project.worker[solution.crew[i]]);
      }
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace kilter::codec::benchmark
