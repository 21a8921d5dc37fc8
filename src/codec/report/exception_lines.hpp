// What needs a person, as lines to read (coordinate/brief/exceptions.hpp decides what they are and how they rank).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "codec/plan/table.hpp"
#include "coordinate/brief/exceptions.hpp"

namespace kilter::codec {

// The mark in front of a line: cross = act, half = decide, hollow = blocked.
enum class Mark : std::uint8_t { cross, half, hollow };

struct ExceptionLine {
  Mark mark = Mark::cross;
  std::string title;
  std::string detail;
  std::string_view section;  // of the report with its rows
};

ExceptionLine line_of(const PlanView& view, const coordinate::Exception& exception);

}  // namespace kilter::codec
