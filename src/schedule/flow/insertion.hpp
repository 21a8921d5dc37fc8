// Where a job fits best into a sequence: what constructive rules and the local search of permutation flow shops ask,
// millions of times.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "schedule/flow/permutation_shop.hpp"

namespace kilter::schedule {

struct Place {
  std::size_t at = 0;      // the job stands before what was at this place
  std::int64_t value = 0;  // flow_value of the sequence with the job
};

// Keeps what it knows of the sequence it was last asked about. Not shared between threads.
class Insertion {
 public:
  virtual ~Insertion() = default;
  // The best place for `job`, which is not in `sequence`. Ties: see each.
  [[nodiscard]] virtual Place best(std::span<const Index> sequence, Index job) = 0;
  // Elementary steps so far, about a nanosecond each: for epochs of equal length.
  [[nodiscard]] std::uint64_t work() const { return work_; }

 protected:
  std::uint64_t work_ = 0;
};

// The evaluator for the shop's objective. Borrows the shop.
std::unique_ptr<Insertion> insertion_for(const PermutationShop& shop);

}  // namespace kilter::schedule
