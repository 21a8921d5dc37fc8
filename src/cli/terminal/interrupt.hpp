// Ctrl-C: the first asks the search to stop with the best plan so far, the second ends the program at once.
#pragma once

#include <atomic>

namespace kilter::cli {

// Catches SIGINT while it lives; one at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  // Set by the first Ctrl-C.
  [[nodiscard]] const std::atomic<bool>& requested() const;

 private:
  void (*previous_)(int) = nullptr;
};

}  // namespace kilter::cli
