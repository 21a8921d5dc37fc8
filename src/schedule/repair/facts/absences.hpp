// Lanes that are away for a while: their hours are cut, as machines and as candidates for slots.
#pragma once

#include <vector>

#include "schedule/problem.hpp"
#include "schedule/repair/facts/disruption.hpp"

namespace kilter::schedule {

// Group of the problem before -> the groups it has become. Lanes of a group have the same hours, so a lane that is away
// becomes a group of its own:   [0 1 2 3]  ->  [0 1] [2] [3]
using GroupParts = std::vector<std::vector<Index>>;

// Cuts calendars and groups. Modes still name the old groups: see split_modes.
GroupParts cut_hours(Problem& problem, const std::vector<Absence>& absences);

// Every mode on a group that fell apart becomes a mode per part; `chosen` (operation -> mode) follows its `lane`.
void split_modes(Problem& problem, const GroupParts& parts, const std::vector<Index>& lane, std::vector<Index>& chosen);

// The modes of a new operation in terms of the parts, appended.
void append_modes(Problem& problem, const GroupParts& parts, const std::vector<Mode>& modes);

}  // namespace kilter::schedule
