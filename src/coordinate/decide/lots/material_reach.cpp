#include "coordinate/decide/lots/material_reach.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "coordinate/model/supply_dates.hpp"

namespace kilter::coordinate {

using plan::ProductionOrderId;
using time::Tick;

// Each production order once, what it is made from before itself.
class MaterialReach::Walk {
 public:
  Walk(const MaterialReach& reach, Tick at) : reach_(reach), at_(at) {}

  double share(ProductionOrderId id) {
    const auto [known, fresh] = shares_.try_emplace(id, 1.0);
    if (!fresh) return known->second;
    double least = 1.0;
    for (const plan::PlacementId placement : reach_.plan_.production_orders[id].placements) {
      least = std::min(least, share_of(placement));
    }
    if (least < 1.0) waiting_.push_back(id);
    shares_[id] = least;
    return least;
  }

  [[nodiscard]] std::vector<Tick>& dates() { return dates_; }
  [[nodiscard]] std::vector<ProductionOrderId>& waiting() { return waiting_; }

 private:
  // Of the scarcest of its components.
  double share_of(plan::PlacementId placement) {
    std::map<model::BomLineId, std::pair<double, double>> lines;  // there by then, of all
    for (const plan::PegId id : reach_.pegs_.into(placement)) {
      const plan::Peg& peg = reach_.plan_.pegs[id];
      const auto quantity = static_cast<double>(peg.quantity.raw());
      auto& [there, whole] = lines[peg.line];
      there += quantity * supplied(peg);
      whole += quantity;
    }
    double least = 1.0;
    for (const auto& [line, sum] : lines) {
      if (sum.second > 0) least = std::min(least, sum.first / sum.second);
    }
    return least;
  }

  double supplied(const plan::Peg& peg) {
    if (peg.supply == plan::SupplyKind::production) return share(ProductionOrderId(peg.supply_index));
    const Tick at = available_at(reach_.plant_, reach_.plan_, peg);
    dates_.push_back(at);
    return at <= at_ ? 1.0 : 0.0;
  }

  const MaterialReach& reach_;
  Tick at_;
  std::map<ProductionOrderId, double> shares_;
  std::vector<Tick> dates_;
  std::vector<ProductionOrderId> waiting_;
};

std::vector<Tick> MaterialReach::dates(ProductionOrderId order) const {
  Walk walk(*this, 0);
  walk.share(order);
  std::vector<Tick> dates = std::move(walk.dates());
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  return dates;
}

double MaterialReach::share_by(ProductionOrderId order, Tick at) const { return Walk(*this, at).share(order); }

std::vector<ProductionOrderId> MaterialReach::waiting(ProductionOrderId order, Tick at) const {
  Walk walk(*this, at);
  walk.share(order);
  return std::move(walk.waiting());
}

}  // namespace kilter::coordinate
