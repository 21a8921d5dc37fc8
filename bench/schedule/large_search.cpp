// The kernel on large problems with everything in them: two-shift calendars, alternatives, setups, people and tools.
//
//   large_search OPERATIONS SECONDS [THREADS [SEED]]
//
// Prints how long the first schedule takes and what memory it needs, what the whole grid of policies reaches, what the
// search reaches in so many seconds from the usual start, and the ratio of the two. SECONDS 0: only the first schedule.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "schedule/dispatch/list_schedule.hpp"
#include "schedule/dispatch/policy_grid.hpp"
#include "schedule/search.hpp"
#include "schedule/workload.hpp"

namespace {

namespace schedule = kilter::schedule;

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double peak_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return 1024.0 * static_cast<double>(usage.ru_maxrss);
}

schedule::Problem rich_problem(schedule::Index operations, std::uint64_t seed) {
  return kilter::bench::make_workload(seed, {.operations = operations,
                                             .centres = std::max<schedule::Index>(10, operations / 2'000),
                                             .load = 0.8,
                                             .setups = true,
                                             .alternatives = 0.3,
                                             .attended = 0.4,
                                             .tooled = 0.1});
}

double total(const schedule::Solution& solution) { return static_cast<double>(solution.score.total()); }

double best_of_grid(const schedule::Problem& problem) {
  const schedule::Network network(problem);
  schedule::ListScheduler scheduler(network);
  double best = -1;
  for (const schedule::DispatchPolicy& policy : schedule::policy_grid()) {
    const double found = total(scheduler.run(policy));
    if (best < 0 || found < best) best = found;
  }
  return best;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fputs("usage: large_search OPERATIONS SECONDS [THREADS [SEED]]\n", stderr);
    return 2;
  }
  const auto operations = static_cast<schedule::Index>(std::atol(arguments[1]));
  const double seconds = std::atof(arguments[2]);
  const auto threads = static_cast<unsigned>(count > 3 ? std::atol(arguments[3]) : 1);
  const auto seed = static_cast<std::uint64_t>(count > 4 ? std::atol(arguments[4]) : 1);
  const schedule::Problem problem = rich_problem(operations, seed);
  const double cpu = cpu_seconds();
  const double wall = wall_seconds();
  const schedule::Solution first = schedule::dispatch(problem, {});
  std::printf("first schedule      %12.3f s CPU, %.3f s wall, score %.6g\n", cpu_seconds() - cpu, wall_seconds() - wall,
              total(first));
  std::printf("peak memory         %12.0f bytes per operation\n", peak_bytes() / problem.operation_count);
  if (seconds <= 0) return 0;
  const double grid = best_of_grid(problem);
  std::printf("grid of policies    %12.6g\n", grid);
  const double begin = cpu_seconds();
  const schedule::Solution start = schedule::construct(problem);
  const double left = seconds - (cpu_seconds() - begin);
  const schedule::Solution found =
      schedule::improve(problem, start, {.seconds = left, .seed = seed, .threads = threads});
  std::printf("after %5.1f s        %12.6g   %.2f CPU s\n", seconds, total(found), cpu_seconds() - begin);
  std::printf("ratio to the grid   %12.4f\n", total(found) / grid);
  return 0;
}
