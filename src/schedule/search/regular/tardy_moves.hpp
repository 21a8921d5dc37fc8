// The neighbourhood of the search for regular objectives: on one critical path of every tardy job the operations of a
// block go before its first or behind its last one, neighbours change places, and operations go to other lanes. N6
// (Balas and Vazacopoulos 1998) per job; within a block neighbours change places too, since another job may leave the
// path there.
//
//   job's path   ... [a b c d]  e  [f g] = completion        block: runs of operations that follow each other on a lane
//                     a -> behind d, d -> before a, b <-> c, e -> another lane
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/random.hpp"
#include "schedule/search/regular/shop_trial.hpp"

namespace kilter::schedule {

class TardyMoves {
 public:
  // Borrows the trial.
  explicit TardyMoves(const ShopTrial& trial);

  // Moves from the paths of `jobs` and, when setups or modes have prices or there is no path, a few from anywhere. Each
  // once. O(paths x alternatives).
  std::span<const Insertion> find(std::span<const Index> jobs, base::Random& random);

 private:
  [[nodiscard]] Index binding_predecessor(Index op, base::Random& random) const;
  void walk_back(Index op, base::Random& random);
  void add_block(std::span<const Index> block);
  void add_swap(Index first, Index second);
  void add_reinsertions(Index op, base::Random& random);
  void add_anywhere(base::Random& random);
  void add(const Insertion& move);
  [[nodiscard]] Index place_at(const Alternative& way, Index op, Tick time) const;

  const ShopTrial& trial_;
  const Shop& shop_;
  bool has_choices_ = false;
  std::vector<Index> path_;  // from the job's last operation back
  std::vector<Index> block_;
  std::vector<Insertion> moves_;
  std::vector<std::uint64_t>
      walked_;  // last call in which a block ended with the operation: the rest of the path is known
  std::vector<std::uint64_t> seen_;  // hash table of this call's moves, each with the call's number
  std::uint64_t call_ = 0;
};

}  // namespace kilter::schedule
