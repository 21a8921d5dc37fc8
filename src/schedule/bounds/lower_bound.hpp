// What no schedule can beat: a proved lower bound on the objective, the argument it rests on, and the bottleneck.
//
// Every argument relaxes something and keeps the rest: the critical path forgets that lanes are limited, Jackson's
// preemptive schedule lets one lane (or a set of lanes as one) interrupt its work, loads may be spread. What a problem
// has beyond that (hours, setups, people, lags) is kept where the relaxation can hold it and dropped where it cannot.
#pragma once

#include <cstdint>
#include <vector>

#include "schedule/problem.hpp"

namespace kilter::schedule {

// What a bound rests on.
enum class Argument : std::uint8_t {
  costs,          // costs of modes, setups and attendance that no choice avoids
  critical_path,  // earliest completions with lanes without limit
  lanes,          // some lanes' work, preemptive
  loads,          // the work on all lanes, cut up and spread over those that can do it
  propagation,    // windows of operations on single lanes, refuted
  competition,    // jobs that share lanes make each other late
};

struct Bound {
  // No schedule that places every operation has a lower Score::total().
  Cost value = 0;
  Argument argument = Argument::costs;
  bool impossible = false;  // no schedule places every operation
  // The set of lanes with the least slack, between its first possible start and the bound; empty: no work on lanes.
  std::vector<Index> bottleneck;
  std::int32_t utilisation_permille = 0;  // its work by its open time
};

struct BoundOptions {
  std::uint64_t steps = 20'000'000;  // pieces of work looked at; what is then still to do is left out
};

// Costs and weights must not be negative. Deterministic.
Bound lower_bound(const Problem& problem, const BoundOptions& options);

}  // namespace kilter::schedule
