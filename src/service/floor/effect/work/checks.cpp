#include "service/floor/effect/work/checks.hpp"

#include <algorithm>

#include "codec/text/values/decimal.hpp"

namespace kilter::service {
namespace {

constexpr std::string_view kProgress = "progress.csv";
constexpr std::string_view kClearances = "clearances.csv";

std::size_t machines(const Ledger& ledger, const std::string& unit) {
  const RowNumber row = ledger.row_of("work_units.csv", unit);
  if (row == 0 || ledger.yes("work_units.csv", row, "unlimited", false)) return SIZE_MAX;
  // In a batch several run at once.
  if (!ledger.cell("work_units.csv", row, "batch_capacity").empty()) return SIZE_MAX;
  const std::string count = ledger.cell("work_units.csv", row, "count");
  return count.empty() ? 1 : static_cast<std::size_t>(codec::text::parse_whole(count).value);
}

void check_unit(Ledger& ledger, const Job& job, const std::string& unit) {
  if (unit.empty()) return;
  std::vector<RowNumber> running = ledger.rows_with(kProgress, {"work_unit", unit});
  std::erase_if(running, [&](RowNumber row) {
    return row == job.progress || ledger.cell(kProgress, row, "status") != "started";
  });
  if (running.size() >= machines(ledger, unit)) {
    const RowNumber other = running.front();
    ledger.contradict({"unit-busy",
                       name_of(job) + " began on " + unit + " while " +
                           ledger.cell(kProgress, other, "production_order") + "/" +
                           ledger.cell(kProgress, other, "operation") + " runs there",
                       "Report that the other one is finished, or where this one runs."});
  }
  for (const RowNumber row : ledger.rows_of("downtimes.csv", unit)) {
    if (!ledger.cell("downtimes.csv", row, "until").empty()) continue;
    ledger.contradict(
        {"unit-is-down",
         name_of(job) + " began on " + unit + ", which stands still since " + ledger.cell("downtimes.csv", row, "from"),
         "Report unit.up, or where the work runs."});
  }
}

// With a transfer batch the operation behind may begin before all is through.
bool lets_on(const Ledger& ledger, const Job& job) {
  const WorkPhase state = state_of(ledger, job);
  if (state == WorkPhase::done) return true;
  const bool in_parts = !of_step(ledger, job.route.steps[job.step], "transfer_batch").empty();
  return state == WorkPhase::running && in_parts;
}

void append(std::vector<RowNumber>& rows, const std::vector<RowNumber>& more) {
  rows.insert(rows.end(), more.begin(), more.end());
}

}  // namespace

std::vector<Job> blockers(const Ledger& ledger, const Job& job) {
  std::vector<Job> found;
  for (const std::size_t step : before(ledger, job.route, job.step)) {
    Job earlier = job_at(ledger, job, step);
    if (!lets_on(ledger, earlier)) found.push_back(std::move(earlier));
  }
  return found;
}

std::vector<RowNumber> holds_of(const Ledger& ledger, const Job& job) {
  std::vector<RowNumber> holds = ledger.rows_with(kClearances, {"production_order", job.order});
  const std::string order = job.left() ? "" : ledger.cell("production_orders.csv", job.order_row, "for_order");
  if (!order.empty()) append(holds, ledger.rows_with(kClearances, {"order", order}));
  for (const RowNumber row : ledger.rows_with(kClearances, {"item", job.route.item})) {
    if (ledger.cell(kClearances, row, "operation") == job.operation()) holds.push_back(row);
  }
  std::erase_if(holds, [&](RowNumber row) { return ledger.yes(kClearances, row, "cleared", false); });
  return holds;
}

void check_beginning(Ledger& ledger, const Job& job, const std::string& unit) {
  for (const Job& earlier : blockers(ledger, job)) {
    ledger.contradict({"too-early", name_of(job) + " began before " + name_of(earlier) + " was done",
                       "Report what was done before, or correct the report."});
  }
  check_unit(ledger, job, unit);
  const std::vector<RowNumber> holds = holds_of(ledger, job);
  if (holds.empty()) return;
  ledger.contradict(
      {"held", name_of(job) + " began although " + ledger.cell(kClearances, holds.front(), "id") + " is not cleared",
       "Clear it, or stop the work."});
}

}  // namespace kilter::service
