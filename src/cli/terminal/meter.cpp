#include "cli/terminal/meter.hpp"

#include <sys/resource.h>

namespace kilter::cli {
namespace {

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

}  // namespace

Usage usage_so_far() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return {.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime),
          .peak_memory_mb = static_cast<double>(usage.ru_maxrss) / 1024.0};
}

}  // namespace kilter::cli
