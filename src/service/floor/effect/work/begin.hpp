// An operation begins.
#pragma once

#include "service/floor/effect/work/job.hpp"

namespace kilter::service {

// How sure the beginning is.
enum class Begun : std::uint8_t {
  reported,  // somebody said that it began
  inferred,  // something else was said that it must have begun for
};

// The job, which waits, runs from now on: its row of progress.csv and actuals.csv, its components. What speaks against
// it (work before it is not done, unit or order is blocked) becomes a conflict. False, and faults, when it cannot be
// said where.
bool begin(Ledger& ledger, Job& job, Begun begun);

// Who the event says works on it, `;` between them; faults for those that nobody knows.
std::string workers(Ledger& ledger);

// The least time that work takes.
inline constexpr time::Duration kInstantly{1};

// The plant's "now" is not before something that has happened. A horizon that comes near gives way to the
// default.
void advance(Ledger& ledger, Instant fact);

// The order is on the floor: the next plan keeps it.
void release(Ledger& ledger, const Job& job);

}  // namespace kilter::service
