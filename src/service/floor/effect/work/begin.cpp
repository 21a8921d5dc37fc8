#include "service/floor/effect/work/begin.hpp"

#include <algorithm>

#include "codec/text/values/decimal.hpp"
#include "service/floor/effect/stock.hpp"

namespace kilter::service {
namespace {

constexpr std::string_view kProgress = "progress.csv";
constexpr time::Duration kShortestHorizon{30LL * 86'400};

// Units that may do the operation; none when it needs no unit.
std::vector<std::string> eligible_units(const Ledger& ledger, const Job& job) {
  std::vector<std::string> units;
  for (const RowNumber row : ledger.rows_of("operation_units.csv", job.route.item)) {
    if (ledger.cell("operation_units.csv", row, "operation") != job.operation()) continue;
    units.push_back(ledger.cell("operation_units.csv", row, "work_unit"));
  }
  const std::string centre = ledger.cell("operations.csv", job.route.steps[job.step].row, "work_centre");
  if (!units.empty() || centre.empty()) return units;
  for (const RowNumber row : ledger.rows_with("work_units.csv", {"work_centre", centre})) {
    units.push_back(ledger.cell("work_units.csv", row, "id"));
  }
  return units;
}

bool is_one_of(const std::vector<std::string>& units, const std::string& unit) {
  return std::find(units.begin(), units.end(), unit) != units.end();
}

// Where it is taken to run, and where it is said to.
struct Units {
  std::string taken;
  std::string said;
};

// The unit that the event names, else the one that was fixed, else the only one. Of one that cannot do it, the plant
// would be none: the work is taken to run on one that can.
std::optional<Units> units_for(Ledger& ledger, const Job& job) {
  const std::vector<std::string> units = eligible_units(ledger, job);
  const std::string fixed = job.progress == 0 ? std::string() : ledger.cell(kProgress, job.progress, "work_unit");
  std::string unit = ledger.given(Field::work_unit);
  if (unit.empty()) unit = fixed.empty() && units.size() == 1 ? units.front() : fixed;
  if (is_one_of(units, unit) || (unit.empty() && units.empty())) return Units{.taken = unit, .said = unit};
  if (unit.empty()) {
    ledger.fault(Field::work_unit, "missing-value", "it is not said where " + name_of(job) + " is done",
                 "Name one of the " + std::to_string(units.size()) + " units that can do it.");
    return std::nullopt;
  }
  const std::string instead = is_one_of(units, fixed) ? fixed : units.empty() ? std::string() : units.front();
  ledger.contradict({"unit-not-eligible",
                     name_of(job) + " is said to run on " + unit + ", which cannot do it; taken is " +
                         (instead.empty() ? "none" : instead),
                     "Enter the unit in operation_units.csv, or correct the report."});
  return Units{.taken = instead, .said = unit};
}

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
  const JobState state = state_of(ledger, job);
  if (state == JobState::done) return true;
  const bool in_parts = !ledger.cell("operations.csv", job.route.steps[job.step].row, "transfer_batch").empty();
  return state == JobState::running && in_parts;
}

void check_before(Ledger& ledger, const Job& job) {
  for (const std::size_t step : before(ledger, job.route, job.step)) {
    const Job previous = job_at(ledger, job, step);
    if (lets_on(ledger, previous)) continue;
    ledger.contradict({"too-early", name_of(job) + " began before " + name_of(previous) + " was done",
                       "Report what was done before, or correct the report."});
  }
}

void check_holds(Ledger& ledger, const Job& job) {
  const auto blocked = [&](RowNumber row) { return !ledger.yes("clearances.csv", row, "cleared", false); };
  std::vector<RowNumber> holds = ledger.rows_with("clearances.csv", {"production_order", job.order});
  for (const RowNumber row : ledger.rows_with("clearances.csv", {"item", job.route.item})) {
    if (ledger.cell("clearances.csv", row, "operation") == job.operation()) holds.push_back(row);
  }
  std::erase_if(holds, [&](RowNumber row) { return !blocked(row); });
  if (holds.empty()) return;
  ledger.contradict(
      {"held",
       name_of(job) + " began although " + ledger.cell("clearances.csv", holds.front(), "id") + " is not cleared",
       "Clear it, or stop the work."});
}

void check_beginning(Ledger& ledger, const Job& job, const std::string& unit) {
  check_before(ledger, job);
  check_unit(ledger, job, unit);
  check_holds(ledger, job);
}

// A person fixed it for a time that has passed: nobody else may, so it waits, and the person is told.
void let_pins_go(Ledger& ledger, Instant now) {
  for (const RowNumber row : ledger.rows_with(kProgress, {"status", "pinned"})) {
    const auto start = ledger.moment(kProgress, row, "start", DateOnly::start_of_day);
    if (!start || *start >= now) continue;
    ledger.contradict({"pin-has-passed",
                       ledger.cell(kProgress, row, "production_order") + "/" +
                           ledger.cell(kProgress, row, "operation") + " was fixed to begin at " +
                           ledger.from_text(*start) + " and has not",
                       "Fix it anew, or leave it to the plan."});
    ledger.set(kProgress, row, {{"status", "waiting"}, {"work_unit", ""}, {"start", ""}});
  }
}

bool known(const Ledger& ledger, const std::string& person) { return ledger.row_of("people.csv", person) != 0; }

}  // namespace

std::string workers(Ledger& ledger) {
  const std::string& given = ledger.given(Field::people);
  if (given.empty()) return known(ledger, ledger.event().person) ? ledger.event().person : std::string();
  std::string_view rest = given;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const std::string person(rest.substr(0, end));
    rest.remove_prefix(std::min(rest.size(), end + 1));
    if (known(ledger, person)) continue;
    ledger.fault(Field::people, "unknown-people", "there is no " + person + " in people.csv",
                 "Correct the id; `;` stands between several.");
  }
  return given;
}

