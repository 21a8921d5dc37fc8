// Random small problems for property tests: every feature of Problem mixed, ticks coarse (a day has 24) so that slow
// twins can walk them tick by tick.
#pragma once

#include <cstdint>

#include "base/random.hpp"
#include "schedule/problem.hpp"

namespace kilter::schedule {

// What a random problem may contain; sizes are upper bounds.
struct Mix {
  Index operations = 12;
  Index machines = 4;
  Index people = 3;
  bool calendars = true;
  bool setups = true;
  bool slots = true;
  bool alternatives = true;
  bool maximum_lags = true;
  bool transfers = true;
  bool fixed = true;
  bool breaks_matter = true;  // some operations must not pause
  bool setup_ahead = false;   // setup_overlaps_waiting
  bool timed_costs = false;   // overtime, baselines, holdings
  bool batches = false;       // batch machines
  Tick horizon = 24 * 60;
};

// The same problem for the same seed and mix.
Problem random_problem(std::uint64_t seed, const Mix& mix);

// A shop for the kernels of plain shops: of the mix given, no calendars, slots, maximum lags, transfers and fixed work;
// with setups for two seeds in three, which run ahead for one of these.
Problem plain_shop(std::uint64_t seed, Mix sizes);

}  // namespace kilter::schedule
