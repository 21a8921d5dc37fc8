#include "model/doctor/doctor.hpp"

#include <algorithm>

namespace kilter::model {

void examine(Build& build) {
  Examination exam{.build = build, .draft = build.draft, .plant = build.plant, .report = build.report};
  for (const auto question :
       {find_bom_cycles, find_routing_cycles, find_sourceless_items, find_sites_without_source, find_idle_calendars,
        find_unitless_operations, find_unstaffed_operations, find_stray_dates, find_odd_progress, find_crowded_units,
        find_exploding_sizes, find_absurd_amounts, find_repeated_rows, find_broken_pieces, find_odd_money,
        find_lying_work}) {
    question(exam);
  }
}

Spot spot_of(const Examination& exam, OperationId id, const char* column) {
  const std::uint32_t row = exam.build.operation_rows[id];
  if (row == kNoRow) return {.file = ItemRow::kFile, .row = 0, .column = column, .value = {}};
  return spot(exam.draft.operations[row], column, exam.draft.operations[row].operation);
}

Spot spot_of(const Examination& exam, BomLineId id, const char* column) {
  const BomRow& row = exam.draft.boms[exam.build.bom_rows[id]];
  return spot(row, column, row.component);
}

std::string named(const Plant& plant, OperationId id) {
  const Operation& operation = plant.operations[id];
  return "item \"" + Report::shortened(plant.items[operation.item].id) + "\", operation \"" +
         Report::shortened(operation.id) + "\"";
}

bool overlap(std::optional<Instant> from, std::optional<Instant> until, std::optional<Instant> other_from,
             std::optional<Instant> other_until) {
  const Instant begin = std::max(from.value_or(Instant::min()), other_from.value_or(Instant::min()));
  const Instant end = std::min(until.value_or(Instant::max()), other_until.value_or(Instant::max()));
  return begin < end;
}

}  // namespace kilter::model
