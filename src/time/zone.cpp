#include "time/zone.hpp"

#include <date/tz.h>

#include <algorithm>
#include <stdexcept>

namespace kilter::time {
namespace {

// Offsets are looked up between these years; outside them the nearest offset holds.
constexpr Instant kFirst = std::chrono::sys_days(std::chrono::year(1970) / 1 / 1);
constexpr Instant kLast = std::chrono::sys_days(std::chrono::year(2200) / 1 / 1);

const date::time_zone* located(std::string_view name) {
  try {
    return date::locate_zone(std::string(name));
  } catch (const std::runtime_error&) {
    return nullptr;
  }
}

}  // namespace

Zone::Zone() : ranges_{{.begin = Instant::min(), .offset = Duration(0)}} {}

std::optional<Zone> Zone::named(std::string_view name) {
  Zone zone;
  if (name == "UTC") return zone;
  const date::time_zone* source = located(name);
  if (source == nullptr) return std::nullopt;
  zone.name_ = name;
  zone.ranges_.clear();
  Instant at = kFirst;
  while (at < kLast) {
    const date::sys_info info = source->get_info(at);
    if (zone.ranges_.empty() || zone.ranges_.back().offset != info.offset) {
      zone.ranges_.push_back({.begin = zone.ranges_.empty() ? Instant::min() : info.begin, .offset = info.offset});
    }
    if (info.end <= at) break;
    at = info.end;
  }
  return zone;
}

std::size_t Zone::range_at(Instant instant) const {
  if (ranges_.size() == 1) return 0;
  const auto after = std::upper_bound(ranges_.begin() + 1, ranges_.end(), instant,
                                      [](Instant value, const Range& range) { return value < range.begin; });
  return static_cast<std::size_t>(after - ranges_.begin()) - 1;
}

Instant Zone::instant(LocalTime local) const {
  // Read with the offset that would hold if local were UTC, then look at the neighbours: offsets are below a day.
  const Instant naive(local.time_since_epoch());
  std::size_t index = range_at(naive);
  if (index > 0) --index;
  for (; index < ranges_.size(); ++index) {
    const Instant candidate = naive - ranges_[index].offset;
    const bool last = index + 1 == ranges_.size();
    if (last || candidate < ranges_[index + 1].begin) return std::max(candidate, ranges_[index].begin);
  }
  return naive;
}

LocalKind Zone::kind(LocalTime local) const {
  const Instant naive(local.time_since_epoch());
  const std::size_t at = range_at(naive);
  int fits = 0;
  for (std::size_t index = at > 0 ? at - 1 : 0; index < std::min(ranges_.size(), at + 2); ++index) {
    const Instant candidate = naive - ranges_[index].offset;
    const bool before_end = index + 1 == ranges_.size() || candidate < ranges_[index + 1].begin;
    if (before_end && candidate >= ranges_[index].begin) ++fits;
  }
  if (fits == 1) return LocalKind::unique;
  return fits == 0 ? LocalKind::gap : LocalKind::overlap;
}

}  // namespace kilter::time
