#include "codec/plan/write.hpp"

#include "codec/plan/csv_cells.hpp"
#include "codec/plan/plan_json.hpp"

namespace kilter::codec {

void write_table(const PlanView& view, const PlanTable& table, FolderSink& sink) {
  sink.begin(std::string(table.name) + ".csv");
  CsvCells cells(sink, view.civil);
  for (const PlanColumn& column : table.columns) cells.text(column.name);
  cells.end_row();
  const std::size_t rows = table.rows(view);
  for (std::size_t i = 0; i < rows; ++i) {
    table.row(view, i, cells);
    cells.end_row();
  }
  cells.finish();
}

void write_plan(const PlanView& view, const PlanOrigin& origin, FolderSink& sink) {
  for (const PlanTable& table : plan_tables()) write_table(view, table, sink);
  sink.begin("plan.json");
  sink.append(plan_json(view, origin));
}

}  // namespace kilter::codec
