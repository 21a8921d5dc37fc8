// The assignment problem: every row gets a column of its own at the least total cost. Shortest augmenting paths with
// potentials (Kuhn 1955; Jonker and Volgenant 1987). O(n^3).
#pragma once

#include <cstdint>
#include <span>

namespace kilter::schedule {

// The least total of a square matrix, given row by row; kForbidden marks pairs that must not be. The answer is at least
// kForbidden when there is no way without such a pair. Costs stay below kForbidden / rows in absolute value.
inline constexpr std::int64_t kForbidden = std::int64_t{1} << 50U;

std::int64_t least_assignment(std::span<const std::int64_t> cost, std::size_t rows);

}  // namespace kilter::schedule
