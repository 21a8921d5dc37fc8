#include "coordinate/explain/waits/staffing.hpp"

#include <algorithm>

#include "plan/working_hours.hpp"

namespace kilter::coordinate {

using time::kNever;
using time::Tick;

const std::vector<Staffing::Qualified>& Staffing::qualified(const model::SkillNeed& need) {
  const auto [entry, is_new] = known_.try_emplace({need.skill.index(), need.level});
  if (!is_new) return entry->second;
  for (const model::PersonId id : base::ids_of(plant_.people)) {
    time::WorkingCalendar certified = plan::certified_hours(plant_, hours_[id.index()], id, need);
    if (!certified.never_open()) entry->second.push_back({id, std::move(certified)});
  }
  return entry->second;
}

// The head_count-th of those who come next: before that there are not enough.
Tick Staffing::first_staffed(const model::SkillNeed& need, Tick t) {
  std::vector<Tick> opens;
  for (const Qualified& person : qualified(need)) opens.push_back(person.hours.next_open(t));
  const auto heads = static_cast<std::size_t>(std::max(1, need.head_count));
  if (opens.size() < heads) return kNever;
  std::nth_element(opens.begin(), opens.begin() + static_cast<std::ptrdiff_t>(heads - 1), opens.end());
  return opens[heads - 1];
}

Tick Staffing::first_staffed(const model::Operation& operation, Tick t, Tick until) {
  for (bool moved = true; moved && t < until;) {
    moved = false;
    for (const model::SkillNeed& need : operation.skills) {
      const Tick staffed = first_staffed(need, t);
      moved = moved || staffed > t;
      t = std::max(t, staffed);
    }
  }
  return std::min(t, until);
}

bool Staffing::on_shift(const model::Operation& operation, Tick from, Tick until) {
  for (const model::SkillNeed& need : operation.skills) {
    for (const Qualified& person : qualified(need)) {
      const model::CalendarId calendar = plant_.people[person.person].calendar;
      if (!calendar.valid() || plant_.calendars[calendar].regular.next_open(from) < until) return true;
    }
  }
  return false;
}

}  // namespace kilter::coordinate
