// Annealing in cycles of growing length: short ones give a good plan soon, long ones a better one later. Counted in
// epochs, so that it does not depend on time.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace kilter::schedule {

class Cooling {
 public:
  // Share of the hottest temperature when `part` (0 to 1) of the present epoch is over.
  [[nodiscard]] double share(double part) const {
    return std::pow(kCoolest, (static_cast<double>(epoch_) + part) / static_cast<double>(length_));
  }
  void end_epoch() {
    if (++epoch_ < length_) return;
    epoch_ = 0;
    length_ = std::min(kLongest, length_ * 2);
  }

 private:
  static constexpr double kCoolest = 0.01;
  static constexpr std::uint64_t kLongest = 512;
  std::uint64_t epoch_ = 0;   // of the cycle
  std::uint64_t length_ = 8;  // of the cycle, in epochs
};

}  // namespace kilter::schedule
