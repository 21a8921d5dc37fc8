// Faults that no single row shows: they are looked for once everything is resolved, among the parts that could be. One
// file per question. Nothing here changes the plant.
#pragma once

#include "model/build/build.hpp"

namespace kilter::model {

// What all examinations share.
struct Examination {
  const Build& build;
  const PlantDraft& draft;
  const Plant& plant;
  Report& report;
};

void find_bom_cycles(Examination& exam);            // names the cycle
void find_routing_cycles(Examination& exam);        // precedences that close a circle
void find_sourceless_items(Examination& exam);      // neither makeable nor buyable
void find_sites_without_source(Examination& exam);  // wanted where nothing can supply it
void find_idle_calendars(Examination& exam);        // never open between origin and horizon
void find_unitless_operations(Examination& exam);   // no eligible unit; never fits into open time; no time at all
void find_unstaffed_operations(Examination& exam);  // nobody qualified in the horizon; too few tools
void find_stray_dates(Examination& exam);           // outside the horizon, in the past, in the future
void find_odd_progress(Examination& exam);          // progress that contradicts itself
void find_crowded_units(Examination& exam);         // pinned into closed hours; more at once than places
void find_exploding_sizes(Examination& exam);       // lots, purchases or batches without number
void find_absurd_amounts(Examination& exam);        // more units or money than can be counted
void find_repeated_rows(Examination& exam);         // the same thing said twice
void find_broken_pieces(Examination& exam);         // fractions of items that come in pieces
void find_odd_money(Examination& exam);             // overlapping budget periods; caps that cannot hold
void find_lying_work(Examination& exam);            // pauses although what it makes may not wait long

// All of them.
void examine(Build& build);

// The place of an operation or BOM line in the input.
Spot spot_of(const Examination& exam, OperationId id, const char* column);
Spot spot_of(const Examination& exam, BomLineId id, const char* column);
// `item "bike", operation "10"`.
std::string named(const Plant& plant, OperationId id);
// Whether the two half-open times overlap; none is without end.
bool overlap(std::optional<Instant> from, std::optional<Instant> until, std::optional<Instant> other_from,
             std::optional<Instant> other_until);

}  // namespace kilter::model
