// Absolute time. Civil time (dates, zones, shifts) exists only in time/ and at the rim.
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>

namespace kilter::time {

using Instant = std::chrono::sys_seconds;  // UTC, whole seconds
using Duration = std::chrono::seconds;

// Seconds since the plan's origin; what calendars and the scheduling kernel count in (68 years either way).
using Tick = std::int32_t;
inline constexpr Tick kNever = std::numeric_limits<Tick>::max();        // after everything; "does not fit"
inline constexpr Tick kLongAgo = std::numeric_limits<Tick>::min() / 2;  // before everything

// Converts between instants and ticks of one plan. Saturates at kLongAgo and kNever.
class Frame {
 public:
  Frame() = default;
  explicit Frame(Instant origin) : origin_(origin) {}
  [[nodiscard]] Instant origin() const { return origin_; }
  [[nodiscard]] Tick tick(Instant instant) const {
    const std::int64_t seconds = (instant - origin_).count();
    if (seconds >= kNever) return kNever;
    return seconds <= kLongAgo ? kLongAgo : static_cast<Tick>(seconds);
  }
  [[nodiscard]] Instant instant(Tick tick) const { return origin_ + Duration(tick); }

 private:
  Instant origin_{};
};

}  // namespace kilter::time
