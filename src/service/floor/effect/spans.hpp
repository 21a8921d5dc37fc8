// Rows that say that a unit or a person is not there for a time: closures.csv, absences.csv.
#pragma once

#include "service/floor/effect/ledger.hpp"

namespace kilter::service {

// A time from when to when; the text of its beginning finds its row again.
struct Span {
  std::string_view table;
  std::string_view whose;  // column of the unit or person
  std::string id;
};

// From now, or from a time, to another; nothing when that is no time at all.
void add_span(Ledger& ledger, const Span& span, Instant from, Instant until);
// The row that began then; 0 when there is none any more.
RowNumber span_from(const Ledger& ledger, const Span& span, const std::string& from);
// It ends now: shorter, or gone when it has not begun.
void end_span(Ledger& ledger, const Span& span, RowNumber row);

// The unit is closed from now on until the time, for as long as nobody says otherwise; downtimes.csv tells of it.
void stop_unit(Ledger& ledger, const std::string& unit, const std::string& reason);
// It runs again. False when it was not stopped.
bool run_unit(Ledger& ledger, const std::string& unit);

}  // namespace kilter::service
