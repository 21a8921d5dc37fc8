// The slow twin of ShopGraph, asked after every move that a walk keeps when assertions are at `twins`: the same
// sequences loaded into a new graph and swept whole.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schedule/graph/shop_graph.hpp"

namespace kilter::schedule {

enum class Timed : std::uint8_t { ends, ends_and_tails };  // what the walk keeps up to date

// Empty: they agree. O(N).
std::vector<std::string> differences_to_twin(const ShopGraph& graph, Timed timed);

}  // namespace kilter::schedule
