// The readiness gate: what a production order still waits for before it may begin on the floor (full kit), by the facts
// of now and the published plan.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "service/planning/today.hpp"

namespace kilter::service {

// A lamp of an operation that is not ready.
struct BlockedLamp {
  std::string operation;  // "10"
  std::string lamp;       // "material"
  std::string reading;    // "on date 2026-11-24T09:00:00+01:00 purchase B-3"
  std::string owner;      // who sees to it
  std::string next_step;
};

struct Gate {
  std::string order;
  bool released = false;
  std::vector<BlockedLamp> blocked;  // of operations that are not done; empty: it may be released
};

// Fails when the plan has no such production order.
base::Result<Gate> gate_of(const std::string& order, Today& today);

// {"order":"MO-7","released":false,"ready":false,"blocked":[{"operation":"10","lamp":"material","reading":...,
//  "owner":"buyer","next_step":...}]}
std::string gate_json(const Gate& gate);

// An issue for each lamp, as a refusal tells it.
base::Issues blocked_lamps(const Gate& gate);

// The body of the command.
std::string release_body(const Gate& gate, bool override_lamps);

}  // namespace kilter::service
