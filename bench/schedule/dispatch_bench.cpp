// CPU time of one dispatch run, of the whole construction and of steps of the search, with two-shift calendars.
#include <benchmark/benchmark.h>

#include <algorithm>

#include "schedule/search.hpp"
#include "schedule/workload.hpp"

namespace {

using kilter::bench::make_workload;
using kilter::bench::Workload;
namespace schedule = kilter::schedule;

Workload sized(std::int64_t operations) {
  Workload workload;
  workload.operations = static_cast<schedule::Index>(operations);
  workload.centres = std::max<schedule::Index>(10, workload.operations / 2'000);
  return workload;
}

void report(benchmark::State& state, const schedule::Problem& problem, const schedule::Solution& solution) {
  state.counters["operations"] = problem.operation_count;
  state.counters["unplaced"] = static_cast<double>(solution.score.unplaced);
  state.counters["tardiness"] = static_cast<double>(solution.score.tardiness);
}

void dispatch_once(benchmark::State& state) {
  const schedule::Problem problem = make_workload(1, sized(state.range(0)));
  schedule::Solution solution;
  for (auto _ : state) solution = schedule::dispatch(problem, {});
  report(state, problem, solution);
}
BENCHMARK(dispatch_once)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();

void dispatch_with_setups(benchmark::State& state) {
  Workload workload = sized(state.range(0));
  workload.setups = true;
  const schedule::Problem problem = make_workload(1, workload);
  schedule::Solution solution;
  for (auto _ : state) solution = schedule::dispatch(problem, {});
  report(state, problem, solution);
}
BENCHMARK(dispatch_with_setups)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

void construct_all(benchmark::State& state) {
  const schedule::Problem problem = make_workload(1, sized(state.range(0)));
  schedule::Solution solution;
  for (auto _ : state) solution = schedule::construct(problem);
  report(state, problem, solution);
}
BENCHMARK(construct_all)
    ->Arg(1'000)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();

// Steps of the search in a second and what they gain.
void improve_steps(benchmark::State& state) {
  const schedule::Problem problem = make_workload(1, sized(state.range(0)));
  const schedule::Solution start = schedule::construct(problem);
  schedule::Solution solution;
  for (auto _ : state) solution = schedule::improve(problem, start, {.steps = 200'000});
  report(state, problem, solution);
  state.counters["steps_per_second"] = benchmark::Counter(200'000, benchmark::Counter::kIsIterationInvariantRate);
  state.counters["gain_percent"] =
      100.0 * (1.0 - static_cast<double>(solution.score.total()) /
                         static_cast<double>(std::max<std::int64_t>(1, start.score.total())));
}
BENCHMARK(improve_steps)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

}  // namespace
