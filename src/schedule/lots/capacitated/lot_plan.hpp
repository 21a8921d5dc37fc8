// Plans of capacitated lot sizing: from the periods in which each item may be made to quantities, and what they cost.
//
// Quantities are decided from the last period back: what is due and not made yet is made as late as it can be; where
// capacity is short, what would have to wait longest and dearest (or could not be made earlier at all) comes first.
#pragma once

#include <vector>

#include "base/fixed.hpp"
#include "schedule/lots/lot_sizing.hpp"

namespace kilter::schedule {

// Costs in millionths of millionths: a cost times a quantity.
using SquareCost = base::Int128;

struct LotPlan {
  std::vector<std::int64_t> made;  // row = period, column = item; millionths
  std::int64_t missing = 0;        // millionths of units that found no place; 0: a plan
  SquareCost cost = 0;             // of setups used and stock; what is missing is not counted
};

class LotDecoder {
 public:
  // Borrows the problem.
  explicit LotDecoder(const LotSizing& problem);
  // `may_make`: row = period, column = item. O(periods x items log items).
  const LotPlan& decode(const std::vector<std::uint8_t>& may_make);

 private:
  struct Turn {
    double urgency = 0;
    Index item = 0;
  };
  [[nodiscard]] double urgency_of(Index period, Index item) const;
  void make(Index period, std::int64_t& capacity, Index item);

  const LotSizing& problem_;
  LotPlan plan_;
  std::vector<std::int64_t> wanted_;  // item -> due later and not made yet
  std::vector<Index> earlier_;  // row = period, column = item -> last period before it that may make it, + 1; 0: none
  std::vector<Turn> turns_;
};

// The cost of quantities (row = period, column = item) the plain way, in millionths, rounded up; -1 when a demand is
// late, a capacity is exceeded or more is made than is due.
std::int64_t lot_cost(const LotSizing& problem, const std::vector<std::int64_t>& made);

}  // namespace kilter::schedule
