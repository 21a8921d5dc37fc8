// Annealing over the order in which jobs enter the shop, everything behind being served as it comes (a permutation
// search as for hybrid flow shops: Ruiz and Stuetzle 2007 for the constant temperature). On lanes that are alike one
// change of that order moves many operations in step, which no single move on the graph does.
#pragma once

#include <cstdint>
#include <vector>

#include "base/random.hpp"
#include "schedule/epochs/epochs.hpp"
#include "schedule/makespan/sequence.hpp"

namespace kilter::schedule {

class ArrivalWalk {
 public:
  // Borrows the shop.
  explicit ArrivalWalk(const Shop& shop);

  // Whether most operations may choose between lanes that are alike.
  [[nodiscard]] static bool suits(const Shop& shop);

  // A new run from the order in which `from` begins its jobs.
  void begin(const Sequence& from, std::uint64_t seed);
  // Goes on until `work` (about a nanosecond each) is used up or the run is over: no new best for long. True: over.
  bool go(std::int64_t& work, const Halt& halt);
  [[nodiscard]] const Sequence& best() const { return best_; }

 private:
  [[nodiscard]] Sequence decode() const;
  void step();

  const Shop* shop_;
  std::vector<Index> root_;  // operation -> the operation without predecessors that it goes back to
  std::vector<Index> jobs_;  // these operations in the present order
  double temperature_ = 0;
  base::Random random_{0};
  Sequence best_;
  Tick makespan_ = kNever;
  std::uint32_t since_best_ = 0;
};

}  // namespace kilter::schedule
