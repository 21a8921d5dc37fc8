#include "schedule/window/improve_window.hpp"

#include "base/require.hpp"
#include "schedule/timing/objective.hpp"

namespace kilter::schedule {
namespace {

// The window's present schedule with its times, as the window sees them, and its score.
Solution timed_start(const Window& window) {
  const Network network(window.problem);
  const Trial trial(network, window.start);
  Solution start = to_solution(network, trial.state());
  start.score = score_of(network, trial.state());
  return start;
}

}  // namespace

Solution improve_window(const Problem& problem, const Solution& solution, std::span<const Index> free,
                        const SearchOptions& options) {
  KILTER_REQUIRE(!problem.has_batches());
  if (free.empty()) return solution;
  const Network network(problem);
  Trial whole(network, solution);
  DelayValue value(network);
  value.assess(whole.state(), whole.calendars());
  const Window window = WindowCutter(network).cut(whole, value, free, WindowCutter::Between::kept);
  if (!put_back(whole, window, improve(window.problem, timed_start(window), options))) return solution;
  Solution better = to_solution(network, whole.state());
  better.score = score_of(network, whole.state());
  return better.score.better_than(solution.score) ? better : solution;
}

}  // namespace kilter::schedule
