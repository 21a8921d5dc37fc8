// What this process has used so far.
#pragma once

namespace kilter::cli {

struct Usage {
  double cpu_seconds = 0;     // user and system, all threads
  double peak_memory_mb = 0;  // resident, in 1024 x 1024 bytes
};

Usage usage_so_far();

}  // namespace kilter::cli
