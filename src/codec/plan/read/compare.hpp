// Does a table say what the plan says? Every cell is compared with what would be written.
#pragma once

#include <string_view>

#include "base/issue.hpp"
#include "codec/plan/table.hpp"

namespace kilter::codec {

// Appends a fault for every cell that differs, and for missing and extra rows. Words of explanation are free.
void compare_table(const PlanView& view, const PlanTable& table, std::string_view bytes, base::Issues& issues);

}  // namespace kilter::codec
