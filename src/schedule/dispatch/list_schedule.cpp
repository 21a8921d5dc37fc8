#include "schedule/dispatch/list_schedule.hpp"

#include "schedule/timing/objective.hpp"
#include "schedule/timing/prune.hpp"

namespace kilter::schedule {

ListScheduler::ListScheduler(const Network& network)
    : network_(network), shared_(network), calendars_(network.problem()) {}

Solution ListScheduler::run(const DispatchPolicy& policy) {
  State state = make_state(network_);
  Dispatcher dispatcher(shared_, calendars_, state, policy);
  dispatcher.begin();
  dispatcher.advance(kNever);
  dispatcher.complete();
  link_in_order(network_, state);
  const Timing timing(network_, calendars_);
  Propagation propagation(network_, timing);
  propagation.sweep(state);
  prune_unplaced(network_, propagation, state);
  Solution solution = to_solution(network_, state);
  solution.score = score_of(network_, state);
  return solution;
}

Solution dispatch(const Problem& problem, const DispatchPolicy& policy) {
  const Network network(problem);
  return ListScheduler(network).run(policy);
}

}  // namespace kilter::schedule
