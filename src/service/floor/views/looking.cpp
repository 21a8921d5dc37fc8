#include "service/floor/views/looking.hpp"

#include "codec/text/csv.hpp"
#include "service/floor/effect/work/checks.hpp"
#include "time/civil_text.hpp"

namespace kilter::service {

Ledger look(const PlantTables& tables, const Received& now) {
  static const Event kNothing;
  return {kNothing, tables, now};
}

std::string unit_of(const Ledger& ledger, const std::string& item) {
  const RowNumber row = ledger.row_of("items.csv", item);
  const std::string unit = row == 0 ? std::string() : ledger.cell("items.csv", row, "unit");
  return unit.empty() ? "pcs" : unit;
}

std::string waits_for(const Ledger& ledger, const Job& job) {
  std::string names;
  for (const Job& earlier : blockers(ledger, job)) names += (names.empty() ? "" : ", ") + name_of(earlier);
  return names;
}

std::string hold_on(const Ledger& ledger, const Job& job) {
  const std::vector<RowNumber> holds = holds_of(ledger, job);
  if (holds.empty()) return {};
  const std::string note = ledger.cell("clearances.csv", holds.front(), "note");
  return note.empty() ? ledger.cell("clearances.csv", holds.front(), "id") : note;
}

std::string iso_text(time::Instant instant, const time::Zone& zone) {
  return time::CivilText(time::Frame(instant), zone).str(0);
}

void append_row(std::string& csv, std::span<const std::string> cells) {
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) csv += ',';
    codec::text::append_text_cell(csv, cell);
  }
  csv += '\n';
}

}  // namespace kilter::service
