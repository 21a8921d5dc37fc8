#include "service/desk/publication_rows.hpp"

#include <algorithm>
#include <string_view>

namespace kilter::service {
namespace {

ReadTable rows_of(const ReadSchema& schema, std::string_view bytes) {
  ReadTable read{.name = schema.name, .rows = {}};
  const std::vector<codec::plant::SourceFile> file{{std::string(schema.from), bytes}};
  const auto tables = PlantTables::from(file);
  const Table* table = tables ? tables.value().find(schema.from) : nullptr;
  if (table == nullptr) return read;
  for (const Row& row : table->rows()) {
    auto& cells = read.rows.emplace_back();
    for (const ReadColumn& column : schema.columns) {
      const std::string& cell = table->cell(row, table->column(column.from));
      // "never" and "long ago", the ends of time, are no moments of a database.
      const bool endless =
          column.type == ReadType::moment && (cell.empty() || cell.front() < '0' || cell.front() > '9');
      cells.push_back(endless ? std::string() : cell);
    }
  }
  return read;
}

}  // namespace

std::vector<ReadTable> publication_rows(const Publication& publication) {
  std::vector<ReadTable> tables;
  for (const ReadSchema& schema : read_schemas()) {
    const auto file = std::find_if(publication.plan.begin(), publication.plan.end(),
                                   [&](const auto& one) { return one.name == schema.from; });
    tables.push_back(rows_of(schema, file == publication.plan.end() ? std::string_view() : file->bytes));
  }
  return tables;
}

}  // namespace kilter::service
