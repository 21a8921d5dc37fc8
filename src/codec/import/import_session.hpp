// One run of an importer: the tables read, the draft being filled, and what there is to say about it.
#pragma once

#include <cstddef>
#include <deque>
#include <initializer_list>
#include <list>
#include <map>
#include <string>
#include <string_view>

#include "base/issue.hpp"
#include "base/result.hpp"
#include "codec/import/imported.hpp"
#include "codec/import/source_table.hpp"
#include "model/draft.hpp"

namespace kilter::codec {

struct ImportSession {
  std::map<std::string, SourceTable, std::less<>> tables;  // by name
  model::PlantDraft draft;
  plant::Gaps gaps;
  base::Issues issues;                      // errors
  base::Issues notes;                       // warnings and assumptions
  std::list<std::deque<std::string>> kept;  // cells that are not views into the source files

  // The table of that name; an empty one when the source has no such file.
  [[nodiscard]] const SourceTable& table(std::string_view name) const;
  // What tables need to be read into this session.
  [[nodiscard]] SourceReading reading();

  void not_carried(base::Place where, std::string message);
  void assumed(base::Place where, std::string message);
  // The source has no such fields: these columns of the plant folder's `file` stay empty. What the source's own format
  // lays down for a field that is empty is no gap but a fact.
  void leave_open(std::string_view file, std::initializer_list<std::string_view> columns);
  // The same for one cell of the row that is added next to the table of `file`.
  void leave_next_open(std::string_view file, std::string_view column);
  // An error when no file of that table was read; one that was read and could not be understood has its own.
  void require_table(std::string_view name, std::string way_out);
  void error(std::string code, base::Place where, std::string message, std::string way_out);

  // After everything else: lists the values of columns that nothing asked for, the first `rows_listed` of a column one
  // by one and the others by their number.
  void note_unread(std::size_t rows_listed);
  // The draft with its notes; or the errors, each once.
  base::Result<Imported> finish();

 private:
  void note_table(const SourceTable& table, std::size_t rows_listed);
  void note_column(const SourceTable& table, std::string_view column, std::size_t rows_listed);
};

}  // namespace kilter::codec
