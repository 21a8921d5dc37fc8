// A plan of discrete lot sizing: what is made in each period, and what moves of it cost, exactly and in O(1).
//
//   period       0 1 2 3 4 5 6
//   made         a a . b b . a      changeovers a->b and b->a; idle periods do not count
//   swap 1, 2    a . a b b . a
//   insert 0, 3  a . b a b . a      what lies between moves by one period
#pragma once

#include <vector>

#include "schedule/lots/lot_sizing.hpp"

namespace kilter::schedule {

class SlotPlan {
 public:
  // Borrows the problem. `made`: period -> item or kNone, every demand met in time and nothing made beyond it.
  SlotPlan(const DiscreteLotSizing& problem, std::vector<Index> made);

  [[nodiscard]] const std::vector<Index>& made() const { return made_; }
  [[nodiscard]] std::int64_t cost() const { return cost_; }

  // No real difference is as large.
  static constexpr std::int64_t kForbidden = std::int64_t{1} << 60U;
  // What exchanging the contents of two periods adds to the cost; kForbidden when a demand would be late.
  [[nodiscard]] std::int64_t swap_delta(Index a, Index b) const;
  // What moving the content of `from` to `to` adds. Some moves of an item past units of its own are called forbidden
  // though they are not; an exchange does the same.
  [[nodiscard]] std::int64_t insert_delta(Index from, Index to) const;
  // The moves, with the delta that was told. O(periods + demands).
  void swap(Index a, Index b, std::int64_t delta);
  void insert(Index from, Index to, std::int64_t delta);

 private:
  void renew();
  void renew_latest();
  [[nodiscard]] std::int64_t changeover(Index from, Index to) const {
    return from == kNone || to == kNone ? 0 : problem_.changeover_of(from, to);
  }
  // Changeovers through `items` in this order, some of them kNone.
  [[nodiscard]] std::int64_t chain(std::initializer_list<Index> items) const;
  [[nodiscard]] std::int64_t stocking(Index item) const { return item == kNone ? 0 : problem_.stocking_cost[item]; }

  const DiscreteLotSizing& problem_;
  std::vector<Index> due_begin_;  // period -> items due in it, size period_count + 1
  std::vector<Index> due_;
  std::vector<Index> made_;
  std::int64_t cost_ = 0;
  std::vector<Index> before_;       // period -> last item made before it; kNone
  std::vector<Index> after_;        // period -> next item made behind it; kNone
  std::vector<Index> busy_;         // period -> busy periods before it; size period_count + 1, like the next two
  std::vector<Index> tight_;        // period -> periods before it whose unit may not be later
  std::vector<std::int64_t> rate_;  // period -> stocking cost per period of what is made before it
  std::vector<Index> latest_;       // period -> how late its unit may be made when nothing else moves
  std::vector<Index> stuck_;        // item -> next period that ends without stock; while renewing
  std::vector<Index> stock_;        // item -> at the end of a period; while renewing
};

// The cost of a plan, the plain way; SlotPlan::kForbidden when a demand is late, or too much or too little is made.
std::int64_t discrete_lot_cost(const DiscreteLotSizing& problem, const std::vector<Index>& made);

// A first plan, from the last period back: more of the item made behind it if that is due, else what is dearest to
// stock. Empty when no plan meets every demand.
std::vector<Index> first_slots(const DiscreteLotSizing& problem);

}  // namespace kilter::schedule
