// Who gets scarce supply first: a search over allocation ranks. Every rank order gives another explosion, other
// purchases and another schedule; the cheapest proposal wins.
#pragma once

#include <cstdint>
#include <functional>

#include "coordinate/proposal.hpp"
#include "model/plant.hpp"

namespace kilter::coordinate {

// Whether the search may try another rank order, asked before each; gets the number tried so far.
using MayTry = std::function<bool(int tried)>;

// Starts from `best` and tries rank orders by the index  a ln(penalty per day) - b ln(quantity) - c due, first over a
// grid of (a, b, c), then with noise on the best one. Keeps what is cheaper and returns whether anything was.
// Deterministic in `seed` and the number of tries. A try that is cancelled midway is dropped.
bool search_allocation(const model::Plant& plant, std::uint64_t seed, const MayTry& may_try, Cancel cancel,
                       Proposal& best);

}  // namespace kilter::coordinate
