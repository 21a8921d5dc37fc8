// The kernel's entry points.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "schedule/problem.hpp"
#include "schedule/solution.hpp"

namespace kilter::schedule {

// A dispatch rule: ATC (Vepsalainen and Morton 1987) with look-ahead k, mixed with earliest due date, setup and speed
// terms.
struct DispatchPolicy {
  double look_ahead = 2.0;        // k of ATC
  double setup_look_ahead = 0.3;  // k2 of ATCS; 0 = blind to setups
  double due_share = 0.0;         // 0 = pure ATC, 1 = pure latest start
  double wait_share = 0.0;  // latest starts come earlier by this share of the work still to follow, for queues there
  double noise = 0.0;       // of the index's logarithm: up to half of it either way, by operation
  std::uint64_t seed = 0;   // of the noise
  bool waits_for_faster = true;  // a slow machine leaves an operation that a faster, busy one would end sooner
};

// Late-binding list schedule: whenever a lane falls free, the best waiting operation for it. Always returns; operations
// that do not fit before Problem::horizon are unplaced. O(N log N).
Solution dispatch(const Problem& problem, const DispatchPolicy& policy);

// The best of a grid of policies (fewer on large problems). Deterministic.
Solution construct(const Problem& problem);

struct SearchOptions {
  double seconds = 1.0;
  std::uint64_t steps = 0;  // > 0: stop after that many steps instead of by time (replayable)
  std::uint64_t seed = 1;
  unsigned threads = 1;
  const std::atomic<bool>* cancel = nullptr;           // set by another thread: return the best so far
  std::function<void(const Score&, double)> progress;  // now and then: best so far, seconds spent
};

// Improves `start`; never returns a worse one. Exact evaluation of the problem's objective.
Solution improve(const Problem& problem, const Solution& start, const SearchOptions& options);

// Moves operations later without making any job later than max(its completion in `solution`, its due - `buffer`),
// keeping every sequence: just-in-time starts for less stock and waiting. Fixed operations stay, and what a late job
// waits for stays early. The score's total never rises.
Solution right_shift(const Problem& problem, const Solution& solution, Tick buffer);

// The slow twin: start times and score recomputed from modes, lanes and order alone, one operation at a time.
Solution retime_slow(const Problem& problem, const Solution& solution);

// Every rule of the problem checked the obvious way; one line per violation.
std::vector<std::string> violations(const Problem& problem, const Solution& solution);

}  // namespace kilter::schedule
