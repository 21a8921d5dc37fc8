#include "coordinate/brief/owners.hpp"

namespace kilter::coordinate {

using plan::LampCause;
using plan::LampReading;
using plan::LampState;

Owner owner_of(const model::Plant& plant, const LampReading& lamp) {
  if (lamp.state == LampState::ready) return {};
  switch (lamp.cause) {
    case LampCause::none:
      return {};
    case LampCause::purchase:
    case LampCause::open_purchase:
      return {.role = Role::buyer};
    case LampCause::production:
    case LampCause::person:
    case LampCause::unit:
      return {.role = Role::supervisor};
    case LampCause::held_lot:
    case LampCause::inspection:
      return {.role = Role::quality};
    case LampCause::clearance:
      return {.role = Role::planner, .named = plant.clearances[lamp.index].owner};
    case LampCause::budget:
      return {.role = Role::finance};
  }
  return {};
}

std::optional<model::Lamp> deciding_lamp(const plan::Readiness& ready) {
  std::size_t worst = 0;
  for (std::size_t i = 1; i < ready.lamps.size(); ++i) {
    const LampReading& lamp = ready.lamps[i];
    const LampReading& other = ready.lamps[worst];
    const bool worse = lamp.state != other.state ? lamp.state > other.state : lamp.at > other.at;
    if (worse) worst = i;
  }
  if (ready.lamps[worst].state == LampState::ready) return std::nullopt;
  return static_cast<model::Lamp>(worst);
}

}  // namespace kilter::coordinate
