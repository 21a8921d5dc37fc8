#include "schedule/bounds/relaxation/widest_hours.hpp"

#include <algorithm>

namespace kilter::schedule {

WidestHours::WidestHours(const Problem& problem) : problem_(problem) {
  table_.reserve(problem.calendars.size() + 1);
  for (const time::WorkingCalendar& calendar : problem.calendars) table_.push_back(&calendar);
  closed_ = add({});
  unite_sets();
  unite_lanes();
}

Index WidestHours::add(time::WorkingCalendar calendar) {
  derived_.push_back(std::move(calendar));
  table_.push_back(&derived_.back());
  return static_cast<Index>(table_.size() - 1);
}

Index WidestHours::unite(Index a, Index b) {
  if (a == b || b == kNone) return a;
  if (a == kNone) return b;
  const auto [found, is_new] = united_.try_emplace(std::minmax(a, b), kNone);
  if (is_new) found->second = add(time::WorkingCalendar::unite(*table_[a], *table_[b]));
  return found->second;
}

Index WidestHours::intersect(Index a, Index b) {
  if (a == b) return a;
  const auto [found, is_new] = cut_.try_emplace(std::minmax(a, b), kNone);
  if (is_new) found->second = add(time::WorkingCalendar::intersect(*table_[a], *table_[b]));
  return found->second;
}

void WidestHours::unite_sets() {
  for (const std::vector<Candidate>& candidates : problem_.lane_sets) {
    Index hours = kNone;
    for (const Candidate& candidate : candidates) hours = unite(hours, candidate.calendar);
    set_hours_.push_back(hours == kNone ? closed_ : hours);
  }
}

void WidestHours::unite_lanes() {
  lane_hours_.assign(problem_.lanes.size(), kNone);
  for (const Group& group : problem_.groups) {
    for (Index i = 0; i < group.lane_count; ++i) {
      Index& hours = lane_hours_[group.first_lane + i];
      hours = unite(hours, problem_.lanes[group.first_lane + i].calendar);
    }
  }
  for (const std::vector<Candidate>& candidates : problem_.lane_sets) {
    for (const Candidate& candidate : candidates) {
      lane_hours_[candidate.lane] = unite(lane_hours_[candidate.lane], candidate.calendar);
    }
  }
  for (Index lane = 0; lane < problem_.lanes.size(); ++lane) {
    if (lane_hours_[lane] == kNone) lane_hours_[lane] = problem_.lanes[lane].calendar;
  }
}

const time::WorkingCalendar& WidestHours::of(Index op, const Mode& mode) {
  Index hours = mode.calendar;
  if (mode.group != kNone) {
    const Group& group = problem_.groups[mode.group];
    hours = group.lane_count == 0 ? closed_ : problem_.lanes[group.first_lane].calendar;
  }
  for (const Slot& slot : problem_.slots_of(op)) hours = intersect(hours, set_hours_[slot.lanes]);
  return *table_[hours];
}

}  // namespace kilter::schedule
