// From a shop instance to the kernel's problem: one lane per machine, always open.
#pragma once

#include <cstdint>

#include "codec/benchmark/instance.hpp"
#include "schedule/problem.hpp"

namespace kilter::codec::benchmark {

// makespan: one job due at 0 with weight 1 that every operation without successor closes, so that Score::tardiness is
// the makespan. tardiness: a job per job of the file, due and weighted as there, so that it is the total weighted
// tardiness.
enum class Objective : std::uint8_t { makespan, tardiness };

// tardiness asks for due dates in the instance. O(modes + precedences + setups).
schedule::Problem shop_problem(const ShopInstance& shop, Objective objective);

}  // namespace kilter::codec::benchmark
