#include "material/kept_pegs.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "material/explode.hpp"

namespace kilter::material {
namespace {

auto demand_of(const KeptPegs::Left& peg) { return std::make_tuple(peg.demand, peg.demand_index, peg.line); }

// Open production orders to the plan's.
class Carried {
 public:
  explicit Carried(const MaterialPlan& plan) : plan_(plan) {
    for (const plan::ProductionOrderId id : base::ids_of(plan.production_orders)) {
      orders_.emplace(plan.production_orders[id].open.index(), id);
    }
  }

  // Nothing when an order of either side is not carried over.
  [[nodiscard]] std::optional<KeptPegs::Left> told(const KeptPeg& peg) const {
    KeptPegs::Left told{.supply = peg.supply,
                        .demand = peg.demand,
                        .supply_index = peg.supply_index,
                        .demand_index = peg.demand_index,
                        .line = peg.line,
                        .quantity = peg.quantity};
    if (peg.supply == plan::SupplyKind::production) {
      const auto order = orders_.find(peg.supply_index);
      if (order == orders_.end()) return std::nullopt;
      told.supply_index = order->second.index();
    }
    if (peg.demand != plan::DemandKind::placement) return told;
    const plan::PlacementId placement = placement_of(peg);
    if (!placement.valid()) return std::nullopt;
    told.demand_index = placement.index();
    return told;
  }

 private:
  [[nodiscard]] plan::PlacementId placement_of(const KeptPeg& peg) const {
    const auto order = orders_.find(peg.demand_index);
    if (order == orders_.end()) return {};
    for (const plan::PlacementId id : plan_.production_orders[order->second].placements) {
      if (plan_.placements[id].operation == peg.operation) return id;
    }
    return {};
  }

  const MaterialPlan& plan_;
  std::unordered_map<std::uint32_t, plan::ProductionOrderId> orders_;
};

}  // namespace

KeptPegs::KeptPegs(const MaterialPlan& carried, std::span<const KeptPeg> pegs) {
  if (pegs.empty()) return;
  const Carried orders(carried);
  pegs_.reserve(pegs.size());
  for (const KeptPeg& peg : pegs) {
    if (const std::optional<Left> told = orders.told(peg)) pegs_.push_back(*told);
  }
  std::stable_sort(pegs_.begin(), pegs_.end(),
                   [](const Left& a, const Left& b) { return demand_of(a) < demand_of(b); });
}

std::span<KeptPegs::Left> KeptPegs::of(const Requirement& want) {
  const auto wanted = std::make_tuple(want.demand, want.demand_index, want.line);
  const auto first =
      std::partition_point(pegs_.begin(), pegs_.end(), [&](const Left& peg) { return demand_of(peg) < wanted; });
  auto last = first;
  while (last != pegs_.end() && demand_of(*last) == wanted) ++last;
  return {first, last};
}

}  // namespace kilter::material
