// How far production orders are, and what is open between people: contradictions to settle.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/fixed.hpp"
#include "service/floor/effect.hpp"

namespace kilter::service {

enum class StepState : std::uint8_t { waiting, pinned, running, paused, done };

struct StepView {
  std::string operation;
  std::string name;
  StepState state = StepState::waiting;
  std::string work_unit;
  std::string people;  // `;` between them
  std::optional<time::Instant> start;
  std::optional<time::Instant> end;
  time::Duration paused{0};  // up to the pause that goes on
  base::Quantity quantity;   // that reaches it
  base::Quantity good;
  base::Quantity scrap;
  base::Quantity rework;
};

struct OrderView {
  std::string id;
  std::string item;
  std::string status;  // planned, firm, released; made when it has left
  std::string for_order;
  base::Quantity quantity;  // as it is now
  std::optional<time::Instant> due;
  std::string hold;  // what holds it; empty: nothing
  std::vector<StepView> steps;
};

// One order, also one that has left; none when nobody knows it.
std::optional<OrderView> order_view(const PlantTables& tables, const Received& now, const std::string& id);
// All that are open, in the order of the table.
std::vector<OrderView> order_views(const PlantTables& tables, const Received& now);

std::string_view word(StepState state);
// {"orders":[...]}
std::string orders_json(std::span<const OrderView> orders, const time::Zone& zone);
// One row per operation.
std::string orders_csv(std::span<const OrderView> orders, const time::Zone& zone);

struct ConflictView {
  std::string id;
  std::string code;
  std::string text;
  std::string way_out;
  std::string at;  // as the plant writes it
  std::string kind;
  std::string production_order;
  std::string operation;
  std::string work_unit;
  std::string item;
};

// Those that nobody has settled, the latest first.
std::vector<ConflictView> open_conflicts(const PlantTables& tables);
// {"conflicts":[...]}
std::string conflicts_json(std::span<const ConflictView> conflicts);
std::string conflicts_csv(std::span<const ConflictView> conflicts);

}  // namespace kilter::service
