#include "codec/import/notes_text.hpp"

#include <map>
#include <string_view>
#include <tuple>
#include <vector>

#include "codec/text/csv.hpp"

namespace kilter::codec {
namespace {

constexpr std::size_t kRowsNamed = 3;

std::string_view kind_of(const base::Issue& note) {
  return note.severity == base::Severity::assumption ? "assumed" : "not carried over";
}

void append_row(std::string& out, const std::vector<std::string_view>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    text::append_text_cell(out, cells[i]);
  }
  out += '\n';
}

// " (row 7)", " (rows 2, 3, 4 and 31 more)"; nothing when the notes are about the whole file.
std::string rows_named(const std::vector<std::uint32_t>& rows) {
  if (rows.empty()) return {};
  std::string text = rows.size() == 1 ? " (row " : " (rows ";
  for (std::size_t i = 0; i < std::min(rows.size(), kRowsNamed); ++i)
    text += (i > 0 ? ", " : "") + std::to_string(rows[i]);
  if (rows.size() > kRowsNamed) text += " and " + std::to_string(rows.size() - kRowsNamed) + " more";
  return text + ")";
}

}  // namespace

std::string import_notes_csv(const base::Issues& notes) {
  std::string out = "kind,file,row,column,value,message,way_out\n";
  for (const base::Issue& note : notes) {
    const std::string row = note.where.row > 0 ? std::to_string(note.where.row) : std::string();
    append_row(out,
               {kind_of(note), note.where.file, row, note.where.column, note.where.value, note.message, note.way_out});
  }
  return out;
}

std::string import_notes_summary(const base::Issues& notes) {
  using Place = std::tuple<std::string_view, std::string_view, std::string_view>;  // file, column, message
  std::map<std::string_view, std::map<Place, std::vector<std::uint32_t>>> kinds;
  for (const base::Issue& note : notes) {
    std::vector<std::uint32_t>& rows = kinds[kind_of(note)][{note.where.file, note.where.column, note.message}];
    if (note.where.row > 0) rows.push_back(note.where.row);
  }
  std::string out;
  for (const std::string_view kind : {"not carried over", "assumed"}) {
    if (kinds[kind].empty()) continue;
    out += std::string(kind) + ":\n";
    for (const auto& [place, rows] : kinds[kind]) {
      const auto& [file, column, message] = place;
      out += "  " + std::string(file) + ": ";
      if (!column.empty()) out += std::string(column) + ": ";
      out += std::string(message) + rows_named(rows) + "\n";
    }
  }
  return out;
}

}  // namespace kilter::codec
