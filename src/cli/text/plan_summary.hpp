// What `kilter plan` says to a person: orders, the late ones with their cause, money, what to do today, where the
// report is.
#pragma once

#include <ostream>
#include <string>

#include "codec/plan/table.hpp"

namespace kilter::cli {

// `folder` is empty when nothing was written.
void print_summary(const codec::PlanView& view, const std::string& folder, bool has_report, std::ostream& out);

}  // namespace kilter::cli
