// Weighted tardiness that jobs cause each other by sharing lanes (Chu 1992 for equal weights, Akturk and Ozdemir 2000
// for different ones): shortest remaining work first makes the k-th completion as early as it can be, for every k at
// once; jobs are then assigned to the completions, each as if it were the one, at the least total cost.
//
//   SRPT     |-a-|--b--|---c---|      1st, 2nd, 3rd completion
//   cost     of job j in place k = weight x max(0, max(k-th completion + tail, its own earliest end) - due)
//
// A set of lanes counts as one machine of their joint speed. O(n^3).
#pragma once

#include <cstdint>
#include <span>

#include "schedule/bounds/relaxation/open_time.hpp"
#include "schedule/problem.hpp"

namespace kilter::schedule {

// What a job needs of the lanes.
struct Share {
  std::int64_t head = 0;  // nothing of it before
  std::int64_t work = 0;
  std::int64_t tail = 0;  // elapsed, from its last work there to the job's completion
  std::int64_t end = 0;   // the job completes no earlier, whatever the others do
  std::int64_t due = 0;
  Cost weight = 0;
};

// The least total weighted tardiness of the jobs. Of very many jobs those with the earliest due dates count on the
// lanes, the others only by their own ends.
Cost position_tardiness(const OpenTime& hours, std::span<const Share> shares);

}  // namespace kilter::schedule
