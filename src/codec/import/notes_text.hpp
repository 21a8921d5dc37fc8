// What an importer has to say, for people: all notes as a table, and a summary that puts equal ones together.
#pragma once

#include <string>

#include "base/issue.hpp"

namespace kilter::codec {

// Name of the table beside the plant's own.
inline constexpr const char* kImportNotesFile = "import-notes.csv";

// CSV: kind (not carried over, assumed), file, row, column, value, message, way_out. One row per note, in their order.
std::string import_notes_csv(const base::Issues& notes);

// Notes of the same file, column and message on one line, with their rows:
//
//   not carried over:
//     item.csv: volume: The plant folder has no place for this value. (rows 2, 3, 4 and 31 more)
//   assumed:
//     parameter.csv: All times are UTC.
std::string import_notes_summary(const base::Issues& notes);

}  // namespace kilter::codec
