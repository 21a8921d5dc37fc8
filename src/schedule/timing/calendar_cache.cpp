#include "schedule/timing/calendar_cache.hpp"

#include <algorithm>

namespace kilter::schedule {
namespace {

std::size_t content_hash(const time::WorkingCalendar& calendar) {
  std::size_t hash = calendar.intervals().size();
  for (const time::Interval& interval : calendar.intervals()) {
    hash = hash * 0x9E3779B97F4A7C15ULL + static_cast<std::uint32_t>(interval.open);
    hash = hash * 0x9E3779B97F4A7C15ULL + static_cast<std::uint32_t>(interval.close);
  }
  return hash;
}

}  // namespace

CalendarCache::CalendarCache(const Problem& problem) {
  table_.reserve(problem.calendars.size());
  for (const time::WorkingCalendar& calendar : problem.calendars) {
    by_content_.emplace(content_hash(calendar), static_cast<Index>(table_.size()));
    table_.push_back(&calendar);
  }
}

Index CalendarCache::combine(Index a, Index b) {
  if (a == kNone || a == b) return b;
  if (b == kNone) return a;
  const std::uint64_t key = (static_cast<std::uint64_t>(std::min(a, b)) << 32U) | std::max(a, b);
  const auto known = pairs_.find(key);
  if (known != pairs_.end()) return known->second;
  const Index result = intersect(a, b);
  pairs_.emplace(key, result);
  return result;
}

Index CalendarCache::intersect(Index a, Index b) {
  time::WorkingCalendar both = time::WorkingCalendar::intersect(*table_[a], *table_[b]);
  if (both == *table_[a]) return a;
  if (both == *table_[b]) return b;
  const std::size_t hash = content_hash(both);
  Index same = kNone;  // the lowest index of equal content, whatever the order in the table
  const auto [first, last] = by_content_.equal_range(hash);
  for (auto entry = first; entry != last; ++entry) {
    if (entry->second < same && *table_[entry->second] == both) same = entry->second;
  }
  if (same != kNone) return same;
  const auto index = static_cast<Index>(table_.size());
  derived_.push_back(std::move(both));
  table_.push_back(&derived_.back());
  by_content_.emplace(hash, index);
  return index;
}

}  // namespace kilter::schedule
