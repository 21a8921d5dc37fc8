#include "codec/plant/write.hpp"

#include "codec/plant/field.hpp"
#include "codec/text/csv.hpp"
#include "model/draft_of.hpp"

namespace kilter::codec::plant {
namespace {

// Columns in which some row has a value; needed ones are always there.
std::vector<const Column*> used_columns(const Table& table, const model::PlantDraft& draft,
                                        const CellContext& context) {
  std::vector<const Column*> used;
  std::string cell;
  for (const Column& column : table.columns) {
    bool wanted = column.need == Need::required;
    for (std::size_t i = 0; !wanted && i < table.count(draft); ++i) {
      cell.clear();
      column.write(table.at(draft, i), context, cell);
      wanted = !cell.empty();
    }
    if (wanted) used.push_back(&column);
  }
  return used;
}

std::string table_text(const Table& table, const model::PlantDraft& draft, const CellContext& context) {
  const std::vector<const Column*> columns = used_columns(table, draft, context);
  std::string text;
  for (const Column* column : columns) {
    if (column != columns.front()) text += ',';
    text += column->name;
  }
  text += '\n';
  for (std::size_t i = 0; i < table.count(draft); ++i) {
    const void* row = table.at(draft, i);
    for (const Column* column : columns) {
      if (column != columns.front()) text += ',';
      column->write(row, context, text);
    }
    text += '\n';
  }
  return text;
}

}  // namespace

std::vector<TargetFile> write(const model::Plant& plant) { return write_draft(model::draft_of(plant)); }

std::vector<TargetFile> write_draft(const model::PlantDraft& draft) {
  const time::Zone zone = time::Zone::named(draft.plant.time_zone.view()).value_or(time::Zone());
  const CellContext context{.zone = zone};
  std::vector<TargetFile> files;
  for (const Table& table : tables()) {
    if (table.count(draft) == 0) continue;
    files.push_back({.name = table.file, .bytes = table_text(table, draft, context)});
  }
  return files;
}

}  // namespace kilter::codec::plant
