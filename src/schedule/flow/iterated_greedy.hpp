// Iterated greedy (Ruiz and Stuetzle 2007; with setups 2008): take a few jobs out, put each back where it fits best,
// then move single jobs while that helps; accept a little worse at a constant temperature. The shorter sequence is
// improved too before jobs come back (Dubois-Lacoste, Pagnozzi, Stuetzle 2017).
//
//   a b c d e f   ->   a c d f   ->  moves  ->   insert b, insert e   ->   moves   ->   accept?
//
// One insertion is the unit of work: the search may pause after any.
#pragma once

#include <vector>

#include "base/random.hpp"
#include "schedule/flow/insertion.hpp"

namespace kilter::schedule {

struct Permutation {
  std::vector<Index> jobs;
  std::int64_t value = 0;
};

class IteratedGreedy {
 public:
  // Borrows the shop. `start` holds every job once, with its value.
  IteratedGreedy(const PermutationShop& shop, const Permutation& start);

  // About `work` elementary steps on (Insertion::work), drawing from `random`.
  void run(std::uint64_t work, base::Random& random);
  [[nodiscard]] const Permutation& best() const { return best_; }
  // Goes on from `permutation`.
  void restart(const Permutation& permutation);

 private:
  enum class Phase : std::uint8_t { destruct, improve_partial, construct, improve, decide };

  void step(base::Random& random);
  void destruct(base::Random& random);
  void begin_pass(base::Random& random);
  void move_next(base::Random& random);
  void insert_next();
  void decide(base::Random& random);

  const PermutationShop& shop_;
  std::unique_ptr<Insertion> insertion_;
  double temperature_;
  Phase phase_ = Phase::destruct;
  Permutation best_;
  Permutation accepted_;
  Permutation now_;
  std::vector<Index> removed_;
  std::vector<Index> pass_;   // jobs to try in this pass
  std::size_t next_ = 0;      // in pass_
  std::size_t failures_ = 0;  // jobs in a row that stand best where they are
};

}  // namespace kilter::schedule
