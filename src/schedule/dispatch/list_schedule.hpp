// One dispatch run, from an empty state to a timed, scored schedule; what several runs share is built once.
#pragma once

#include "schedule/dispatch/dispatcher.hpp"
#include "schedule/search.hpp"
#include "schedule/timing/calendar_cache.hpp"
#include "schedule/timing/network.hpp"

namespace kilter::schedule {

class ListScheduler {
 public:
  // Borrows the network.
  explicit ListScheduler(const Network& network);
  Solution run(const DispatchPolicy& policy);

 private:
  const Network& network_;
  Shared shared_;
  CalendarCache calendars_;
};

}  // namespace kilter::schedule
