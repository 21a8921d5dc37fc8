// What needs a person, ranked: one line per root cause. What cannot be had and what is
// blocked comes first, then what costs most.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/fixed.hpp"
#include "codec/plan/table.hpp"

namespace kilter::codec {

// The mark in front of a line: cross = act, half = decide, hollow = blocked.
enum class Mark : std::uint8_t { cross, half, hollow };

struct Exception {
  Mark mark = Mark::cross;
  std::string title;
  std::string detail;
  std::int64_t seconds = 0;            // of lateness
  base::Money money;                   // of penalties, or over a cap
  std::vector<model::OrderId> orders;  // whom it hits
  std::string_view section;            // of the report with its rows
};

std::vector<Exception> exceptions(const PlanView& view);

}  // namespace kilter::codec
