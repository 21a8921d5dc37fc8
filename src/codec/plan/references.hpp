// What a lamp or a late link points at, as a name; and a lamp reading as one cell.
#pragma once

#include <cstdint>
#include <limits>
#include <string>

#include "codec/plan/table.hpp"

namespace kilter::codec {

// An index that points at nothing.
inline constexpr std::uint32_t kNoIndex = std::numeric_limits<std::uint32_t>::max();

// What kind of thing an index names; `nothing`: the cause points at nothing.
enum class Target : std::uint8_t {
  nothing,
  stock,
  purchase,
  open_purchase,
  production,
  person,
  unit,
  tool,
  clearance,
  operation,
  budget
};
Target target_of(kilter::plan::LampCause cause);
Target target_of(kilter::plan::LateCause cause);

// The name of the thing; empty when there is none behind the index.
std::string target_name(const PlanView& view, Target target, std::uint32_t index);

// "ready", "on date 2026-11-24T09:00:00+01:00 purchase B-3", "blocked held lot S-3"; codec/plan/read reads it back.
std::string lamp_text(const PlanView& view, const kilter::plan::LampReading& lamp);

}  // namespace kilter::codec
