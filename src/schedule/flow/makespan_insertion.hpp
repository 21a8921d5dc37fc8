// Taillard's acceleration (1990): the makespans of all insertions of a job into a sequence of k jobs in O(k m) instead
// of O(k^2 m), with setups as Ruiz and Stuetzle (2008) extend it.
//
//   head[i][m]   completion of the job at place i on machine m
//   tail[i][m]   from its start there to the end of everything
//   inserted at i: f[m] = max(f[m-1], head[i-1][m] + setup) + duration;  makespan = max over m of f[m] + setup +
//   tail[i][m]
//
// Heads of a common beginning and tails of a common end with the sequence asked about before are kept. Rows are
// machines, so that all places of one machine are computed side by side.
#pragma once

#include <vector>

#include "schedule/flow/insertion.hpp"

namespace kilter::schedule {

class MakespanInsertion final : public Insertion {
 public:
  // Borrows the shop, which has no due dates and at least one machine.
  explicit MakespanInsertion(const PermutationShop& shop);
  // Of equal places the first.
  [[nodiscard]] Place best(std::span<const Index> sequence, Index job) override;

 private:
  void renew(std::span<const Index> sequence);
  void renew_heads(std::span<const Index> sequence, std::size_t from);
  void renew_tails(std::span<const Index> sequence, std::size_t until);
  void add_machine(std::span<const Index> sequence, Index job, Index machine);
  [[nodiscard]] const Tick* setups_to(Index machine, Index job) const {
    return setup_to_.data() + (static_cast<std::size_t>(machine) * shop_.job_count + job) * shop_.job_count;
  }

  const PermutationShop& shop_;
  std::vector<Tick> setup_to_;  // machine, job, job before
  std::vector<Index> last_;     // the sequence that heads and tails belong to
  // Machine by machine, job_count + 1 places each. Heads: place 0 stands before the sequence. Tails: counted from the
  // back, place job_count stands behind it.
  std::vector<Tick> head_;
  std::vector<Tick> tail_;
  std::vector<Tick> through_;   // place -> completion of the inserted job on the machine looked at
  std::vector<Tick> makespan_;  // place -> so far
};

}  // namespace kilter::schedule
