#include "service/planning/order_rows.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace kilter::service {
namespace {

constexpr const char* kOrders = "production_orders.csv";
constexpr const char* kPlanned = "planned";

// Cells of a row by the names of their columns; empty where there is no such column.
class RowText {
 public:
  RowText(const Table& table, const Row& row) : table_(table), row_(row) {}
  const std::string& operator[](std::string_view column) const { return table_.cell(row_, table_.column(column)); }
  [[nodiscard]] RowNumber number() const { return row_.number; }
  [[nodiscard]] std::vector<CellText> cells() const {
    std::vector<CellText> all;
    for (std::size_t i = 0; i < table_.columns().size(); ++i) {
      if (!table_.cell(row_, i).empty()) all.push_back({table_.columns()[i], table_.cell(row_, i)});
    }
    return all;
  }

 private:
  const Table& table_;
  const Row& row_;
};

template <class Use>
void each_row(const PlantTables& tables, std::string_view name, Use use) {
  const Table* table = tables.find(name);
  if (table == nullptr) return;
  for (const Row& row : table->rows()) use(RowText(*table, row));
}

// The planned orders that are there and those that are wanted, by id.
using RowsById = std::map<std::string, std::pair<RowNumber, std::vector<CellText>>, std::less<>>;
RowsById planned_rows(const PlantTables& tables) {
  RowsById rows;
  each_row(tables, kOrders, [&](const RowText& row) {
    if (row["status"] == kPlanned) rows.emplace(row["id"], std::pair(row.number(), row.cells()));
  });
  return rows;
}

std::string_view cell_of(const std::vector<CellText>& cells, std::string_view column) {
  const auto at = std::find_if(cells.begin(), cells.end(), [&](const CellText& cell) { return cell.column == column; });
  return at == cells.end() ? std::string_view() : std::string_view(at->text);
}

// The cells that differ, as they are to be.
std::vector<CellText> differing(const std::vector<CellText>& now, const std::vector<CellText>& wanted) {
  std::vector<CellText> cells;
  for (const CellText& cell : wanted) {
    if (cell_of(now, cell.column) != cell.text) cells.push_back(cell);
  }
  for (const CellText& cell : now) {
    if (cell_of(wanted, cell.column).empty()) cells.push_back({cell.column, {}});
  }
  return cells;
}

class Publishing {
 public:
  Publishing(const PlantTables& tables, const PlantTables& wanted) : tables_(tables), wanted_(wanted) {}

  std::vector<RowEdit> edits(std::uint64_t last_number) {
    const RowsById now = planned_rows(tables_);
    const RowsById wanted = planned_rows(wanted_);
    for (const auto& [id, row] : now) {
      if (wanted.find(id) == wanted.end()) remove(id, row.first);
    }
    for (const auto& [id, row] : wanted) keep(id, row.second, now);
    move_origin();
    keep_number(last_number);
    return std::move(edits_);
  }

 private:
  void remove(const std::string& id, RowNumber row) {
    for (const char* table : {"progress.csv", "clearances.csv"}) {
      each_row(tables_, table, [&](const RowText& other) {
        if (other["production_order"] == id) remove_row(table, other.number());
      });
    }
    remove_row(kOrders, row);
  }
  void remove_row(const char* table, RowNumber row) {
    edits_.push_back({.change = RowChange::remove, .table = table, .row = row});
  }
  void keep(const std::string& id, const std::vector<CellText>& cells, const RowsById& now) {
    const auto there = now.find(id);
    if (there == now.end()) {
      edits_.push_back({.change = RowChange::add, .table = kOrders, .cells = cells});
      return;
    }
    std::vector<CellText> other = differing(there->second.second, cells);
    if (other.empty()) return;
    edits_.push_back(
        {.change = RowChange::change, .table = kOrders, .row = there->second.first, .cells = std::move(other)});
  }
  void move_origin() {
    std::string origin;
    each_row(wanted_, "plant.csv", [&](const RowText& row) { origin = row["origin"]; });
    each_row(tables_, "plant.csv", [&](const RowText& row) {
      if (row["origin"] == origin) return;
      edits_.push_back(
          {.change = RowChange::change, .table = "plant.csv", .row = row.number(), .cells = {{"origin", origin}}});
    });
  }
  void keep_number(std::uint64_t number) {
    if (number == last_order_number(tables_)) return;
    RowEdit edit{.change = RowChange::add, .table = "clock.csv", .cells = {{"last_order", std::to_string(number)}}};
    each_row(tables_, "clock.csv", [&](const RowText& row) {
      edit.change = RowChange::change;
      edit.row = row.number();
    });
    edits_.push_back(std::move(edit));
  }

  const PlantTables& tables_;
  const PlantTables& wanted_;
  std::vector<RowEdit> edits_;
};

}  // namespace

std::vector<coordinate::FirmOrder> published_orders(const model::PlantDraft& draft) {
  std::vector<coordinate::FirmOrder> orders;
  for (const model::ProductionOrderRow& row : draft.production_orders) {
    if (row.status != model::SupplyStatus::planned) continue;
    orders.push_back({.id = row.id.str(),
                      .item = row.item.str(),
                      .site = row.site.str(),
                      .for_order = row.for_order.str(),
                      .quantity = row.quantity,
                      .due = row.due,
                      .in_plan = {}});
  }
  return orders;
}

std::uint64_t last_order_number(const PlantTables& tables) {
  std::uint64_t number = 0;
  each_row(tables, "clock.csv", [&](const RowText& row) {
    const std::string& text = row["last_order"];
    std::from_chars(text.data(), text.data() + text.size(), number);
  });
  return number;
}

std::vector<RowEdit> publishing_edits(const PlantTables& tables, const std::vector<codec::plant::TargetFile>& folder,
                                      std::uint64_t last_number) {
  std::vector<codec::plant::SourceFile> files;
  for (const codec::plant::TargetFile& file : folder) files.push_back({file.name, file.bytes});
  const auto wanted = PlantTables::from(files);
  if (!wanted) return {};
  return Publishing(tables, wanted.value()).edits(last_number);
}

}  // namespace kilter::service
