// Where a table's cells go: a CSV file, a spreadsheet, a page. A table is written row by row, cell by cell, in column
// order.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/fixed.hpp"
#include "plan/id_texts.hpp"
#include "time/instant.hpp"

namespace kilter::codec {

class Cells {
 public:
  Cells() = default;
  Cells(const Cells&) = delete;
  Cells& operator=(const Cells&) = delete;
  virtual ~Cells() = default;

  virtual void text(std::string_view text) = 0;
  virtual void id(const kilter::plan::IdText& id) = 0;
  virtual void operation(const kilter::plan::OperationText& operation) = 0;
  virtual void integer(std::int64_t value) = 0;
  // raw / 10^digits, at least `least` decimals shown.
  struct Decimals {
    int digits = 0;
    int least = 0;
  };
  virtual void decimal(std::int64_t raw, Decimals decimals) = 0;
  virtual void moment(time::Tick tick) = 0;
  virtual void empty() = 0;

  void quantity(base::Quantity value) { decimal(value.raw(), {6, 0}); }
  void money(base::Money value) { decimal(value.raw(), {2, 2}); }
  void price(base::UnitPrice value) { decimal(value.raw(), {6, 2}); }
  // `unset` (kNever or kLongAgo) is an empty cell; the other of the two is the word "never" or "long ago".
  void moment_or_empty(time::Tick tick, time::Tick unset);
};

inline void Cells::moment_or_empty(time::Tick tick, time::Tick unset) {
  if (tick == unset) return empty();
  if (tick == time::kNever) return text("never");
  if (tick == time::kLongAgo) return text("long ago");
  moment(tick);
}

}  // namespace kilter::codec
