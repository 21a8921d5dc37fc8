#include "service/floor/effect/work/pauses.hpp"

#include <algorithm>

#include "codec/text/values/duration.hpp"
#include "service/floor/effect/effects.hpp"

namespace kilter::service {
namespace {

void not_running(Ledger& ledger, const Job& job) {
  const bool done = state_of(ledger, job) == WorkPhase::done;
  ledger.contradict({done ? "already-done" : "not-started",
                     name_of(job) + (done ? " is done already" : " has not been started"),
                     "Report what is missing, or settle it as a mistake."});
}

}  // namespace

bool is_paused(const Ledger& ledger, const Job& job) {
  return job.actual != 0 && !ledger.cell("actuals.csv", job.actual, "paused_since").empty();
}

void pause(Ledger& ledger, const Job& job) {
  set_actual(ledger, job, {{"paused_since", ledger.from_text(ledger.at())}});
}

void resume(Ledger& ledger, const Job& job) {
  if (!is_paused(ledger, job)) return;
  const std::string before = ledger.cell("actuals.csv", job.actual, "paused");
  time::Duration paused = before.empty() ? time::Duration(0) : codec::text::parse_duration(before).value;
  const auto since = ledger.moment("actuals.csv", job.actual, "paused_since", DateOnly::start_of_day);
  paused += std::max(time::Duration(0), ledger.at() - *since);
  set_actual(ledger, job, {{"paused_since", ""}, {"paused", codec::text::duration_text(paused)}});
}

void log_work(Ledger& ledger, const Job& job, std::string_view what, Quantity quantity) {
  ledger.add("work_log.csv", {{"production_order", job.order},
                              {"operation", job.operation()},
                              {"at", ledger.from_text(ledger.at())},
                              {"what", std::string(what)},
                              {"quantity", quantity.positive() ? text_of(quantity) : ""},
                              {"person", ledger.event().person},
                              {"reason", cell_of(ledger.given(Field::reason))},
                              {"event", ledger.event().id}});
}

void pause_operation(Ledger& ledger) {
  std::optional<Job> job = named_job(ledger);
  if (!job) return;
  if (state_of(ledger, *job) != WorkPhase::running) return not_running(ledger, *job);
  open_actual(ledger, *job);
  if (is_paused(ledger, *job)) return;
  pause(ledger, *job);
  log_work(ledger, *job, "paused");
}

void resume_operation(Ledger& ledger) {
  std::optional<Job> job = named_job(ledger);
  if (!job) return;
  if (state_of(ledger, *job) != WorkPhase::running) return not_running(ledger, *job);
  if (!is_paused(ledger, *job)) return;
  resume(ledger, *job);
  log_work(ledger, *job, "resumed");
}

}  // namespace kilter::service
