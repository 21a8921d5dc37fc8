// One operation of one production order while an event about it is being taken.
#pragma once

#include <string>
#include <string_view>

#include "service/floor/effect/work/route.hpp"

namespace kilter::service {

enum class WorkPhase : std::uint8_t { waiting, running, done };

struct Job {
  std::string order;        // id of the production order
  RowNumber order_row = 0;  // 0: it has left; only `actual` tells of it
  Route route;
  std::size_t step = 0;
  RowNumber progress = 0;  // 0: none yet
  RowNumber actual = 0;    // 0: none yet

  [[nodiscard]] const std::string& operation() const { return route.steps[step].operation; }
  [[nodiscard]] bool left() const { return order_row == 0; }
};

// The one that the event names with production_order and operation; nothing, and faults, when there is none.
std::optional<Job> named_job(Ledger& ledger);
// An operation of a production order that is open or was made; nothing when there is none.
std::optional<Job> find_job(const Ledger& ledger, const std::string& order, std::string_view operation);
// The same for another operation of the order.
Job job_at(const Ledger& ledger, const Job& job, std::size_t step);

WorkPhase state_of(const Ledger& ledger, const Job& job);
// "MO-118/10"
std::string name_of(const Job& job);
// "so many pcs": in the item's unit.
std::string amount_text(const Ledger& ledger, Quantity quantity, const std::string& item);

// What reached the operation: what the one before it counted good, else what its yields leave of the order.
Quantity reached(const Ledger& ledger, const Job& job);

// A row in actuals.csv for it, if there is none; without a start.
void open_actual(Ledger& ledger, Job& job);
void set_actual(Ledger& ledger, const Job& job, std::vector<CellText> cells);
Quantity counted(const Ledger& ledger, const Job& job, std::string_view column);

}  // namespace kilter::service
