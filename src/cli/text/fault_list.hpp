// Issues as a compiler prints them: place, severity, message, [code]; then the value found and the way out.
//
//   items.csv:7:yield: error: the yield of item F-1 is 0, it must be above 0 and at most 1 [bad-yield]
//       value:   0
//       way out: Write the good share, e.g. 0.97, or leave the cell empty for 1.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>

#include "base/issue.hpp"

namespace kilter::cli {

// Errors first, then warnings, then assumptions; by file, row and column inside.
void sort_by_place(base::Issues& issues);
// Assumptions take one line each when `assumptions` is brief.
enum class Assumptions : std::uint8_t { brief, whole };
// The gravest last, where a terminal shows them; otherwise by place.
void sort_gravest_last(base::Issues& issues);

void print_issues(const base::Issues& issues, std::ostream& out, Assumptions assumptions = Assumptions::whole);
// "2 errors, 1 warning, 14 assumptions".
std::string count_issues(const base::Issues& issues);

}  // namespace kilter::cli
