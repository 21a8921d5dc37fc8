// One thing that a person may decide so that a late order is less late: what it changes, in the plant's terms and in
// words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

enum class FixKind : std::uint8_t {
  gaps,          // its work moves into gaps; everything else stays
  first,         // its work goes first; others give way
  overtime,      // all overtime on offer of one day is open
  other_unit,    // one operation on another unit
  person,        // somebody certified leaves other work for an operation of it
  other_vendor,  // bought anew instead of waiting for a purchase under way
  expedite,      // a purchase under way comes sooner, if its vendor agrees
  split_lot,     // a lot is made in two
  accept_date    // the customer accepts the date
};
inline constexpr std::size_t kFixKinds = 9;
std::string_view word(FixKind kind);

struct Fix {
  FixKind kind = FixKind::gaps;
  model::OrderId order;                 // whose lateness it mends
  model::OpenProductionOrderId lot;     // other_unit, person, split_lot
  model::OperationId operation;         // other_unit, person
  model::WorkUnitId unit;               // other_unit
  std::size_t day = 0;                  // overtime: of the plant's days
  model::OpenPurchaseOrderId purchase;  // other_vendor, expedite
  time::Tick at = 0;                    // expedite, accept_date: when
  base::Quantity quantity;              // split_lot: of the first part
  std::string words;                    // "overtime on 2026-12-03"
};

// Whether the plan that it leads to holds only when somebody outside agrees: no plan of the plant as it is.
[[nodiscard]] constexpr bool needs_consent(FixKind kind) {
  return kind == FixKind::expedite || kind == FixKind::accept_date;
}

}  // namespace kilter::coordinate
