// What becomes of the batches of a published schedule when some of their members cannot stay with the others.
//
//   published   [a b c d]      a and c have begun, b waits for material, d is cancelled
//   changed     [a c][b]       a and c run in one batch; b is free, alone
#pragma once

#include <vector>

#include "schedule/repair/facts/disruption.hpp"

namespace kilter::schedule {

// Operation -> the first of its batch in the order, itself when it is in none; empty without batch machines.
std::vector<Index> batches_in(const std::vector<Index>& order, const std::vector<std::uint8_t>& joins);

// Members that run, that are pinned, and that are free are batches of their own from now on; what has no start is in
// none. Writes Problem::fixed_batch, and joins and order of the published schedule. O(N).
void divide_batches(Disrupted& changed);

}  // namespace kilter::schedule
