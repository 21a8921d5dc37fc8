// Successors that must not wait longer than a maximum lag are placed together with their predecessor, which is put off
// until they fit.
#pragma once

#include <vector>

#include "schedule/dispatch/place/placer.hpp"

namespace kilter::schedule {

class Chain {
 public:
  // Borrows all.
  Chain(const Network& network, const State& state, Placer& placer);

  // Has `op` a free successor that must not wait for long?
  [[nodiscard]] bool starts_at(Index op) const { return !has_chain_.empty() && has_chain_[op] != 0; }
  // Promises `op` by `choice`, later if need be, and all successors that hang on it. Returns the operations held, `op`
  // first; empty when no common time was found. They are promises: revoke() takes them back.
  const std::vector<Index>& hold(Index op, const Choice& choice);
  void revoke();

 private:
  // Promises everything for one start of the first; returns by how much the first must move, 0 = fits.
  Tick excess(Index op, const Choice& choice);
  Tick hold_successors(Index op);
  [[nodiscard]] bool all_predecessors_placed(Index op) const;
  [[nodiscard]] Tick waits_too_long(Index op, const Choice& choice) const;

  const Network& network_;
  const Problem& problem_;
  const State& state_;
  Placer& placer_;
  std::vector<std::uint8_t> has_chain_;
  std::vector<Index> held_;
};

}  // namespace kilter::schedule
