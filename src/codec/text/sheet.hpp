// A list of rows as a workbook with one sheet: header bold and frozen, filters on, numbers as numbers, text never as a
// formula.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kilter::codec::text {

// Text as a cell may hold it: valid UTF-8 without control characters, at most a cell's length. Anything else breaks the
// file.
std::string sheet_text(std::string_view text);

// Writes the .xlsx file at `path` (the library writes files only). `title` names the sheet: at most 31 characters, none
// of []:*?/\. Nothing, or why it could not.
std::optional<std::string> write_sheet(const std::string& path, const std::string& title,
                                       const std::vector<std::string>& columns,
                                       const std::vector<std::vector<std::string>>& rows);

}  // namespace kilter::codec::text
