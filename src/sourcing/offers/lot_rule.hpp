// Which quantities may be ordered: the offer's minimum, multiple and maximum together with the item's own lot rules.
//
//   minimum 50, multiple 20, maximum 200:  cover(35) = 60,  cover(430) = 200 + 200 + 60
#pragma once

#include <cstdint>
#include <optional>

#include "model/plant.hpp"

namespace kilter::sourcing {

using base::Quantity;

// One decision to buy: `full_count` purchases of `full` and, unless zero, one of `last`; all at the same time.
struct Lot {
  std::int64_t full_count = 0;
  Quantity full;
  Quantity last;
  Quantity ordered;  // in all
  Quantity good;     // usable, each purchase by itself rounded down
  [[nodiscard]] std::int64_t pieces() const { return full_count + (last.positive() ? 1 : 0); }
};

class LotRule {
 public:
  // The stricter of both sides: larger minimum, common multiple, smaller maximum. Item::lot_policy `fixed` makes
  // Item::lot_size a multiple; the other policies set no quantity here. An item multiple that cannot be reconciled with
  // the offer's in 64 bits yields. Without a multiple, an item that comes in pieces is bought in whole ones.
  LotRule(const model::Item& item, const model::Offer& offer);

  // Whether any quantity is allowed (a maximum below the minimum allows none; then call nothing else).
  [[nodiscard]] bool feasible() const {
    return maximum_.is_zero() || (maximum_ >= minimum_ && good_of(maximum_).positive());
  }
  // The least lot with at least `good` usable units. good > 0.
  [[nodiscard]] Lot cover(Quantity good) const;
  // The same as one purchase, whatever the maximum.
  [[nodiscard]] Quantity one_order(Quantity good) const { return one_piece(ordered_for(good)); }
  // The least lot of at least `ordered` units. ordered > 0.
  [[nodiscard]] Lot at_least(Quantity ordered) const;
  // The greatest lot of at most `ordered` units, if there is one.
  [[nodiscard]] std::optional<Lot> at_most(Quantity ordered) const;

  // No minimum, multiple or maximum; whole pieces are none of them.
  [[nodiscard]] bool free() const { return minimum_.is_zero() && multiple_.is_zero() && maximum_.is_zero(); }
  [[nodiscard]] Quantity minimum() const { return minimum_; }
  [[nodiscard]] Quantity multiple() const { return multiple_; }
  [[nodiscard]] Quantity maximum() const { return maximum_; }
  [[nodiscard]] Quantity good_of(Quantity ordered) const { return all_good() ? ordered : ordered.times_floor(yield_); }

 private:
  [[nodiscard]] bool all_good() const { return yield_ == base::Ratio::one(); }
  [[nodiscard]] Quantity ordered_for(Quantity good) const { return all_good() ? good : good.divided_ceil(yield_); }
  // What purchases are multiples of; 0: any.
  [[nodiscard]] Quantity step() const { return multiple_.is_zero() && whole_ ? Quantity::units(1) : multiple_; }
  [[nodiscard]] Quantity one_piece(Quantity ordered) const;
  [[nodiscard]] Lot lot(std::int64_t full_count, Quantity last) const;

  Quantity minimum_;   // a multiple of step()
  Quantity multiple_;  // 0: none
  Quantity maximum_;   // 0: none; a multiple of step()
  bool whole_;
  base::Ratio yield_;
};

}  // namespace kilter::sourcing
