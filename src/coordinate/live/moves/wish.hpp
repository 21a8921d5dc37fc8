// What somebody wishes for an operation of the published plan, and what stands in the way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

struct Wish {
  model::OpenProductionOrderId order;
  model::OperationId operation;
  model::WorkUnitId unit;               // none: where it stands
  time::Tick start = time::kNever;      // kNever: as near to where it stands as may be
  std::vector<model::PersonId> people;  // who does it; empty: whoever can
  bool soonest = false;                 // as soon as may be, whatever `start` says
  bool any_unit = false;                // where it ends first, whatever `unit` says; also what has no place yet
  friend bool operator==(const Wish&, const Wish&) = default;
};

// Why an operation cannot begin where it is wished.
enum class Obstacle : std::uint8_t {
  not_planned,    // the plan has no such operation, or no place for it
  begun,          // it runs or is done
  pinned,         // a person fixed it already
  unit_cannot,    // the unit is none of those that can do it
  person_cannot,  // the person has not the certificate, or there is no place left for them
  past,           // it is later than that
  frozen,         // within the frozen zone
  material,       // something from outside comes later
  clearance,      // it waits to be cleared, or for money
  predecessor,    // what it follows ends later
  unit_closed,
  unit_taken,  // by work that runs or is fixed
  person_away,
  person_taken,
  nobody_free,  // everybody who can is away or has work that is fixed
  no_room,      // the hours that all have in common are too short, or none
  beyond_horizon
};

struct Hindrance {
  Obstacle obstacle = Obstacle::not_planned;
  time::Tick until = time::kNever;  // when it is over; kNever: not known, or never
  std::string words;                // "W-2 is closed"
  friend bool operator==(const Hindrance&, const Hindrance&) = default;
};

// "unit-closed", ...
std::string_view word(Obstacle obstacle);

}  // namespace kilter::coordinate
