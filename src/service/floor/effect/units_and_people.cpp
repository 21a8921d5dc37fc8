// Units stand still and run, are maintained; people are absent and come back.
#include <algorithm>

#include "service/floor/effect/effects.hpp"
#include "service/floor/effect/spans.hpp"

namespace kilter::service {
namespace {

Span absence_of(const std::string& person) { return {.table = "absences.csv", .whose = "person", .id = person}; }

// The absence that goes on now.
RowNumber absence_now(const Ledger& ledger, const std::string& person) {
  for (const RowNumber row : ledger.rows_of("absences.csv", person)) {
    const auto from = ledger.moment("absences.csv", row, "from", DateOnly::start_of_day);
    const auto until = ledger.moment("absences.csv", row, "until", DateOnly::end_of_day);
    if (from && until && *from <= ledger.at() && ledger.at() < *until) return row;
  }
  return 0;
}

bool check_span(Ledger& ledger, std::optional<Instant> from, std::optional<Instant> until) {
  if (!from || !until || *from < *until) return true;
  ledger.fault(Field::until, "bad-interval", "until is not after from", "Exchange or correct the times.");
  return false;
}

}  // namespace

void unit_down(Ledger& ledger) {
  ledger.check_reference(Field::work_unit);
  if (ledger.refused()) return;
  stop_unit(ledger, ledger.given(Field::work_unit), ledger.given(Field::reason));
}

void unit_up(Ledger& ledger) {
  ledger.check_reference(Field::work_unit);
  if (ledger.refused() || run_unit(ledger, ledger.given(Field::work_unit))) return;
  ledger.contradict({"was-not-down", ledger.given(Field::work_unit) + " is said to run again, but did not stand still",
                     "Enter the standstill, or settle it as a mistake."});
}

void ask_maintenance(Ledger& ledger) {
  ledger.check_reference(Field::work_unit);
  const auto from = ledger.moment(Field::from, DateOnly::start_of_day);
  const auto until = ledger.moment(Field::until, DateOnly::end_of_day);
  if (!check_span(ledger, from, until) || ledger.refused()) return;
  const std::string& unit = ledger.given(Field::work_unit);
  const bool planned = from && until;
  ledger.add("maintenance.csv", {{"id", ledger.event().id},
                                 {"work_unit", unit},
                                 {"reason", cell_of(ledger.given(Field::reason))},
                                 {"asked", ledger.from_text(ledger.at())},
                                 {"asked_by", ledger.event().person},
                                 {"from", planned ? ledger.from_text(*from) : ""},
                                 {"until", planned ? ledger.until_text(*until) : ""}});
  if (planned) add_span(ledger, {.table = "closures.csv", .whose = "work_unit", .id = unit}, *from, *until);
}

void maintenance_done(Ledger& ledger) {
  const RowNumber row = ledger.row_of("maintenance.csv", ledger.given(Field::maintenance));
  if (row == 0) {
    return ledger.fault(Field::maintenance, "unknown-maintenance", "nobody asked for that maintenance",
                        "Give the id of the event that asked for it.");
  }
  if (!ledger.cell("maintenance.csv", row, "done").empty()) return;
  ledger.set("maintenance.csv", row, {{"done", ledger.from_text(ledger.at())}, {"done_by", ledger.event().person}});
  const Span closure{
      .table = "closures.csv", .whose = "work_unit", .id = ledger.cell("maintenance.csv", row, "work_unit")};
  const std::string from = ledger.cell("maintenance.csv", row, "from");
  const RowNumber span = from.empty() ? 0 : span_from(ledger, closure, from);
  const auto until = span == 0 ? std::nullopt : ledger.moment("closures.csv", span, "until", DateOnly::end_of_day);
  if (until && *until > ledger.at()) end_span(ledger, closure, span);
}

void person_absent(Ledger& ledger) {
  ledger.check_reference(Field::who);
  const Instant from = ledger.moment(Field::from, DateOnly::start_of_day).value_or(ledger.at());
  const auto until = ledger.moment(Field::until, DateOnly::end_of_day);
  if (!check_span(ledger, from, until) || ledger.refused()) return;
  add_span(ledger, absence_of(ledger.given(Field::who)), from, until.value_or(ledger.end_of_day(from)));
}

void person_returned(Ledger& ledger) {
  ledger.check_reference(Field::who);
  if (ledger.refused()) return;
  const std::string& who = ledger.given(Field::who);
  const RowNumber row = absence_now(ledger, who);
  if (row != 0) return end_span(ledger, absence_of(who), row);
  ledger.contradict({"was-not-absent", who + " is said to be back, but was not absent", "Settle it as a mistake."});
}

}  // namespace kilter::service
