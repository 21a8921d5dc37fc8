// One run of the frePPLe import.
#pragma once

#include "codec/import/import_session.hpp"
#include "time/instant.hpp"

namespace kilter::codec::frepple {

struct Session : ImportSession {
  time::Instant origin{};
  time::Instant span_begin{};  // calendars are worked out over [span_begin, span_end)
  time::Instant span_end{};
};

// Reads every known table of `files` ("item.csv" is the table "item") and notes the files that are none.
void read_tables(const SourceFiles& files, Session& session);

}  // namespace kilter::codec::frepple
