// What a person or device on the floor reports: one thing that happened.
//
//   {"id":"kiosk-3-17","kind":"operation.started","at":"2026-11-24T09:03","person":"p07",
//    "production_order":"MO-118","operation":"10","work_unit":"weld-1"}
//
// Kinds, and the fields of each: event_kinds.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace kilter::service {

enum class EventKind : std::uint8_t {
  operation_started,
  operation_paused,
  operation_resumed,
  operation_finished,
  quantity_good,
  quantity_scrap,
  quantity_rework,
  production_finished,
  unit_down,
  unit_up,
  maintenance_asked,
  maintenance_done,
  person_absent,
  person_returned,
  purchase_ordered,
  purchase_confirmed,
  purchase_moved,
  purchase_received,
  purchase_cancelled,
  stock_counted,
  lot_held,
  lot_released,
  work_held,
  work_released,
  inspection_passed,
  inspection_failed,
  andon_raised,
  andon_acknowledged,
  andon_working,
  andon_resolved,
  order_new,
  order_changed,
  order_cancelled,
  order_shipped,
  spend_posted,
  conflict_settled,
};
inline constexpr std::size_t kEventKinds = 36;

enum class Field : std::uint8_t {
  production_order,
  operation,
  work_unit,
  people,
  who,
  good,
  scrap,
  rework,
  quantity,
  reason,
  note,
  expected,
  from,
  until,
  maintenance,
  purchase_order,
  vendor,
  item,
  site,
  location,
  lot,
  expiry,
  price,
  rejected,
  complete,
  topic,
  stop,
  andon,
  order,
  customer,
  requested,
  promised,
  priority,
  penalty_per_day,
  partial,
  account,
  amount,
  committed,
  conflict,
  decision,
};
inline constexpr std::size_t kFields = 40;

struct Event {
  std::string id;  // chosen by the sender, once
  EventKind kind = EventKind::operation_started;
  std::string device;          // where it was sent from; may be empty
  std::uint64_t sequence = 0;  // counts the device's events from 1; 0: it does not count
  std::string at;              // when it was so, by the device's clock; empty: when it was received
  std::string person;          // who says so; may be empty
  // By field, as written; empty: not given.
  std::array<std::string, kFields> fields;

  [[nodiscard]] const std::string& field(Field name) const { return fields[static_cast<std::size_t>(name)]; }
  [[nodiscard]] bool gives(Field name) const { return !field(name).empty(); }
  friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace kilter::service
