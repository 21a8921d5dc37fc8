#include "service/floor/effect/work/begin.hpp"

#include <algorithm>

#include "service/floor/effect/stock.hpp"
#include "service/floor/effect/work/checks.hpp"

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
  const std::string centre = of_step(ledger, job.route.steps[job.step], "work_centre");
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

// Work under way needs no release any more, but somebody is to know that nobody released it.
void release(Ledger& ledger, const Job& job) {
  if (ledger.cell("production_orders.csv", job.order_row, "status") == "released") return;
  ledger.contradict({"not-released", name_of(job) + " was begun, and " + job.order + " was not released",
                     "See whether everything is there for it; release orders before they begin."});
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
  consume_components(ledger, job);
  return true;
}

}  // namespace kilter::service
