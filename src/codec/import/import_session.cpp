#include "codec/import/import_session.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/require.hpp"
#include "codec/plant/field.hpp"

namespace kilter::codec {
namespace {

// A cell may have been read more than once; its fault is one fault.
base::Issues once_each(base::Issues issues) {
  const auto key = [](const base::Issue& issue) {
    return std::tie(issue.where.file, issue.where.row, issue.where.column, issue.code, issue.message);
  };
  std::ranges::stable_sort(issues, {}, key);
  issues.erase(std::unique(issues.begin(), issues.end()), issues.end());
  return issues;
}

const plant::Column& column_of(const plant::Table& table, std::string_view name) {
  const auto found =
      std::ranges::find_if(table.columns, [&](const plant::Column& column) { return column.name == name; });
  KILTER_REQUIRE(found != table.columns.end());
  return *found;
}

}  // namespace

const SourceTable& ImportSession::table(std::string_view name) const {
  static const SourceTable kNone;
  const auto found = tables.find(name);
  return found == tables.end() ? kNone : found->second;
}

SourceReading ImportSession::reading() {
  return {issues, [this](std::deque<std::string> cells) { kept.push_back(std::move(cells)); }};
}

void ImportSession::not_carried(base::Place where, std::string message) {
  notes.push_back({"import-not-carried", base::Severity::warning, std::move(where), std::move(message),
                   "Add it to the plant folder by hand if the plan needs it."});
}

void ImportSession::require_table(std::string_view name, std::string way_out) {
  if (!table(name).file().empty()) return;
  error("import-table-missing", {std::string(name) + ".csv", 0, "", ""}, "The table is missing.", std::move(way_out));
}

void ImportSession::assumed(base::Place where, std::string message) {
  notes.push_back({"import-assumed", base::Severity::assumption, std::move(where), std::move(message),
                   "Change it in the plant folder if it is otherwise."});
}

void ImportSession::leave_open(std::string_view file, std::initializer_list<std::string_view> columns) {
  const plant::Table* table = plant::find_table(file);
  KILTER_REQUIRE(table != nullptr);
  for (const std::string_view column : columns) gaps.add_absent(column_of(*table, column));
}

void ImportSession::leave_next_open(std::string_view file, std::string_view column) {
  const plant::Table* table = plant::find_table(file);
  KILTER_REQUIRE(table != nullptr);
  gaps.add_cell(column_of(*table, column), table->count(draft));
}

void ImportSession::error(std::string code, base::Place where, std::string message, std::string way_out) {
  issues.push_back({std::move(code), base::Severity::error, std::move(where), std::move(message), std::move(way_out)});
}

void ImportSession::note_table(const SourceTable& table, std::size_t rows_listed) {
  std::size_t count = 0;
  for (const SourceRow row : table) {
    if (++count <= rows_listed) not_carried(row.place(), "The plant folder has no place for rows of this table.");
  }
  if (count <= rows_listed) return;
  not_carried({table.file(), 0, "", ""},
              "The plant folder has no place for this table: " + std::to_string(count) + " rows in all.");
}

void ImportSession::note_column(const SourceTable& table, std::string_view column, std::size_t rows_listed) {
  std::size_t count = 0;
  base::Place last;
  for (const SourceRow row : table) {
    if (!row.has(column)) continue;
    last = row.place(column);
    if (++count <= rows_listed) not_carried(last, "The plant folder has no place for this value.");
  }
  if (count <= rows_listed) return;
  not_carried({table.file(), 0, last.column, ""},
              "The plant folder has no place for this column: " + std::to_string(count) + " values in all.");
}

void ImportSession::note_unread(std::size_t rows_listed) {
  for (const auto& [name, table] : tables) {
    if (table.unread()) {
      note_table(table, rows_listed);
      continue;
    }
    for (const std::string_view column : table.unread_columns()) note_column(table, column, rows_listed);
  }
}

base::Result<Imported> ImportSession::finish() {
  if (base::has_errors(issues)) return base::Result<Imported>::failure(once_each(std::move(issues)));
  return Imported{std::move(draft), std::move(gaps), std::move(notes), std::move(kept)};
}

}  // namespace kilter::codec
