// One run of the frePPLe import: the tables read, the draft being filled, and what there is to say about it.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/issue.hpp"
#include "codec/import/imported.hpp"
#include "codec/import/source_table.hpp"
#include "model/draft.hpp"

namespace kilter::codec::frepple {

struct Session {
  std::map<std::string, SourceTable, std::less<>> tables;  // by name, without ".csv"
  model::PlantDraft draft;
  base::Issues issues;  // errors
  base::Issues notes;
  time::Instant origin{};
  time::Instant span_begin{};  // calendars are worked out over [span_begin, span_end)
  time::Instant span_end{};

  // The table of that name; an empty one when the source has no such file.
  [[nodiscard]] const SourceTable& table(std::string_view name) const;

  void not_carried(base::Place where, std::string message);
  void assumed(base::Place where, std::string message);
};

// Reads every known table of `files` and notes the files that are none.
void read_tables(const SourceFiles& files, Session& session);

// After everything else: lists the values of columns, and the rows of tables, that nothing asked for.
void note_unread(Session& session);

}  // namespace kilter::codec::frepple
