#include "sourcing/series/demand_series.hpp"

#include <algorithm>
#include <tuple>

#include "plan/penalty.hpp"

namespace kilter::sourcing {
namespace {

using material::PurchaseNeed;

std::int64_t penalty_of(const model::Plant& plant, const PurchaseNeed& need) {
  if (need.order.valid()) return plan::penalty_per_day(plant, plant.orders[need.order]).raw();
  return need.demand == plan::DemandKind::safety_stock ? 0 : plant.policy.default_penalty_per_day.raw();
}

// Joins neighbours so that at most kMostDemands are left: `width` of them at a time.
void coarsen(std::vector<Demand>& demands) {
  const std::size_t width = (demands.size() + kMostDemands - 1) / kMostDemands;
  if (width <= 1) return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < demands.size(); ++i) {
    if (i % width == 0) {
      demands[kept++] = demands[i];
      continue;
    }
    Demand& joined = demands[kept - 1];
    joined.quantity += demands[i].quantity;
    joined.penalty += demands[i].penalty;
    joined.need = std::min(joined.need, demands[i].need);
  }
  demands.resize(kept);
}

}  // namespace

DemandSeries demand_series(const model::Plant& plant, std::span<const PurchaseNeed> needs,
                           const std::vector<OpenNeed>& open, Tick earliest) {
  const Tick horizon = plant.frame.tick(plant.policy.horizon);
  struct Key {
    Tick date;
    std::uint32_t rank;
    Tick need;
    std::size_t at;  // into `open`
  };
  std::vector<Key> order;
  order.reserve(open.size());
  for (std::size_t i = 0; i < open.size(); ++i) {
    const PurchaseNeed& need = needs[open[i].need];
    const Tick wanted = need.need == time::kNever ? horizon : std::max<Tick>(0, need.need);
    order.push_back({std::max(wanted, earliest), need.rank, wanted, i});
  }
  std::sort(order.begin(), order.end(), [](const Key& a, const Key& b) {
    return std::tie(a.date, a.rank, a.need, a.at) < std::tie(b.date, b.rank, b.need, b.at);
  });
  DemandSeries series;
  series.item = needs[open.front().need].item;
  series.site = needs[open.front().need].site;
  series.demands.reserve(order.size());
  for (const Key& key : order) {
    series.demands.push_back({.date = key.date,
                              .need = key.need,
                              .quantity = open[key.at].quantity.raw(),
                              .penalty = penalty_of(plant, needs[open[key.at].need])});
  }
  coarsen(series.demands);
  std::int64_t position = 0;
  for (Demand& demand : series.demands) demand.end = position += demand.quantity;
  return series;
}

}  // namespace kilter::sourcing
