// Operations start and finish, and are counted.
#include <algorithm>

#include "service/floor/effect/effects.hpp"
#include "service/floor/effect/work/begin.hpp"
#include "service/floor/effect/work/counts.hpp"
#include "service/floor/effect/work/pauses.hpp"

namespace kilter::service {
namespace {

constexpr std::string_view kProgress = "progress.csv";
constexpr std::string_view kActuals = "actuals.csv";

void already_done(Ledger& ledger, const Job& job) {
  ledger.contradict(
      {"already-done", name_of(job) + " is done already", "Settle it as a mistake, or correct the facts."});
}

// What was missing has come after all.
void settle(Ledger& ledger, const Job& job, std::string_view code) {
  for (const RowNumber row : ledger.rows_with("conflicts.csv", {"production_order", job.order})) {
    const bool same = ledger.cell("conflicts.csv", row, "code") == code &&
                      ledger.cell("conflicts.csv", row, "operation") == job.operation() &&
                      ledger.cell("conflicts.csv", row, "settled").empty();
    if (!same) continue;
    ledger.set("conflicts.csv", row,
               {{"settled", ledger.from_text(ledger.at())}, {"decision", "the start was reported later"}});
  }
}

// A start that comes after what followed it. False when it is not that.
bool start_late(Ledger& ledger, const Job& job) {
  if (job.actual == 0 || !ledger.cell(kActuals, job.actual, "start").empty()) return false;
  const auto end = ledger.moment(kActuals, job.actual, "end", DateOnly::end_of_day);
  if (end && *end <= ledger.at()) return false;
  const std::string people = workers(ledger);
  if (ledger.refused()) return true;
  std::vector<CellText> cells{{"start", ledger.from_text(ledger.at())}};
  if (!people.empty()) cells.push_back({"people", people});
  set_actual(ledger, job, cells);
  advance(ledger, ledger.at());
  if (job.progress != 0) ledger.set(kProgress, job.progress, std::move(cells));
  settle(ledger, job, "no-start");
  settle(ledger, job, "not-started");
  return true;
}

// Whether the id stands in a list with `;` between ids.
bool listed(std::string_view list, std::string_view id) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    if (list.substr(0, end) == id) return true;
    list.remove_prefix(std::min(list.size(), end + 1));
  }
  return false;
}

void join(Ledger& ledger, Job& job) {
  const std::string who = workers(ledger);
  if (ledger.refused()) return;
  std::string people = ledger.cell(kProgress, job.progress, "people");
  std::string_view rest = who;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const std::string_view person = rest.substr(0, end);
    if (!listed(people, person)) people += (people.empty() ? "" : ";") + std::string(person);
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  open_actual(ledger, job);
  ledger.set(kProgress, job.progress, {{"people", people}});
  set_actual(ledger, job, {{"people", people}});
  resume(ledger, job);
}

// Whether the event says the same about where it runs as what is known; else a conflict.
bool check_same_unit(Ledger& ledger, const Job& job) {
  const std::string unit = job.actual == 0 ? ledger.cell(kProgress, job.progress, "work_unit")
                                           : ledger.cell(kActuals, job.actual, "work_unit");
  const std::string& given = ledger.given(Field::work_unit);
  if (given.empty() || unit.empty() || given == unit) return true;
  ledger.contradict({"two-units", name_of(job) + " runs on " + unit + " and is said to run on " + given,
                     "Say where it runs: finish it there, or correct the report."});
  return false;
}

// Ends before it starts: the start was right.
Instant end_of(Ledger& ledger, const Job& job) {
  const auto start = ledger.moment(kProgress, job.progress, "start", DateOnly::start_of_day);
  if (!start || *start < ledger.at()) return ledger.at();
  if (*start == ledger.at()) return *start + kInstantly;
  ledger.contradict({"ends-before-start", name_of(job) + " is said to end before it began",
                     "Correct one of the times; so far it ends when it began."});
  return *start + kInstantly;
}

void mark_done(Ledger& ledger, Job& job, const Outcome& outcome) {
  const Instant ended = end_of(ledger, job);
  advance(ledger, ended);
  const std::string end = ledger.until_text(ended);
  ledger.set(kProgress, job.progress, {{"status", "done"}, {"end", end}, {"done_quantity", text_of(outcome.good)}});
  resume(ledger, job);
  set_actual(ledger, job, {{"end", end}, {"good", text_of(outcome.good)}});
}

bool all_done(const Ledger& ledger, const Job& job) {
  for (std::size_t step = 0; step < job.route.steps.size(); ++step) {
    if (state_of(ledger, job_at(ledger, job, step)) != WorkPhase::done) return false;
  }
  return true;
}

