// A plant as people edit it: the tables of its folder, row by row, every cell as it was written. What a plant means is
// read from them by `codec::plant::read`; here nothing but rows, columns and their names is known.
//
//   PlantTables tables = PlantTables::from(files).value();
//   const auto back = tables.apply({{.table = "orders.csv", .row = 7, .cells = {{"quantity", "12"}}}});
//   tables.apply(back.value());   // undone
//
// Beside the folder's tables stand the desk's (desk_tables.hpp): what happened, in the same form, not part of a folder.
//
// A copy shares all tables with the original until one of them edits a table, and then all but the rows around the
// edit.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "codec/plant/source_file.hpp"
#include "service/tables/row_edit.hpp"
#include "service/tables/table.hpp"

namespace kilter::service {

class PlantTables {
 public:
  // Every file as a table, columns that Kilter does not know included. What keeps files from being tables comes back
  // together, a file with the name of a desk table too.
  static base::Result<PlantTables> from(std::span<const codec::plant::SourceFile> files);

  // All edits or none, one after another: each sees what those before it did. Back come the edits that undo them, in
  // the order in which to apply them; or every edit's fault (Place::row is the row's number), and nothing is changed.
  // A table or column that is not there yet begins with the first row or cell put into it, if a plant folder may have
  // it.
  base::Result<std::vector<RowEdit>> apply(std::span<const RowEdit> edits);

  // Null when there is none, and when it has neither rows nor the header of a file.
  [[nodiscard]] const Table* find(std::string_view table) const;
  // Numbers of the rows whose cells are as given.
  [[nodiscard]] std::vector<RowNumber> rows_with(std::string_view table, std::span<const CellText> cells) const;

  // Takes over the desk's tables of another state of the plant, for a folder that was read anew.
  void keep_desk_of(const PlantTables& before);

  // The folder, without the desk's tables.
  [[nodiscard]] std::vector<codec::plant::TargetFile> files() const;

  // Everything that `from_bytes` needs for an equal one, row numbers included.
  [[nodiscard]] std::string bytes() const;
  // None when they were not made by `bytes`.
  static std::optional<PlantTables> from_bytes(std::string_view bytes);

  friend bool operator==(const PlantTables& a, const PlantTables& b);

 private:
  Table* own(std::string_view name);
  [[nodiscard]] base::Issues faults_of(const RowEdit& edit) const;
  RowEdit make(const RowEdit& edit);

  std::vector<std::shared_ptr<Table>> tables_;
};

}  // namespace kilter::service
