#include "service/floor/effect/work/job.hpp"

#include <algorithm>

namespace kilter::service {
namespace {

RowNumber row_for(const Ledger& ledger, std::string_view table, const std::string& order, std::string_view operation) {
  for (const RowNumber row : ledger.rows_of(table, order)) {
    if (ledger.cell(table, row, "operation") == operation) return row;
  }
  return 0;
}

void find_rows(const Ledger& ledger, Job& job) {
  job.progress = row_for(ledger, "progress.csv", job.order, job.operation());
  job.actual = row_for(ledger, "actuals.csv", job.order, job.operation());
}

// The item that an order makes, or made.
std::string item_of(const Ledger& ledger, const std::string& order, RowNumber row) {
  if (row != 0) return ledger.cell("production_orders.csv", row, "item");
  const RowNumber actual = ledger.row_of("actuals.csv", order);
  return actual == 0 ? std::string() : ledger.cell("actuals.csv", actual, "item");
}

}  // namespace

std::optional<Job> find_job(const Ledger& ledger, const std::string& order, std::string_view operation) {
  Job job{.order = order, .order_row = ledger.row_of("production_orders.csv", order), .route = {}};
  const std::string item = item_of(ledger, order, job.order_row);
  if (item.empty()) return std::nullopt;
  job.route = route_of(ledger, item);
  job.step = job.route.place(operation);
  if (job.step == job.route.steps.size()) return std::nullopt;
  find_rows(ledger, job);
  return job;
}

std::optional<Job> named_job(Ledger& ledger) {
  const std::string& order = ledger.given(Field::production_order);
  const std::string& operation = ledger.given(Field::operation);
  std::optional<Job> job = find_job(ledger, order, operation);
  if (job) return job;
  const std::string item = item_of(ledger, order, ledger.row_of("production_orders.csv", order));
  if (item.empty()) {
    ledger.fault(Field::production_order, "unknown-production-order", "there is no production order " + order,
                 "Correct the id; orders that were made are remembered in actuals.csv.");
  } else {
    ledger.fault(Field::operation, "unknown-operation", "there is no operation " + operation + " of " + item,
                 "Correct the id.");
  }
  return std::nullopt;
}

Job job_at(const Ledger& ledger, const Job& job, std::size_t step) {
  Job other{.order = job.order, .order_row = job.order_row, .route = job.route, .step = step};
  find_rows(ledger, other);
  return other;
}

WorkPhase state_of(const Ledger& ledger, const Job& job) {
  if (job.left()) return WorkPhase::done;
  if (job.progress == 0) return WorkPhase::waiting;
  const std::string status = ledger.cell("progress.csv", job.progress, "status");
  if (status == "started") return WorkPhase::running;
  return status == "done" ? WorkPhase::done : WorkPhase::waiting;
}

std::string name_of(const Job& job) { return job.order + "/" + job.operation(); }

std::string amount_text(const Ledger& ledger, Quantity quantity, const std::string& item) {
  const RowNumber row = ledger.row_of("items.csv", item);
  const std::string unit = row == 0 ? std::string() : ledger.cell("items.csv", row, "unit");
  return text_of(quantity) + " " + (unit.empty() ? "pcs" : unit);
}

Quantity reached(const Ledger& ledger, const Job& job) {
  if (job.actual != 0 && !ledger.cell("actuals.csv", job.actual, "quantity").empty()) {
    return ledger.amount("actuals.csv", job.actual, "quantity");
  }
  if (job.step > 0 && !job.route.network) {
    const Job previous = job_at(ledger, job, job.step - 1);
    const bool known = previous.actual != 0 && !ledger.cell("actuals.csv", previous.actual, "end").empty();
    if (known) return ledger.amount("actuals.csv", previous.actual, "good");
  }
  if (job.left()) return Quantity::zero();
  return job.route.reaching(job.step, ledger.amount("production_orders.csv", job.order_row, "quantity"));
}

void open_actual(Ledger& ledger, Job& job) {
  if (job.actual != 0) return;
  const Quantity quantity = reached(ledger, job);
  std::vector<CellText> cells{{"production_order", job.order},
                              {"operation", job.operation()},
                              {"item", job.route.item},
                              {"quantity", text_of(quantity)}};
  if (job.progress != 0 && state_of(ledger, job) != WorkPhase::waiting) {
    for (const char* column : {"work_unit", "people", "start", "end"}) {
      cells.push_back({column, ledger.cell("progress.csv", job.progress, column)});
    }
    cells.push_back({"good", ledger.cell("progress.csv", job.progress, "done_quantity")});
  }
  job.actual = ledger.add("actuals.csv", std::move(cells));
}

void set_actual(Ledger& ledger, const Job& job, std::vector<CellText> cells) {
  ledger.set("actuals.csv", job.actual, std::move(cells));
}

Quantity counted(const Ledger& ledger, const Job& job, std::string_view column) {
  return job.actual == 0 ? Quantity::zero() : ledger.amount("actuals.csv", job.actual, column);
}

}  // namespace kilter::service
