#include "service/floor/views/work_state.hpp"

#include <algorithm>
#include <array>

#include "codec/text/values/duration.hpp"
#include "service/floor/views/looking.hpp"

namespace kilter::service {
namespace {

constexpr std::string_view kOrders = "production_orders.csv";
constexpr std::string_view kActuals = "actuals.csv";
constexpr std::string_view kProgress = "progress.csv";

StepState step_state(const Ledger& ledger, const Job& job) {
  switch (state_of(ledger, job)) {
    case WorkPhase::running: {
      const bool rests = job.actual != 0 && !ledger.cell(kActuals, job.actual, "paused_since").empty();
      return rests ? StepState::paused : StepState::running;
    }
    case WorkPhase::done:
      return StepState::done;
    case WorkPhase::waiting:
      break;
  }
  const bool pinned = job.progress != 0 && ledger.cell(kProgress, job.progress, "status") == "pinned";
  return pinned ? StepState::pinned : StepState::waiting;
}

// Where it says more: what was reported, else what the plant was read with, or a pin.
void read_place(const Ledger& ledger, const Job& job, StepView& step) {
  const bool reported = job.actual != 0;
  if (!reported && job.progress == 0) return;
  const std::string_view table = reported ? kActuals : kProgress;
  const RowNumber row = reported ? job.actual : job.progress;
  step.work_unit = ledger.cell(table, row, "work_unit");
  step.people = ledger.cell(table, row, "people");
  step.start = ledger.moment(table, row, "start", DateOnly::start_of_day);
  step.end = ledger.moment(table, row, "end", DateOnly::end_of_day);
  step.good = ledger.amount(table, row, reported ? "good" : "done_quantity");
}

StepView view_step(const Ledger& ledger, const Job& job) {
  StepView step{.operation = job.operation(),
                .name = of_step(ledger, job.route.steps[job.step], "name"),
                .state = step_state(ledger, job),
                .quantity = reached(ledger, job),
                .scrap = counted(ledger, job, "scrap"),
                .rework = counted(ledger, job, "rework")};
  if (step.name.empty()) step.name = step.operation;
  read_place(ledger, job, step);
  const std::string paused = job.actual == 0 ? std::string() : ledger.cell(kActuals, job.actual, "paused");
  if (!paused.empty()) step.paused = codec::text::parse_duration(paused).value;
  return step;
}

OrderView view_order(const Ledger& ledger, const Job& job) {
  OrderView order{.id = job.order, .item = job.route.item, .status = "made"};
  if (!job.left()) {
    order.status = ledger.cell(kOrders, job.order_row, "status");
    if (order.status.empty()) order.status = "firm";
    order.for_order = ledger.cell(kOrders, job.order_row, "for_order");
    order.quantity = ledger.amount(kOrders, job.order_row, "quantity");
    order.due = ledger.moment(kOrders, job.order_row, "due", DateOnly::end_of_day);
    order.hold = hold_on(ledger, job);
  }
  for (std::size_t step = 0; step < job.route.steps.size(); ++step) {
    order.steps.push_back(view_step(ledger, job_at(ledger, job, step)));
  }
  return order;
}

std::optional<Job> any_job(const Ledger& ledger, const std::string& order) {
  const RowNumber row = ledger.row_of(kOrders, order);
  const RowNumber actual = ledger.row_of(kActuals, order);
  if (row == 0 && actual == 0) return std::nullopt;
  const std::string item = row != 0 ? ledger.cell(kOrders, row, "item") : ledger.cell(kActuals, actual, "item");
  Job job{.order = order, .order_row = row, .route = route_of(ledger, item)};
  if (job.route.steps.empty()) return std::nullopt;
  return job_at(ledger, job, 0);
}

}  // namespace

std::optional<OrderView> order_view(const PlantTables& tables, const Received& now, const std::string& id) {
  const Ledger ledger = look(tables, now);
  const std::optional<Job> job = any_job(ledger, id);
  return job ? std::optional(view_order(ledger, *job)) : std::nullopt;
}

std::vector<OrderView> order_views(const PlantTables& tables, const Received& now) {
  const Ledger ledger = look(tables, now);
  std::vector<OrderView> views;
  const Table* table = tables.find(kOrders);
  if (table == nullptr) return views;
  for (const Row& row : table->rows()) {
    if (const std::optional<Job> job = any_job(ledger, table->cell(row, "id"))) {
      views.push_back(view_order(ledger, *job));
    }
  }
  return views;
}

std::string_view word(StepState state) {
  static constexpr std::array<std::string_view, 5> kWords{"waiting", "pinned", "running", "paused", "done"};
  return kWords[static_cast<std::size_t>(state)];
}

std::vector<ConflictView> open_conflicts(const PlantTables& tables) {
  std::vector<ConflictView> views;
  const Table* table = tables.find("conflicts.csv");
  if (table == nullptr) return views;
  for (const Row& row : table->rows()) {
    if (!table->cell(row, "settled").empty()) continue;
    views.push_back({.id = table->cell(row, "id"),
                     .code = table->cell(row, "code"),
                     .text = table->cell(row, "text"),
                     .way_out = table->cell(row, "way_out"),
                     .at = table->cell(row, "at"),
                     .kind = table->cell(row, "kind"),
                     .production_order = table->cell(row, "production_order"),
                     .operation = table->cell(row, "operation"),
                     .work_unit = table->cell(row, "work_unit"),
                     .item = table->cell(row, "item")});
  }
  std::reverse(views.begin(), views.end());
  return views;
}

}  // namespace kilter::service
