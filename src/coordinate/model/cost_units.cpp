#include "coordinate/model/cost_units.hpp"

#include "base/fixed.hpp"
#include "model/doctor/demand/amounts.hpp"
#include "model/doctor/demand/cost_bound.hpp"

namespace kilter::coordinate {

std::int64_t cost_units_per_cent(const model::Plant& plant) {
  const double most = model::CostBound(plant, model::days_to_horizon(plant.policy)).all();
  std::int64_t units = base::kMicro;
  for (double countable = model::kMostMoney; countable < most && units > 1'000; countable *= 10) units /= 10;
  return units;
}

}  // namespace kilter::coordinate
