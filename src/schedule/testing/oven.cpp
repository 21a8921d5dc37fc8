#include "schedule/testing/oven.hpp"

namespace kilter::schedule {

Problem oven(BatchSize capacity, const std::vector<Load>& loads) {
  Problem problem;
  problem.horizon = 1'000;
  problem.calendars.push_back(time::WorkingCalendar::always(0, problem.horizon));
  problem.lanes.push_back({.calendar = 0});
  problem.groups.push_back({.first_lane = 0, .lane_count = 1});
  problem.batch_capacity = {capacity};
  problem.mode_begin = problem.slot_begin = problem.predecessor_begin = problem.closing_begin = {0};
  for (const Load& load : loads) {
    const Index op = problem.operation_count++;
    problem.release.push_back(load.release);
    problem.family.push_back(kNone);
    problem.own_setup.push_back(0);
    problem.pausable.push_back(1);
    problem.fixed.push_back(Fixed::free);
    problem.fixed_lane.push_back(kNone);
    problem.batch_size.push_back(load.size);
    problem.batch_family.push_back(load.family);
    problem.modes.push_back({.group = 0, .work = load.work});
    problem.mode_begin.push_back(op + 1);
    problem.slot_begin.push_back(0);
    problem.predecessor_begin.push_back(0);
    problem.jobs.push_back({.due = load.due, .late_per_second = 1});
    problem.closing.push_back(op);
    problem.closing_begin.push_back(op + 1);
    problem.serves.push_back(op);
    problem.latest_end.push_back(load.due);
  }
  return problem;
}

}  // namespace kilter::schedule
