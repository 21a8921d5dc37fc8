// Calls for help, with their clocks.
#include "service/floor/effect/effects.hpp"
#include "service/floor/effect/holds.hpp"
#include "service/floor/effect/spans.hpp"
#include "service/floor/effect/work/job.hpp"
#include "service/floor/effect/work/pauses.hpp"

namespace kilter::service {
namespace {

constexpr std::string_view kAndons = "andons.csv";

std::string stop_id(const std::string& andon) { return std::string(kStopPrefix) + andon; }

std::optional<Job> job_of_call(Ledger& ledger) {
  const Event& event = ledger.event();
  if (event.gives(Field::production_order) && event.gives(Field::operation)) return named_job(ledger);
  if (event.gives(Field::production_order)) ledger.check_reference(Field::production_order);
  return std::nullopt;
}

// The unit stands still, the order's next operation waits, the running one pauses.
void stop_work(Ledger& ledger, std::optional<Job> job) {
  const std::string& order = ledger.given(Field::production_order);
  const bool safety = ledger.given(Field::topic) == "safety";
  if (!order.empty() && ledger.row_of("production_orders.csv", order) != 0) {
    add_hold(
        ledger, {.order = {}, .production_order = order, .item = {}, .operation = {}},
        {.id = stop_id(ledger.event().id), .lamp = safety ? "machine" : "quality", .note = ledger.given(Field::note)});
  }
  if (ledger.event().gives(Field::work_unit)) {
    stop_unit(ledger, ledger.given(Field::work_unit), ledger.given(Field::note));
  }
  if (job && state_of(ledger, *job) == WorkPhase::running) {
    open_actual(ledger, *job);
    if (is_paused(ledger, *job)) return;
    pause(ledger, *job);
    log_work(ledger, *job, "paused");
  }
}

// The call that the event names; 0, and a fault, when there is none.
RowNumber named_call(Ledger& ledger) {
  const RowNumber row = ledger.row_of(kAndons, ledger.given(Field::andon));
  if (row == 0) {
    ledger.fault(Field::andon, "unknown-andon", "nobody raised " + ledger.given(Field::andon),
                 "Give the id of the event that raised it.");
  }
  return row;
}

bool is_set(const Ledger& ledger, RowNumber row, std::string_view column) {
  return !ledger.cell(kAndons, row, column).empty();
}

void mark(Ledger& ledger, RowNumber row, std::string_view column) {
  if (!is_set(ledger, row, column)) ledger.set(kAndons, row, {{std::string(column), ledger.from_text(ledger.at())}});
}

void acknowledge(Ledger& ledger, RowNumber row) {
  if (is_set(ledger, row, "acknowledged")) return;
  mark(ledger, row, "acknowledged");
  ledger.set(kAndons, row, {{"acknowledged_by", ledger.event().person}});
}

void let_go(Ledger& ledger, RowNumber row) {
  const RowNumber hold = ledger.row_of("clearances.csv", stop_id(ledger.given(Field::andon)));
  if (hold != 0) ledger.remove("clearances.csv", hold);
  const std::string unit = ledger.cell(kAndons, row, "work_unit");
  if (!unit.empty() && ledger.yes(kAndons, row, "stop", false)) (void)run_unit(ledger, unit);
}

}  // namespace

void raise_andon(Ledger& ledger) {
  ledger.check_reference(Field::work_unit);
  std::optional<Job> job = job_of_call(ledger);
  if (ledger.refused()) return;
  const bool stop = ledger.flag(Field::stop) || ledger.given(Field::topic) == "safety";
  ledger.add(kAndons, {{"id", ledger.event().id},
                       {"topic", ledger.given(Field::topic)},
                       {"work_unit", ledger.given(Field::work_unit)},
                       {"production_order", ledger.given(Field::production_order)},
                       {"operation", ledger.given(Field::operation)},
                       {"stop", stop ? "yes" : ""},
                       {"note", cell_of(ledger.given(Field::note))},
                       {"raised", ledger.from_text(ledger.at())},
                       {"raised_by", ledger.event().person}});
  if (stop) stop_work(ledger, std::move(job));
}

void acknowledge_andon(Ledger& ledger) {
  if (const RowNumber row = named_call(ledger); row != 0) acknowledge(ledger, row);
}

void work_on_andon(Ledger& ledger) {
  const RowNumber row = named_call(ledger);
  if (row == 0) return;
  acknowledge(ledger, row);
  mark(ledger, row, "working");
}

void resolve_andon(Ledger& ledger) {
  const RowNumber row = named_call(ledger);
  if (row == 0 || is_set(ledger, row, "resolved")) return;
  acknowledge(ledger, row);
  mark(ledger, row, "resolved");
  ledger.set(kAndons, row, {{"resolved_by", ledger.event().person}});
  let_go(ledger, row);
}

}  // namespace kilter::service
