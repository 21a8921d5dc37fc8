// Job shops of any size for the kernel: jobs of 5 to 10 operations over work centres of several lanes with two-shift
// calendars, releases spread over the time that the load needs, due dates and weights.
#pragma once

#include <cstdint>

#include "schedule/problem.hpp"

namespace kilter::bench {

struct Workload {
  schedule::Index operations = 100'000;
  schedule::Index centres = 50;
  schedule::Index lanes_per_centre = 4;
  double load = 0.9;        // of the open time while jobs arrive
  bool setups = false;      // ten families, a sixth of the work when it changes
  double alternatives = 0;  // share of operations that a second centre can do, a quarter slower
  double attended = 0;      // share of operations that need one of the centre's people for their first half
  double tooled = 0;        // share of operations that need one of the few copies of a tool
};

// The same problem for the same seed.
schedule::Problem make_workload(std::uint64_t seed, const Workload& workload);

}  // namespace kilter::bench
