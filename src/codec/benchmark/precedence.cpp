#include "codec/benchmark/precedence.hpp"

namespace kilter::codec::benchmark {
namespace {

PredecessorLists grouped(Index count, const std::vector<Precedence>& precedences, Index Precedence::*key,
                         Index Precedence::*value) {
  PredecessorLists lists{.begin = std::vector<Index>(count + 1, 0), .operations = {}};
  for (const Precedence& each : precedences) ++lists.begin[each.*key + 1];
  for (Index i = 0; i < count; ++i) lists.begin[i + 1] += lists.begin[i];
  lists.operations.resize(precedences.size());
  std::vector<Index> next = lists.begin;
  for (const Precedence& each : precedences) lists.operations[next[each.*key]++] = each.*value;
  return lists;
}

}  // namespace

PredecessorLists predecessor_lists(Index count, const std::vector<Precedence>& precedences) {
  return grouped(count, precedences, &Precedence::after, &Precedence::before);
}

std::optional<std::vector<Index>> precedence_order(Index count, const std::vector<Precedence>& precedences) {
  const PredecessorLists successors = grouped(count, precedences, &Precedence::before, &Precedence::after);
  std::vector<Index> waits_for(count, 0);
  for (const Precedence& each : precedences) ++waits_for[each.after];
  std::vector<Index> order;
  order.reserve(count);
  for (Index i = 0; i < count; ++i) {
    if (waits_for[i] == 0) order.push_back(i);
  }
  for (std::size_t at = 0; at < order.size(); ++at) {
    for (Index i = successors.begin[order[at]]; i < successors.begin[order[at] + 1]; ++i) {
      if (--waits_for[successors.operations[i]] == 0) order.push_back(successors.operations[i]);
    }
  }
  if (order.size() < count) return std::nullopt;
  return order;
}

void refuse_cycles(TokenReader& reader, Index count, const std::vector<Precedence>& precedences) {
  if (reader.faulty() || precedence_order(count, precedences)) return;
  reader.refuse_all("cycle", "the precedences form a cycle: something has to end before it begins",
                    "Correct the successors or predecessors.");
}

}  // namespace kilter::codec::benchmark
