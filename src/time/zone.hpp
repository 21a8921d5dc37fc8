// A time zone: local civil time to absolute time and back, with every change of offset looked up once and kept.
//
//   const auto zone = Zone::named("Europe/Berlin");
//   zone->instant(LocalTime{...02:30 on the day when clocks go forward...})  -> 01:00 UTC, the moment of the change
//
// Gap (a local time that does not exist): the moment of the change. Overlap (exists twice): the earlier of the two.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "time/instant.hpp"

namespace kilter::time {

using LocalTime = std::chrono::local_seconds;
using LocalDay = std::chrono::local_days;

enum class LocalKind : std::uint8_t { unique, gap, overlap };

class Zone {
 public:
  // UTC.
  Zone();
  // By IANA name ("Europe/Berlin", "UTC"); none when there is no such zone on this machine.
  [[nodiscard]] static std::optional<Zone> named(std::string_view name);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Instant instant(LocalTime local) const;
  // The start of a local day.
  [[nodiscard]] Instant start_of(LocalDay day) const { return instant(LocalTime(day)); }
  [[nodiscard]] LocalKind kind(LocalTime local) const;
  [[nodiscard]] LocalTime local(Instant instant) const {
    return LocalTime(instant.time_since_epoch() + offset(instant));
  }
  [[nodiscard]] Duration offset(Instant instant) const { return ranges_[range_at(instant)].offset; }

 private:
  // One constant offset from `begin` (and from local `begin + offset`) on.
  struct Range {
    Instant begin;
    Duration offset{0};
  };
  [[nodiscard]] std::size_t range_at(Instant instant) const;

  std::string name_ = "UTC";
  std::vector<Range> ranges_;  // ascending, the first begins before everything
};

}  // namespace kilter::time
