// The purchase needs of one item at one site as a series to be covered in order of service.
//
//   service date = need, but never before the earliest receipt of any offer: what is late anyhow is served by rank
//
//   quantity |####|######|##|        positions 0 .. total along the series; a purchase covers the next stretch of
//   positions served at  d0    d1   d2         d0 <= d1 <= d2
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/fixed.hpp"
#include "material/explode.hpp"
#include "model/plant.hpp"

namespace kilter::sourcing {

using time::Tick;

// A demand of the series: one need, or needs close together that are planned as one.
struct Demand {
  Tick date = 0;              // of service
  Tick need = 0;              // lateness counts from here; never before the origin
  std::int64_t quantity = 0;  // good units, in millionths
  std::int64_t penalty = 0;   // cents per day late
  std::int64_t end = 0;       // position after this demand
};

struct DemandSeries {
  model::ItemId item;
  model::SiteId site;
  std::vector<Demand> demands;
  [[nodiscard]] std::int64_t total() const { return demands.empty() ? 0 : demands.back().end; }
};

// What is left of a need.
struct OpenNeed {
  std::size_t need = 0;  // index into all needs
  base::Quantity quantity;
};

// The series of one group of needs, at most `kMostDemands` long: beyond that, needs next to each other are planned as
// one at the earlier date (never later than any of them). Cents per day late: the penalty of the customer order behind
// a need, the policy's default for work without one, nothing for safety stock.
inline constexpr std::size_t kMostDemands = 512;
DemandSeries demand_series(const model::Plant& plant, std::span<const material::PurchaseNeed> needs,
                           const std::vector<OpenNeed>& open, Tick earliest);

}  // namespace kilter::sourcing
