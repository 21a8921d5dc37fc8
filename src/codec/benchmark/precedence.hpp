// Precedence of an instance as a graph: its order, its cycles, its predecessor lists.
#pragma once

#include <optional>
#include <vector>

#include "codec/benchmark/instance.hpp"
#include "codec/benchmark/tokens/token_reader.hpp"

namespace kilter::codec::benchmark {

// 0 .. count - 1 so that every predecessor stands before its successors (Kahn 1962); none when they form a cycle.
// O(count + precedences).
std::optional<std::vector<Index>> precedence_order(Index count, const std::vector<Precedence>& precedences);

// A fault when they form a cycle.
void refuse_cycles(TokenReader& reader, Index count, const std::vector<Precedence>& precedences);

// Lists by successor: `begin` of size count + 1 and the predecessors, as they were given.
struct PredecessorLists {
  std::vector<Index> begin;
  std::vector<Index> operations;
};
PredecessorLists predecessor_lists(Index count, const std::vector<Precedence>& precedences);

}  // namespace kilter::codec::benchmark
