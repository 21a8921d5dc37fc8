#include "service/tables/plant_tables.hpp"

#include <algorithm>
#include <atomic>
#include <utility>

#include "codec/plant/field.hpp"
#include "codec/text/csv.hpp"
#include "service/tables/desk_tables.hpp"

namespace kilter::service {
namespace {

using base::Issue;
using base::Issues;

constexpr std::string_view kMark = "kilter-tables-1\n";  // what bytes begin with

bool is_known(std::string_view table) {
  return codec::plant::find_table(table) != nullptr || find_desk_table(table) != nullptr;
}

bool has_column(std::string_view table, std::string_view column) {
  if (const DeskTable* desk = find_desk_table(table); desk != nullptr) {
    return std::any_of(desk->columns.begin(), desk->columns.end(),
                       [column](const DeskColumn& field) { return field.name == column; });
  }
  const codec::plant::Table* known = codec::plant::find_table(table);
  if (known == nullptr) return false;
  return std::any_of(known->columns.begin(), known->columns.end(),
                     [column](const codec::plant::Column& field) { return field.name == column; });
}

Issue unknown_table(const RowEdit& edit) {
  return {.code = "unknown-table",
          .where = {.file = edit.table, .row = edit.row},
          .message = "the plant has no table " + edit.table,
          .way_out = "Use the name of a file of the plant folder, as in orders.csv."};
}

Issue unknown_row(const RowEdit& edit) {
  const bool lost = edit.change == RowChange::restore;
  return {.code = "unknown-row",
          .where = {.file = edit.table, .row = edit.row},
          .message = (lost ? "nothing was removed as row " : "there is no row ") + std::to_string(edit.row) + " in " +
                     edit.table,
          .way_out = "Read the table again: somebody may have changed it."};
}

Issue unknown_column(const RowEdit& edit, const CellText& cell) {
  return {.code = "unknown-column",
          .where = {.file = edit.table, .row = edit.row, .column = cell.column, .value = cell.text},
          .message = edit.table + " has no column " + cell.column,
          .way_out = "The reference of the plant folder lists its columns."};
}

Issue changed_meanwhile(const RowEdit& edit, const CellText& was, const std::string& now) {
  return {.code = "changed-meanwhile",
          .where = {.file = edit.table, .row = edit.row, .column = was.column, .value = now},
          .message = was.column + " holds \"" + now + "\", no longer \"" + was.text + "\"",
          .way_out = "Look at the row again; somebody changed it."};
}

Issue kept_by_the_desk(const std::string& file) {
  return {.code = "reserved-file",
          .where = {.file = file},
          .message = "a table of that name is kept beside the plant folder, not in it",
          .way_out = "Take the file out of the folder, or rename it."};
}

Issue fault_in(const std::string& file, std::uint32_t row, const codec::text::Fault& fault) {
  return {.code = fault.code, .where = {.file = file, .row = row}, .message = fault.message, .way_out = fault.way_out};
}

constexpr codec::text::Fault kTooManyCells{"too-many-cells", "the row has more cells than the header",
                                           "Give every cell a column, or quote cells that hold commas."};

Table read_table(const codec::plant::SourceFile& file, Issues& issues) {
  codec::text::CsvReader csv(file.bytes);
  Table table(file.name);
  if (csv.next()) table = Table(file.name, {csv.cells().begin(), csv.cells().end()});
  while (csv.next()) {
    if (csv.cells().size() > table.columns().size()) {
      issues.push_back(fault_in(file.name, csv.row(), kTooManyCells));
    } else {
      table.add({csv.cells().begin(), csv.cells().end()});
    }
  }
  if (csv.fault() != nullptr) issues.push_back(fault_in(file.name, csv.row(), *csv.fault()));
  return table;
}

}  // namespace

base::Result<PlantTables> PlantTables::from(std::span<const codec::plant::SourceFile> files) {
  PlantTables tables;
  Issues issues;
  for (const codec::plant::SourceFile& file : files) {
    if (find_desk_table(file.name) != nullptr) issues.push_back(kept_by_the_desk(file.name));
    tables.tables_.push_back(std::make_shared<Table>(read_table(file, issues)));
  }
  if (!issues.empty()) return base::Result<PlantTables>::failure(std::move(issues));
  return tables;
}

const Table* PlantTables::find(std::string_view name) const {
  const auto at =
      std::find_if(tables_.begin(), tables_.end(), [name](const auto& table) { return table->name() == name; });
  const bool there = at != tables_.end() && ((*at)->given() > 0 || !(*at)->rows().empty());
  return there ? at->get() : nullptr;
}

// The table for this object alone; a new one when there is none.
Table* PlantTables::own(std::string_view name) {
  const auto at =
      std::find_if(tables_.begin(), tables_.end(), [name](const auto& table) { return table->name() == name; });
  if (at == tables_.end()) return tables_.emplace_back(std::make_shared<Table>(std::string(name))).get();
  if (at->use_count() > 1) {
    *at = std::make_shared<Table>(**at);
  } else {
    // Whoever gave up the table last may have read it just before, on another thread.
    std::atomic_thread_fence(std::memory_order_acquire);
  }
  return at->get();
}

base::Result<std::vector<RowEdit>> PlantTables::apply(std::span<const RowEdit> edits) {
  std::vector<RowEdit> inverse;
  Issues issues;
  for (const RowEdit& edit : edits) {
    Issues found = faults_of(edit);
    if (found.empty()) {
      inverse.push_back(make(edit));
    } else {
      issues.insert(issues.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    }
  }
  std::reverse(inverse.begin(), inverse.end());
  if (issues.empty()) return inverse;
  for (const RowEdit& edit : inverse) make(edit);
  return base::Result<std::vector<RowEdit>>::failure(std::move(issues));
}

Issues PlantTables::faults_of(const RowEdit& edit) const {
  const auto at =
      std::find_if(tables_.begin(), tables_.end(), [&](const auto& table) { return table->name() == edit.table; });
  const Table* table = at == tables_.end() ? nullptr : at->get();
  if (table == nullptr && !is_known(edit.table)) return {unknown_table(edit)};
  Issues issues;
  const bool there = table != nullptr && table->find(edit.row) != nullptr;
  const bool was_there = table != nullptr && edit.row > 0 && edit.row <= table->last() && !there;
  const bool fits = edit.change == RowChange::add || (edit.change == RowChange::restore ? was_there : there);
  if (!fits) issues.push_back(unknown_row(edit));
  for (const CellText& cell : edit.cells) {
    const bool known = table != nullptr && table->column(cell.column) < table->columns().size();
    if (!known && !has_column(edit.table, cell.column)) issues.push_back(unknown_column(edit, cell));
  }
  for (const CellText& was : edit.was) {
    if (!there) break;
    const std::string& now = table->cell(*table->find(edit.row), table->column(was.column));
    if (now != was.text) issues.push_back(changed_meanwhile(edit, was, now));
  }
  return issues;
}

// Makes an edit without faults; the edit that undoes it.
RowEdit PlantTables::make(const RowEdit& edit) {
  Table& table = *own(edit.table);
  RowEdit inverse{.change = RowChange::remove, .table = edit.table, .row = edit.row};
  if (edit.change == RowChange::remove) {
    inverse.change = RowChange::restore;
    const Row& row = *table.find(edit.row);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!row.cells[i].empty()) inverse.cells.push_back({.column = table.columns()[i], .text = row.cells[i]});
    }
    table.remove(edit.row);
    return inverse;
  }
  if (edit.change == RowChange::add) inverse.row = table.add({});
  if (edit.change == RowChange::restore) table.put_back({.number = edit.row});
  if (edit.change == RowChange::change) inverse.change = RowChange::change;
  for (const CellText& cell : edit.cells) {
    if (edit.change == RowChange::change) {
      inverse.cells.push_back(
          {.column = cell.column, .text = table.cell(*table.find(edit.row), table.column(cell.column))});
    }
    table.set(inverse.row, cell);
  }
  std::reverse(inverse.cells.begin(), inverse.cells.end());  // a column named twice gets its first text back
  return inverse;
}

