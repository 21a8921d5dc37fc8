// Which customer orders' lots are kept apart from those of others: lots that several orders share otherwise are made
// group by group, so that what one order wants first does not wait for material that only the others need.
//
//   a week's lot of 100 for A, B, C        {A, B}: 60 now
//     motors: 60 there, 40 next week  -->  {C}: 40 next week
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <span>
#include <utility>

#include "model/ids.hpp"

namespace kilter::material {

// A customer order (none: stock), or the second part of one that is shipped in two.
struct OrderPart {
  model::OrderId order;
  std::uint8_t part = 0;
  friend auto operator<=>(const OrderPart&, const OrderPart&) = default;
};

class LotGroups {
 public:
  // From now on each of the items is made for these orders in lots that are no larger than they want,
  // and for the others of the groups that they were in, too.
  void set_apart(std::span<const model::ItemId> items, std::span<const OrderPart> orders);

  [[nodiscard]] bool empty() const { return groups_.empty(); }
  // Whether lots of the item come in several groups.
  [[nodiscard]] bool divides(model::ItemId item) const;
  // The group of what is made of the item for the order; 0 where nothing was said. O(log n).
  [[nodiscard]] std::uint32_t of(model::ItemId item, OrderPart order) const;

  friend bool operator==(const LotGroups&, const LotGroups&) = default;

 private:
  std::map<std::pair<model::ItemId, OrderPart>, std::uint32_t> groups_;
  std::uint32_t last_ = 0;
};

}  // namespace kilter::material