void count_losses(Ledger& ledger, const Job& job) {
  for (const auto& [field, column] : {std::pair(Field::scrap, "scrap"), std::pair(Field::rework, "rework")}) {
    const Quantity more = ledger.quantity(field);
    if (!more.positive()) continue;
    count_more(ledger, job, column, more);
    log_work(ledger, job, column, more);
  }
  const Quantity rework = counted(ledger, job, "rework");
  if (!rework.positive()) return;
  ledger.contradict({"rework-open",
                     amount_text(ledger, rework, job.route.item) + " of " + name_of(job) +
                         " are to be reworked and not in the order any more",
                     "Give them an order of their own, or scrap them."});
}

// Out of the last operation comes what is put in stock; what nobody counted is less by the item's yield.
void finish(Ledger& ledger, Job& job) {
  count_losses(ledger, job);
  Outcome outcome = outcome_of(ledger, job);
  release(ledger, job);
  mark_done(ledger, job, outcome);
  if (!all_done(ledger, job)) return expect(ledger, job, outcome.good);
  const Job last = job_at(ledger, job, job.route.steps.size() - 1);
  Quantity good = last.actual == 0 ? outcome.good : counted(ledger, last, "good");
  if (!outcome.counted) good = good.times_floor(job.route.yield);
  complete(ledger, job, good);
}

// Something was reported of a job that must have begun.
bool make_running(Ledger& ledger, Job& job, std::string_view code, std::string_view what) {
  if (state_of(ledger, job) == WorkPhase::running) {
    open_actual(ledger, job);
    return true;
  }
  if (!begin(ledger, job, Begun::inferred)) return false;
  ledger.contradict({code, name_of(job) + " " + std::string(what), "Report when it began, or enter it."});
  return true;
}

// Scrap beyond what the yield allows for makes the order smaller at once.
void lose(Ledger& ledger, Job& job) {
  const Quantity there = reached(ledger, job);
  const Quantity expected = there.times_ceil(job.route.steps[job.step].yield);
  const Quantity left = std::max(Quantity::zero(), there - counted(ledger, job, "scrap"));
  if (left < expected) expect(ledger, job, left);
}

void count(Ledger& ledger, std::string_view column) {
  std::optional<Job> job = named_job(ledger);
  const Quantity more = ledger.quantity(Field::quantity);
  if (!job || !more.positive()) return;
  const bool done = state_of(ledger, *job) == WorkPhase::done;
  if (done && (job->left() || column == "good")) return already_done(ledger, *job);
  if (!done && !make_running(ledger, *job, "not-started", "is counted but was not started")) return;
  open_actual(ledger, *job);
  const Quantity all = counted(ledger, *job, "good") + counted(ledger, *job, "scrap") + more;
  if (!done && all > limit_of(ledger, *job)) {
    ledger.contradict({"more-than-went-in", name_of(*job) + " has counts of " + text_of(all) + ", more than went in",
                       "Count again."});
  }
  count_more(ledger, *job, column, more);
  log_work(ledger, *job, column, more);
  if (column == "good") {
    ledger.set(kProgress, job->progress, {{"done_quantity", text_of(counted(ledger, *job, "good"))}});
  } else if (done) {  // found out later: it was good before
    count_more(ledger, *job, "good", Quantity::zero() - more);
    const Quantity good = counted(ledger, *job, "good");
    ledger.set(kProgress, job->progress, {{"done_quantity", text_of(good)}});
    expect(ledger, *job, good);
  } else if (column == "scrap") {
    lose(ledger, *job);
  }
}

}  // namespace

void start_operation(Ledger& ledger) {
  ledger.check_reference(Field::work_unit);
  std::optional<Job> job = named_job(ledger);
  if (!job || ledger.refused()) return;
  const WorkPhase state = state_of(ledger, *job);
  if (state == WorkPhase::waiting) {
    begin(ledger, *job, Begun::reported);
  } else if (start_late(ledger, *job)) {
    return;
  } else if (state == WorkPhase::done) {
    already_done(ledger, *job);
  } else if (check_same_unit(ledger, *job)) {
    join(ledger, *job);
  }
}

void finish_operation(Ledger& ledger) {
  ledger.check_reference(Field::work_unit);
  std::optional<Job> job = named_job(ledger);
  if (!job || ledger.refused()) return;
  const WorkPhase state = state_of(ledger, *job);
  if (state == WorkPhase::done) return already_done(ledger, *job);
  if (state == WorkPhase::running) (void)check_same_unit(ledger, *job);
  if (make_running(ledger, *job, "no-start", "is finished but was not started")) finish(ledger, *job);
}

void count_good(Ledger& ledger) { count(ledger, "good"); }
void count_scrap(Ledger& ledger) { count(ledger, "scrap"); }
void count_rework(Ledger& ledger) { count(ledger, "rework"); }

}  // namespace kilter::service
