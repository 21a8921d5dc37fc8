#include "schedule/repair/facts/absences.hpp"

#include <algorithm>
#include <utility>

namespace kilter::schedule {
namespace {

class Cutter {
 public:
  Cutter(Problem& problem, Index lane, const time::WorkingCalendar& away)
      : problem_(problem), lane_(lane), away_(away) {}

  void run() {
    problem_.lanes[lane_].calendar = cut(problem_.lanes[lane_].calendar);
    for (auto& set : problem_.lane_sets) {
      for (Candidate& candidate : set) {
        if (candidate.lane == lane_) candidate.calendar = cut(candidate.calendar);
      }
    }
  }

 private:
  Index cut(Index calendar) {
    for (const auto& [whole, left] : known_) {
      if (whole == calendar) return left;
    }
    const auto left = static_cast<Index>(problem_.calendars.size());
    problem_.calendars.push_back(time::WorkingCalendar::subtract(problem_.calendars[calendar], away_));
    known_.emplace_back(calendar, left);
    return left;
  }

  Problem& problem_;
  Index lane_;
  const time::WorkingCalendar& away_;
  std::vector<std::pair<Index, Index>> known_;  // calendar -> what is left of it
};

// Lanes of the group between `from` and its end that belong together: one that is away, or all until the next such.
Index part_end(const Group& group, const std::vector<bool>& is_away, Index from) {
  if (is_away[from]) return from + 1;
  const Index end = group.first_lane + group.lane_count;
  Index to = from;
  while (to < end && !is_away[to]) ++to;
  return to;
}

GroupParts split_groups(Problem& problem, const std::vector<bool>& is_away) {
  GroupParts parts(problem.groups.size());
  for (Index index = 0; index < parts.size(); ++index) {
    const Group group = problem.groups[index];
    const Index end = group.first_lane + group.lane_count;
    for (Index from = group.first_lane; from < end;) {
      const Index to = part_end(group, is_away, from);
      const Group part{.first_lane = from, .lane_count = to - from};
      if (from == group.first_lane) {
        parts[index].push_back(index);
        problem.groups[index] = part;
      } else {
        parts[index].push_back(static_cast<Index>(problem.groups.size()));
        problem.groups.push_back(part);
      }
      from = to;
    }
  }
  return parts;
}

// From the first opening to the last closing of any calendar.
time::Interval all_hours(const Problem& problem) {
  time::Interval all{.open = kNever, .close = kLongAgo};
  for (const time::WorkingCalendar& calendar : problem.calendars) {
    if (calendar.intervals().empty()) continue;
    all.open = std::min(all.open, calendar.intervals().front().open);
    all.close = std::max(all.close, calendar.intervals().back().close);
  }
  return all;
}

bool holds(const Group& group, Index lane) {
  return lane >= group.first_lane && lane < group.first_lane + group.lane_count;
}

}  // namespace

GroupParts cut_hours(Problem& problem, const std::vector<Absence>& absences) {
  std::vector<std::vector<time::Interval>> away(problem.lanes.size());
  const time::Interval hours = all_hours(problem);  // outside them nobody is missed; and spans stay countable
  for (const Absence& absence : absences) {
    away[absence.lane].push_back(
        {.open = std::max(absence.from, hours.open), .close = std::min(absence.until, hours.close)});
  }
  std::vector<bool> is_away(problem.lanes.size(), false);
  for (Index lane = 0; lane < away.size(); ++lane) {
    if (away[lane].empty()) continue;
    is_away[lane] = true;
    Cutter(problem, lane, time::WorkingCalendar(away[lane])).run();
  }
  return split_groups(problem, is_away);
}

void append_modes(Problem& problem, const GroupParts& parts, const std::vector<Mode>& modes) {
  for (const Mode& mode : modes) {
    if (mode.group == kNone) {
      problem.modes.push_back(mode);
      continue;
    }
    for (const Index part : parts[mode.group]) {
      problem.modes.push_back(mode);
      problem.modes.back().group = part;
    }
  }
}

void split_modes(Problem& problem, const GroupParts& parts, const std::vector<Index>& lane,
                 std::vector<Index>& chosen) {
  const std::vector<Mode> before = std::exchange(problem.modes, {});
  const std::vector<Index> begin = problem.mode_begin;
  for (Index op = 0; op < problem.operation_count; ++op) {
    const Index choice = chosen[op];
    problem.mode_begin[op] = chosen[op] = static_cast<Index>(problem.modes.size());
    for (Index mode = begin[op]; mode < begin[op + 1]; ++mode) {
      const auto first = static_cast<Index>(problem.modes.size());
      append_modes(problem, parts, {before[mode]});
      if (mode != choice) continue;
      chosen[op] = first;
      for (Index part = first; part < problem.modes.size(); ++part) {
        const Index group = problem.modes[part].group;
        if (group != kNone && holds(problem.groups[group], lane[op])) chosen[op] = part;
      }
    }
  }
  problem.mode_begin[problem.operation_count] = static_cast<Index>(problem.modes.size());
}

}  // namespace kilter::schedule
