#include "codec/import/notes_text.hpp"

#include <gtest/gtest.h>

namespace kilter::codec {
namespace {

base::Issue note(base::Severity severity, base::Place where, std::string message) {
  return {"import", severity, std::move(where), std::move(message), "Do it by hand."};
}

TEST(ImportNotes, EqualOnesStandOnOneLineWithTheirRows) {
  base::Issues notes;
  for (const std::uint32_t row : {2U, 3U, 5U, 8U, 9U}) {
    notes.push_back(note(base::Severity::warning, {"item.csv", row, "volume", "1"}, "No place."));
  }
  notes.push_back(note(base::Severity::warning, {"item.csv", 4, "weight", "2"}, "No place."));
  notes.push_back(note(base::Severity::assumption, {"parameter.csv", 0, "", ""}, "All times are UTC."));
  EXPECT_EQ(import_notes_summary(notes),
            "not carried over:\n"
            "  item.csv: volume: No place. (rows 2, 3, 5 and 2 more)\n"
            "  item.csv: weight: No place. (row 4)\n"
            "assumed:\n"
            "  parameter.csv: All times are UTC.\n");
  EXPECT_EQ(import_notes_summary({}), "");
}

TEST(ImportNotes, TheTableHasOneRowPerNoteAndNoFormulas) {
  const base::Issues notes{note(base::Severity::warning, {"item.csv", 2, "name", "=1+1, \"x\""}, "No place.")};
  EXPECT_EQ(import_notes_csv(notes),
            "kind,file,row,column,value,message,way_out\n"
            "not carried over,item.csv,2,name,\"'=1+1, \"\"x\"\"\",No place.,Do it by hand.\n");
}

}  // namespace
}  // namespace kilter::codec
