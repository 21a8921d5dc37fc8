// What views ask of the tables.
#pragma once

#include <span>
#include <string>

#include "service/floor/effect/work/job.hpp"

namespace kilter::service {

// A ledger to look into only; the zone must outlive it.
Ledger look(const PlantTables& tables, const Received& now);

// Unit of measure of an item.
std::string unit_of(const Ledger& ledger, const std::string& item);
// Operations before it that do not let it begin, ", " between them; empty when none does.
std::string waits_for(const Ledger& ledger, const Job& job);
// What holds it: the note of a clearance that is not given, or its id; empty when nothing does.
std::string hold_on(const Ledger& ledger, const Job& job);

// ISO 8601 with offset.
std::string iso_text(time::Instant instant, const time::Zone& zone);

// A row of CSV, each cell guarded against being run as a formula.
void append_row(std::string& csv, std::span<const std::string> cells);

}  // namespace kilter::service
