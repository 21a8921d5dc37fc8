// What customer orders wait to be cleared for: work for such an order alone does not begin before, and nothing is
// delivered before (docs/decisions/0020-what-is-not-cleared-is-not-delivered.md).
//
//   stock, or a lot shared with others --- there ------|~~~ waits for the licence ~~~|--- delivered
#pragma once

#include <cstdint>
#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::plan {

class OrderClearances {
 public:
  // Of clearances of customer orders; those of operations and production orders do not count. O(orders + clearances).
  explicit OrderClearances(const model::Plant& plant);

  // Whether some customer order is not cleared.
  [[nodiscard]] bool any() const { return !waits_.empty(); }
  // Whether something of the order is not cleared, with a date or without.
  [[nodiscard]] bool open(model::OrderId order) const { return any() && waits_[order.index()].open; }
  // Whether something of it has no date. The plan is made as if it were cleared in time.
  [[nodiscard]] bool blocked(model::OrderId order) const { return any() && waits_[order.index()].blocked; }
  // When the last that has a date is expected; kLongAgo: nothing is.
  [[nodiscard]] Tick expected(model::OrderId order) const { return any() ? waits_[order.index()].until : kLongAgo; }
  // Which one that is: index into Plant::clearances. Only where `expected` has a date.
  [[nodiscard]] std::uint32_t last(model::OrderId order) const { return waits_[order.index()].last; }

 private:
  struct Wait {
    bool open = false;
    bool blocked = false;
    Tick until = kLongAgo;
    std::uint32_t last = 0;
  };
  std::vector<Wait> waits_;  // by customer order; empty when all are cleared
};

}  // namespace kilter::plan
