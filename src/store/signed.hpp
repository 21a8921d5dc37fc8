// Databases count with sign.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

namespace kilter::store {

// A sequence number as a database keeps it; what is beyond its numbers is its largest one.
inline std::int64_t signed_of(std::uint64_t sequence) {
  return static_cast<std::int64_t>(std::min<std::uint64_t>(sequence, std::numeric_limits<std::int64_t>::max()));
}

}  // namespace kilter::store
