// Who keeps a resource busy, from when to when, in the order in which the resource sees them.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "check/facts/facts.hpp"

namespace kilter::check {

struct Stay {
  std::uint32_t resource = 0;  // unit, person or tool
  std::uint32_t copy = 0;      // lane of the unit, copy of the tool
  Tick start = 0;
  Tick end = 0;
  std::uint32_t who = 0;  // PlacementId or AssignmentId
  friend auto operator<=>(const Stay&, const Stay&) = default;
  [[nodiscard]] bool same_resource(const Stay& other) const { return resource == other.resource && copy == other.copy; }
};

// Placements on units that queue, by unit and lane, then start. What was interrupted for other work, which is done
// first, is there from when it goes on: its start is history.
std::vector<Stay> stays_on_lanes(const Facts& facts);
// Persons or tools, by person or tool copy, then start; those that take no time are left out.
std::vector<Stay> stays_of(const Facts& facts, plan::AssigneeKind kind);

}  // namespace kilter::check
