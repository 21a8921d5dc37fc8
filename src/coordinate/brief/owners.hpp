// Who sees to what an operation waits for, and which of its lamps decides.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

enum class Role : std::uint8_t { nobody, buyer, supervisor, quality, finance, planner };

struct Owner {
  Role role = Role::nobody;
  std::string_view named;  // of a clearance that has an owner of its own, who stands before the role; else empty
};

// Of a lamp that is ready: nobody. The name is a view into the plant.
Owner owner_of(const model::Plant& plant, const plan::LampReading& lamp);

// The lamp that holds the operation back longest: a blocked one before the latest date; none when all are ready.
std::optional<model::Lamp> deciding_lamp(const plan::Readiness& ready);

}  // namespace kilter::coordinate