std::vector<RowNumber> PlantTables::rows_with(std::string_view name, std::span<const CellText> cells) const {
  std::vector<RowNumber> found;
  const Table* table = find(name);
  if (table == nullptr) return found;
  const auto same = [&](const Row& row) {
    return std::all_of(cells.begin(), cells.end(),
                       [&](const CellText& cell) { return table->cell(row, cell.column) == cell.text; });
  };
  const auto key =
      std::find_if(cells.begin(), cells.end(), [&](const CellText& cell) { return table->is_key(cell.column); });
  if (key != cells.end()) {
    found = table->rows_with(key->column, key->text);
    std::erase_if(found, [&](RowNumber number) { return !same(*table->find(number)); });
    return found;
  }
  for (const Row& row : table->rows()) {
    if (same(row)) found.push_back(row.number);
  }
  return found;
}

void PlantTables::keep_desk_of(const PlantTables& before) {
  for (const auto& table : before.tables_) {
    if (find_desk_table(table->name()) != nullptr && find(table->name()) == nullptr) tables_.push_back(table);
  }
}

std::vector<codec::plant::TargetFile> PlantTables::files() const {
  std::vector<codec::plant::TargetFile> files;
  for (const auto& table : tables_) {
    const bool of_folder = find_desk_table(table->name()) == nullptr;
    if (of_folder && find(table->name()) != nullptr) files.push_back({.name = table->name(), .bytes = table->text()});
  }
  return files;
}

std::string PlantTables::bytes() const {
  std::string bytes(kMark);
  for (const auto& table : tables_) table->append_bytes(bytes);
  return bytes;
}

std::optional<PlantTables> PlantTables::from_bytes(std::string_view bytes) {
  if (bytes.substr(0, kMark.size()) != kMark) return std::nullopt;
  bytes.remove_prefix(kMark.size());
  std::vector<Table> found;
  while (!bytes.empty()) {
    if (!Table::take(bytes, found)) return std::nullopt;
  }
  PlantTables tables;
  for (Table& table : found) tables.tables_.push_back(std::make_shared<Table>(std::move(table)));
  return tables;
}

bool operator==(const PlantTables& a, const PlantTables& b) {
  return std::equal(a.tables_.begin(), a.tables_.end(), b.tables_.begin(), b.tables_.end(),
                    [](const auto& one, const auto& other) { return one == other || *one == *other; });
}

}  // namespace kilter::service
