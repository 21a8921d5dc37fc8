#include "codec/plan/read/compare.hpp"

#include <string>
#include <utility>
#include <vector>

#include "codec/plan/csv_cells.hpp"
#include "codec/plan/read/plan_rows.hpp"

namespace kilter::codec {
namespace {

// One row as the writer writes it, then cut into cells as the reader reads them.
class ExpectedRow : private FolderSink {
 public:
  explicit ExpectedRow(const time::CivilText& civil) : cells_(*this, civil) {}

  std::string_view line(const PlanView& view, const PlanTable& table, std::size_t row) {
    bytes_.clear();
    table.row(view, row, cells_);
    cells_.end_row();
    cells_.finish();
    return bytes_;
  }

 private:
  void begin(std::string_view) override {}
  void append(std::string_view bytes) override { bytes_ += bytes; }

  CsvCells cells_;
  std::string bytes_;
};

class Comparison {
 public:
  Comparison(const PlanTable& table, std::string_view bytes, base::Issues& issues)
      : rows_(table.name, bytes, names_of(table), issues), table_(table) {}

  void run(const PlanView& view) {
    ExpectedRow expected(view.civil);
    const std::size_t count = table_.rows(view);
    std::size_t at = 0;
    for (; rows_.next(); ++at) {
      if (at < count) compare_row(expected.line(view, table_, at));
    }
    if (at != count) {
      rows_.fault_of_file("wrong-rows", "has " + std::to_string(at) + " rows, the plan " + std::to_string(count));
    }
  }

 private:
  static std::vector<std::string_view> names_of(const PlanTable& table) {
    std::vector<std::string_view> names;
    for (const PlanColumn& column : table.columns) names.push_back(column.name);
    return names;
  }

  void compare_row(std::string_view line) {
    text::CsvReader reader(line);
    if (!reader.next()) return;
    const auto expected = reader.cells();
    for (std::size_t column = 0; column < expected.size(); ++column) {
      const std::string_view wanted = text::unguarded(expected[column]);
      if (rows_.text(column) == wanted || table_.columns[column].name == "explanation") continue;
      rows_.fault(column, "does-not-agree",
                  "does not agree with the rest of the plan and the plant, which say '" + std::string(wanted) + "'");
    }
  }

  PlanRows rows_;
  const PlanTable& table_;
};

}  // namespace

void compare_table(const PlanView& view, const PlanTable& table, std::string_view bytes, base::Issues& issues) {
  Comparison(table, bytes, issues).run(view);
}

}  // namespace kilter::codec
