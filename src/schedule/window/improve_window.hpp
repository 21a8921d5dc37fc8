// Improves a part of a schedule while the rest keeps its sequences.
#pragma once

#include <cstdint>
#include <span>

#include "schedule/search.hpp"
#include "schedule/window/window.hpp"

namespace kilter::schedule {

// Searches over sequences, modes, machines and people of the operations `free` alone (not fixed ones, each once); all
// others keep theirs and are re-timed. Never returns a worse schedule; exact; `steps` moves are evaluated, so the same
// arguments give the same schedule. Not for problems with batch machines.
Solution improve_window(const Problem& problem, const Solution& solution, std::span<const Index> free,
                        const SearchOptions& options);

}  // namespace kilter::schedule
