// What orders, safety stock and open production orders ask for, down the bills of material, parents before components:
// gross, without a look at stock. Steers examinations only, so floating point is good enough.
#pragma once

#include "model/plant.hpp"

namespace kilter::model {

inline double real(Quantity quantity) { return static_cast<double>(quantity.raw()) / base::kMicro; }
inline double real(Ratio ratio) { return static_cast<double>(ratio.raw()) / base::kMicro; }

// Good units of one item.
struct Demand {
  double one = 0;    // the largest single requirement
  double all = 0;    // everything
  double most = 0;   // everything that could come to pass: by substitutes and open orders, too, and in the largest lots
  double count = 0;  // how many requirements that could be
};

// Per item; items in a cycle, and what only they consume, are left out: the cycle is a fault of its own. Values that
// are faults of their own count as 0.
class GrossDemand {
 public:
  explicit GrossDemand(const Plant& plant);

  [[nodiscard]] const Demand& of(ItemId id) const { return demand_[id]; }
  // Units of the largest lot that the item is made in.
  [[nodiscard]] double largest_lot(ItemId id) const;
  // Units started, or ordered, for Demand::most, and in how many lots at the outside.
  [[nodiscard]] double started(ItemId id) const;
  [[nodiscard]] double lots(ItemId id) const;
  // Items before their components and substitutes.
  [[nodiscard]] const std::vector<ItemId>& parents_first() const { return order_; }

 private:
  void want_orders();
  void require(ItemId id, double quantity, double times);
  void require_at_most(ItemId id, double quantity, double count);
  void explode(ItemId id);
  void explode_at_most(ItemId id);
  void explode_line(const BomLine& line, double units, double count);
  [[nodiscard]] double raised_lot(ItemId id) const;
  [[nodiscard]] std::vector<ItemId> topological(bool through_substitutes) const;

  const Plant& plant_;
  IndexedVector<ItemId, Demand> demand_;
  std::vector<ItemId> order_;
};

}  // namespace kilter::model
