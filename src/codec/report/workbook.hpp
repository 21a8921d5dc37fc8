// All tables of a plan as one Excel workbook: a sheet per table, header frozen, filters on, dates as dates in the
// plant's local time, text never as a formula.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "codec/plan/table.hpp"

namespace kilter::codec {

// Sheets stop here with a note that names the CSV file with the rest.
inline constexpr std::size_t kSheetRows = 100'000;

// Writes the .xlsx file at `path` (the library writes files only), parts of it beside it for the time being. Nothing,
// or why it could not. The library prints what goes wrong to the terminal, too: hand it only paths that can be written.
std::optional<std::string> write_workbook(const PlanView& view, const std::string& path);

}  // namespace kilter::codec
