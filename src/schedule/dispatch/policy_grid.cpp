#include "schedule/dispatch/policy_grid.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "schedule/dispatch/list_schedule.hpp"

namespace kilter::schedule {
namespace {

constexpr std::array kGrid = {
    DispatchPolicy{.look_ahead = 2.0},
    DispatchPolicy{.due_share = 1.0},
    DispatchPolicy{.look_ahead = 0.7, .setup_look_ahead = 0.1},
    DispatchPolicy{.look_ahead = 6.0, .setup_look_ahead = 0.6},
    DispatchPolicy{.look_ahead = 1.0, .setup_look_ahead = 0.3, .wait_share = 0.5},
    DispatchPolicy{.look_ahead = 3.0, .due_share = 0.5},
    DispatchPolicy{.look_ahead = 20.0, .setup_look_ahead = 0.3},
    DispatchPolicy{.look_ahead = 3.0, .setup_look_ahead = 0.1, .wait_share = 1.0},
    DispatchPolicy{.look_ahead = 2.0, .waits_for_faster = false},
    DispatchPolicy{.look_ahead = 0.3, .setup_look_ahead = 0.05},
    DispatchPolicy{.look_ahead = 1.0, .setup_look_ahead = 2.0},
    DispatchPolicy{.look_ahead = 1.5, .setup_look_ahead = 0.3, .due_share = 0.2},
    DispatchPolicy{.look_ahead = 4.0, .setup_look_ahead = 0.2, .wait_share = 2.0},
    DispatchPolicy{.look_ahead = 0.5, .setup_look_ahead = 0.3, .wait_share = 0.3},
    DispatchPolicy{.setup_look_ahead = 0.1, .due_share = 1.0},
    DispatchPolicy{.due_share = 1.0, .wait_share = 1.0},
    DispatchPolicy{.look_ahead = 6.0, .setup_look_ahead = 0.3, .waits_for_faster = false},
    DispatchPolicy{.look_ahead = 1.0, .setup_look_ahead = 0.03},
    DispatchPolicy{.look_ahead = 10.0, .setup_look_ahead = 1.0, .due_share = 0.3},
    DispatchPolicy{.look_ahead = 100.0, .setup_look_ahead = 0.3},
};

std::size_t policies_for(Index operations) {
  if (operations <= 5'000) return kGrid.size();
  if (operations <= 30'000) return 8;
  if (operations < 200'000) return 4;
  return operations < 500'000 ? 2 : 1;
}

}  // namespace

std::span<const DispatchPolicy> policy_grid() { return kGrid; }

// On large problems only the first few.
Solution construct(const Problem& problem) {
  const Network network(problem);
  ListScheduler scheduler(network);
  Solution best = scheduler.run(kGrid.front());
  for (std::size_t i = 1; i < policies_for(problem.operation_count); ++i) {
    Solution solution = scheduler.run(kGrid[i]);
    if (solution.score.better_than(best.score)) best = std::move(solution);
  }
  return best;
}

}  // namespace kilter::schedule
