// One run of tabu search for the makespan from a given sequence (Nowicki and Smutnicki 1996; Zhang et al. 2007 for job
// shops; Mastrolilli and Gambardella 2000 where operations have alternatives). Every step looks at the neighbours on
// one critical path and makes the best by estimate that is not tabu, or that promises a new best.
#pragma once

#include <cstdint>
#include <span>

#include "base/random.hpp"
#include "schedule/epochs/epochs.hpp"
#include "schedule/makespan/sequence.hpp"
#include "schedule/makespan/walk/best_move.hpp"
#include "schedule/makespan/walk/block_moves.hpp"
#include "schedule/makespan/walk/exchange_moves.hpp"
#include "schedule/makespan/walk/insertion_moves.hpp"
#include "schedule/makespan/walk/shop_path.hpp"
#include "schedule/makespan/walk/tabu_list.hpp"

namespace kilter::schedule {

class TabuWalk {
 public:
  // Borrows the shop.
  explicit TabuWalk(const Shop& shop);

  // A new run; it will end after `patience` steps without a new best.
  void begin(const Sequence& from, std::uint32_t patience, std::uint64_t seed);
  // Steps until `work` (operations looked at, about a nanosecond each) is used up or the run is over. True: over.
  bool go(std::int64_t& work, const Halt& halt);
  // The best of the run.
  [[nodiscard]] const Sequence& best() const { return best_; }

 private:
  // False: there is no move at all.
  bool step(std::int64_t& work);
  void collect(std::int64_t& work);
  void collect_block(const ShopPath::Block& block, bool first, bool last);
  void collect_insertions(std::int64_t& work);
  void offer_elsewhere(const ShopMove& move);
  void offer(const ShopMove& move, bool tabu);
  // Makes the most promising move. False: there is none.
  bool make_best(std::int64_t& work);
  void forbid(const ShopMove& move, Index old_alternative, Index old_after);
  bool apply(const ShopMove& move, std::int64_t& work);
  bool exchange(const ShopMove& move, std::int64_t& work);
  void sweep(Index low, Index high, std::int64_t& work);

  const Shop* shop_;
  bool flexible_ = false;
  ShopGraph graph_;
  ShopGraph::Step step_;
  ShopGraph::Step partner_step_;
  base::Random random_{0};
  BlockMoves blocks_;
  InsertionMoves insertions_;
  ExchangeMoves exchanges_;
  ShopPath path_;
  BestMove best_move_;
  TabuList tabu_;
  Sequence best_;
  Tick makespan_ = kNever;
  std::uint32_t now_ = 0;
  std::uint32_t tenure_ = 10;
  std::uint32_t patience_ = 0;
  std::uint32_t since_best_ = 0;
};

}  // namespace kilter::schedule
