// CPU and wall time of the planning itself, for its figures and its time budget; the only clock below the rim.
#pragma once

namespace kilter::coordinate {

// CPU seconds of this process so far, all threads.
double cpu_seconds();

// Wall seconds since some fixed moment; monotone.
double wall_seconds();

}  // namespace kilter::coordinate
