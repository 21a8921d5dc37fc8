#include "service/floor/effect/spans.hpp"

#include <algorithm>

namespace kilter::service {
namespace {

// How long a unit is taken to stand still when nobody says.
constexpr time::Duration kAssumedDowntime{4LL * 3'600};

RowNumber open_downtime(const Ledger& ledger, const std::string& unit) {
  for (const RowNumber row : ledger.rows_of("downtimes.csv", unit)) {
    if (ledger.cell("downtimes.csv", row, "until").empty()) return row;
  }
  return 0;
}

Span closure_of(const std::string& unit) { return {.table = "closures.csv", .whose = "work_unit", .id = unit}; }

// Already down: what is new is when it is expected to run again.
void extend(Ledger& ledger, const std::string& unit, RowNumber downtime) {
  const auto expected = ledger.moment(Field::expected, DateOnly::end_of_day);
  if (!expected) return;
  const std::string from = ledger.cell("downtimes.csv", downtime, "from");
  const auto begun = ledger.moment("downtimes.csv", downtime, "from", DateOnly::start_of_day);
  if (*expected <= *begun) return;
  ledger.set("downtimes.csv", downtime, {{"expected", ledger.until_text(*expected)}, {"assumed", ""}});
  if (const RowNumber row = span_from(ledger, closure_of(unit), from); row != 0) {
    ledger.set("closures.csv", row, {{"until", ledger.until_text(*expected)}});
  }
}

}  // namespace

void add_span(Ledger& ledger, const Span& span, Instant from, Instant until) {
  if (until <= from) return;
  ledger.add(span.table, {{std::string(span.whose), span.id},
                          {"from", ledger.from_text(from)},
                          {"until", ledger.until_text(until)},
                          {"reason", cell_of(ledger.given(Field::reason))}});
}

RowNumber span_from(const Ledger& ledger, const Span& span, const std::string& from) {
  for (const RowNumber row : ledger.rows_of(span.table, span.id)) {
    if (ledger.cell(span.table, row, "from") == from) return row;
  }
  return 0;
}

void end_span(Ledger& ledger, const Span& span, RowNumber row) {
  const auto from = ledger.moment(span.table, row, "from", DateOnly::start_of_day);
  if (!from || *from >= ledger.at()) return ledger.remove(span.table, row);
  ledger.set(span.table, row, {{"until", ledger.until_text(ledger.at())}});
}

void stop_unit(Ledger& ledger, const std::string& unit, const std::string& reason) {
  if (const RowNumber open = open_downtime(ledger, unit); open != 0) return extend(ledger, unit, open);
  const auto expected = ledger.moment(Field::expected, DateOnly::end_of_day);
  const bool said = expected && *expected > ledger.at();
  const Instant until = said ? *expected : ledger.at() + kAssumedDowntime;
  ledger.add("closures.csv", {{"work_unit", unit},
                              {"from", ledger.from_text(ledger.at())},
                              {"until", ledger.until_text(until)},
                              {"reason", cell_of(reason)}});
  ledger.add("downtimes.csv", {{"work_unit", unit},
                               {"from", ledger.from_text(ledger.at())},
                               {"expected", ledger.until_text(until)},
                               {"assumed", said ? "" : "yes"},
                               {"reason", cell_of(reason)},
                               {"person", ledger.event().person}});
}

bool run_unit(Ledger& ledger, const std::string& unit) {
  const RowNumber open = open_downtime(ledger, unit);
  if (open == 0) return false;
  const std::string from = ledger.cell("downtimes.csv", open, "from");
  if (const RowNumber row = span_from(ledger, closure_of(unit), from); row != 0) {
    end_span(ledger, closure_of(unit), row);
  }
  ledger.set("downtimes.csv", open, {{"until", ledger.from_text(ledger.at())}});
  return true;
}

}  // namespace kilter::service
