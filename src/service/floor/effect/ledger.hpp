// The tables while an event is being taken: what it gives, what is written where, and what is wrong with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fixed.hpp"
#include "base/issue.hpp"
#include "codec/text/values/civil_time.hpp"
#include "service/floor/effect.hpp"

namespace kilter::service {

using base::Quantity;
using codec::text::DateOnly;
using time::Instant;

// A row of conflicts.csv in the making.
struct Contradiction {
  std::string_view code;
  std::string text;
  std::string_view way_out;
};

class Ledger {
 public:
  Ledger(const Event& event, const PlantTables& tables, const Received& received);

  // --- the event ---
  [[nodiscard]] const Event& event() const { return event_; }
  // When it was so: the device's time, not after it was received.
  [[nodiscard]] Instant at() const { return at_; }
  // The texts of fields; empty: not given.
  [[nodiscard]] const std::string& given(Field field) const { return event_.field(field); }
  // Zero when not given.
  [[nodiscard]] Quantity quantity(Field field) const;
  // None when not given.
  [[nodiscard]] std::optional<Instant> moment(Field field, DateOnly date_only) const;
  [[nodiscard]] bool flag(Field field) const;

  // --- the tables, with what has been changed so far ---
  [[nodiscard]] const PlantTables& tables() const { return tables_; }
  // The rows with this text in the first column, or in a column.
  [[nodiscard]] std::vector<RowNumber> rows_of(std::string_view table, std::string_view text) const;
  [[nodiscard]] std::vector<RowNumber> rows_with(std::string_view table, const CellText& cell) const;
  // The first of them; 0 when there is none.
  [[nodiscard]] RowNumber row_of(std::string_view table, std::string_view text) const;
  // Of a row that is there; empty when it has no such column.
  [[nodiscard]] std::string cell(std::string_view table, RowNumber row, std::string_view column) const;
  [[nodiscard]] Quantity amount(std::string_view table, RowNumber row, std::string_view column) const;
  [[nodiscard]] std::optional<Instant> moment(std::string_view table, RowNumber row, std::string_view column,
                                              DateOnly date_only) const;
  [[nodiscard]] bool yes(std::string_view table, RowNumber row, std::string_view column, bool when_empty) const;

  RowNumber add(std::string_view table, std::vector<CellText> cells);
  void set(std::string_view table, RowNumber row, std::vector<CellText> cells);
  void remove(std::string_view table, RowNumber row);

  // A time as the plant writes it.
  [[nodiscard]] std::string from_text(Instant instant) const;
  [[nodiscard]] std::string until_text(Instant instant) const;
  [[nodiscard]] Instant end_of_day(Instant instant) const;

  // --- what is wrong ---
  void contradict(Contradiction contradiction);
  // The event cannot be taken.
  void fault(Field field, std::string code, std::string message, std::string way_out);
  // A fault unless the field is empty or names a row of its table.
  void check_reference(Field field);
  [[nodiscard]] bool refused() const { return !issues_.empty(); }

  [[nodiscard]] base::Result<Effect> finish() &&;

 private:
  void change(RowEdit edit);
  void read_moment(const Received& received);
  void check_dates();

  const Event& event_;
  const time::Zone& zone_;
  Instant at_{};
  Effect effect_;
  PlantTables tables_;
  base::Issues issues_;
};

// A text as a cell: guarded against being run as a formula.
std::string cell_of(std::string_view text);
std::string text_of(Quantity quantity);

}  // namespace kilter::service
