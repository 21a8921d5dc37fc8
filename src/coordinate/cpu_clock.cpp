#include "coordinate/cpu_clock.hpp"

#include <ctime>

namespace kilter::coordinate {
namespace {

double read(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace

double cpu_seconds() { return read(CLOCK_PROCESS_CPUTIME_ID); }
double wall_seconds() { return read(CLOCK_MONOTONIC); }

}  // namespace kilter::coordinate
