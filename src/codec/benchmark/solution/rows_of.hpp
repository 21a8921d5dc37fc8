// From the kernel's answers to the rows of a solution file.
#pragma once

#include <vector>

#include "codec/benchmark/instance.hpp"
#include "codec/benchmark/solution/solution_rows.hpp"
#include "schedule/solution.hpp"

namespace kilter::codec::benchmark {

// Starts are those of the work itself: a setup before it does not count. Every operation must be placed.
std::vector<ShopRow> rows_of(const ShopInstance& shop, const schedule::Problem& problem,
                             const schedule::Solution& solution);
// Every job as early as the permutation lets it.
std::vector<ShopRow> rows_of(const schedule::PermutationShop& flow, const std::vector<Index>& permutation);
// What is made in each period; kNone: nothing.
std::vector<LotRow> rows_of(const std::vector<Index>& made);
// What is made in each period: row = period, column = item.
std::vector<QuantityRow> rows_of(const schedule::LotSizing& lots, const std::vector<std::int64_t>& made);
// The solution must not be empty.
std::vector<ProjectRow> rows_of(const ProjectInstance& project, const schedule::ProjectSolution& solution);

}  // namespace kilter::codec::benchmark