void advance(Ledger& ledger, Instant fact) {
  const Table* plant = ledger.tables().find("plant.csv");
  const RowNumber row = plant->rows().begin()->number;
  const auto origin = ledger.moment("plant.csv", row, "origin", DateOnly::start_of_day);
  if (origin && *origin >= fact) return;
  ledger.set("plant.csv", row, {{"origin", ledger.from_text(fact)}});
  let_pins_go(ledger, fact);
  const auto horizon = ledger.moment("plant.csv", row, "horizon", DateOnly::end_of_day);
  if (horizon && *horizon < fact + kShortestHorizon) ledger.set("plant.csv", row, {{"horizon", ""}});
}

void release(Ledger& ledger, const Job& job) {
  ledger.set("production_orders.csv", job.order_row, {{"status", "released"}});
}

bool begin(Ledger& ledger, Job& job, Begun begun) {
  const std::optional<Units> units = units_for(ledger, job);
  const std::string people = workers(ledger);
  if (!units || ledger.refused()) return false;
  check_beginning(ledger, job, units->taken);
  release(ledger, job);
  // What has ended when it is first heard of began before.
  const std::string start = ledger.from_text(begun == Begun::reported ? ledger.at() : ledger.at() - kInstantly);
  std::vector<CellText> cells{
      {"status", "started"}, {"work_unit", units->taken}, {"start", start}, {"end", ""}, {"people", people}};
  if (job.progress != 0) {
    ledger.set("progress.csv", job.progress, std::move(cells));
  } else {
    cells.push_back({"production_order", job.order});
    cells.push_back({"operation", job.operation()});
    job.progress = ledger.add("progress.csv", std::move(cells));
  }
  advance(ledger, ledger.at());
  open_actual(ledger, job);
  set_actual(ledger, job,
             {{"work_unit", units->said}, {"people", people}, {"start", begun == Begun::reported ? start : ""}});
  take_components(ledger, job);
  return true;
}

}  // namespace kilter::service
