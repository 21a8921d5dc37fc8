// Calls that are open, with their clocks: who is to be told by now.
//
//   0 min        10 min              20 min              40 min
//   raised ----- supervisor -------- production ------- plant           while nobody has acknowledged it
//
// A call that was acknowledged begins a second ladder, until it is resolved.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "service/floor/effect.hpp"

namespace kilter::service {

// From so long after it was raised (or acknowledged) the role is told.
struct Rung {
  time::Duration after{0};
  std::string role;
};

struct Ladder {
  std::vector<Rung> to_acknowledge;  // ascending
  std::vector<Rung> to_resolve;
};

// The first rung by topic: stores, quality, maintenance, supervisor, safety; then supervisor after 10 minutes,
// production manager after 20, plant manager after 40. Once acknowledged: supervisor after 30, production manager after
// 60, plant manager after 120.
Ladder usual_ladder(std::string_view topic);

struct Call {
  std::string id;
  std::string topic;
  std::string work_unit;
  std::string production_order;
  std::string operation;
  std::string note;
  bool stops = false;
  time::Instant raised;
  std::optional<time::Instant> acknowledged;
  std::string acknowledged_by;
  time::Duration open{0};             // since it was raised
  std::string role;                   // the last one to be told by now
  std::optional<time::Instant> next;  // when the next one is; none: all were
};

// Calls that are not resolved: those that stop work first, then the oldest.
std::vector<Call> open_calls(const PlantTables& tables, const Received& now);
// When the next role of any open call is to be told; none when there is none.
std::optional<time::Instant> next_escalation(std::span<const Call> calls);

// {"calls":[...]}
std::string calls_json(std::span<const Call> calls, const time::Zone& zone);
std::string calls_csv(std::span<const Call> calls, const time::Zone& zone);

}  // namespace kilter::service
