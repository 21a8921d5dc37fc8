// Who searches where: rounds of a pool, each begun from random schedules and led to the end, until its members are too
// much alike to give anything new; then a larger pool. Every other round begins from the best of rounds before.
#pragma once

#include <cstdint>
#include <vector>

#include "base/random.hpp"
#include "schedule/makespan/pool.hpp"

namespace kilter::schedule {

class Population {
 public:
  // Borrows the shop. `start` is the first member's origin.
  Population(const Shop& shop, Sequence start);

  struct Start {
    Sequence sequence;
    bool fresh = true;  // not made of the pool's members
  };
  // Where a new run begins. Depends on the state and `random` alone.
  [[nodiscard]] Start next_start(base::Random& random) const;
  // Steps without a new best after which a run ends.
  [[nodiscard]] std::uint32_t patience() const;
  // What a run found.
  void add(Sequence found);

 private:
  [[nodiscard]] Sequence random_start(base::Random& random) const;
  [[nodiscard]] bool exhausted() const;
  void begin_round();

  const Shop* shop_;
  Sequence start_;
  Pool pool_;
  std::vector<Sequence> elites_;  // the best of every round
  std::size_t capacity_ = 0;
  std::uint64_t round_ = 0;
  std::uint64_t runs_ = 0;   // of this round
  std::uint64_t stale_ = 0;  // runs since the pool changed
};

}  // namespace kilter::schedule
