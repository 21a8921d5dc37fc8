#include "codec/plant/write.hpp"

#include "codec/plant/field.hpp"
#include "codec/text/csv.hpp"
#include "model/draft_of.hpp"

namespace kilter::codec::plant {
namespace {

// What all tables are written from.
struct Source {
  const model::PlantDraft& draft;
  const Gaps& gaps;
  CellContext context;

  // Appends the cell of row `i`; nothing when it is empty.
  void write(const Table& table, const Column& column, std::size_t i, std::string& out) const {
    if (!gaps.at(column, i)) column.write(table.at(draft, i), context, out);
  }
};

// Columns in which some row has a value; needed ones are always there.
std::vector<const Column*> used_columns(const Table& table, const Source& source) {
  std::vector<const Column*> used;
  std::string cell;
  for (const Column& column : table.columns) {
    bool wanted = column.need == Need::required;
    for (std::size_t i = 0; !wanted && i < table.count(source.draft); ++i) {
      cell.clear();
      source.write(table, column, i, cell);
      wanted = !cell.empty();
    }
    if (wanted) used.push_back(&column);
  }
  return used;
}

std::string table_text(const Table& table, const Source& source) {
  const std::vector<const Column*> columns = used_columns(table, source);
  std::string text;
  for (const Column* column : columns) {
    if (column != columns.front()) text += ',';
    text += column->name;
  }
  text += '\n';
  for (std::size_t i = 0; i < table.count(source.draft); ++i) {
    for (const Column* column : columns) {
      if (column != columns.front()) text += ',';
      source.write(table, *column, i, text);
    }
    text += '\n';
  }
  return text;
}

}  // namespace

std::vector<TargetFile> write(const model::Plant& plant) { return write_draft(model::draft_of(plant)); }

std::vector<TargetFile> write_draft(const model::PlantDraft& draft, const Gaps& gaps) {
  const time::Zone zone = time::Zone::named(draft.plant.time_zone.view()).value_or(time::Zone());
  const Source source{.draft = draft, .gaps = gaps, .context = {.zone = zone}};
  std::vector<TargetFile> files;
  for (const Table& table : tables()) {
    if (table.count(draft) == 0) continue;
    files.push_back({.name = table.file, .bytes = table_text(table, source)});
  }
  return files;
}

}  // namespace kilter::codec::plant
