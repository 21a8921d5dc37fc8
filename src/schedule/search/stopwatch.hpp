// When a search has to stop: by the clock or because somebody asked. The only clock of the kernel.
#pragma once

#include <algorithm>
#include <chrono>

#include "schedule/search.hpp"

namespace kilter::schedule {

class Stopwatch {
 public:
  explicit Stopwatch(const SearchOptions& options) : options_(options), begin_(std::chrono::steady_clock::now()) {}

  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  }
  // Share of the time that is used, 0 to 1; 1 when cancelled. With a step budget only cancelling counts.
  [[nodiscard]] double used() const {
    if (options_.cancel != nullptr && options_.cancel->load(std::memory_order_relaxed)) return 1.0;
    if (options_.steps > 0) return 0.0;
    return options_.seconds <= 0 ? 1.0 : std::min(1.0, seconds() / options_.seconds);
  }

 private:
  const SearchOptions& options_;
  std::chrono::steady_clock::time_point begin_;
};

}  // namespace kilter::schedule
