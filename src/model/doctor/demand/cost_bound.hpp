// What the plans of a plant could cost at the outside: everything in the largest lots, from the dearest offer, on the
// dearest unit at the dearest wage, late to the end of the horizon. Steers examinations and scales only, so floating
// point is good enough.
#pragma once

#include <vector>

#include "model/doctor/demand/gross_demand.hpp"
#include "model/plant.hpp"

namespace kilter::model {

// All in the plant's currency.
class CostBound {
 public:
  // `days`: from the origin to the horizon; 0 when that is not known.
  CostBound(const Plant& plant, double days);

  [[nodiscard]] const GrossDemand& gross() const { return gross_; }
  // All that is bought or held of it, and what ordering it costs.
  [[nodiscard]] double item(ItemId id) const;
  // Making it, here or outside; 0 for what is only bought.
  [[nodiscard]] double work(OperationId id) const;
  // A firm order late to the end of the horizon; 0 for others.
  [[nodiscard]] double lateness(OrderId id) const;
  // Everything together.
  [[nodiscard]] double all() const;

 private:
  [[nodiscard]] double dearest(ItemId id) const;
  [[nodiscard]] double order_costs(ItemId id) const;
  [[nodiscard]] double inside(const Operation& operation, double units, double lots) const;

  const Plant& plant_;
  double days_;
  GrossDemand gross_;
  double wage_ = 0;            // the dearest
  std::vector<double> setup_;  // the dearest change of each matrix
};

double days_to_horizon(const Policy& policy);

}  // namespace kilter::model
