#include "coordinate/explain/needs.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "material/network/route_times.hpp"
#include "plan/peg_index.hpp"

namespace kilter::coordinate {
namespace {

using plan::DemandKind;
using plan::PegId;
using time::Tick;

// From those who want to those who are wanted: an order is looked at when all that it serves have been. Every wish can
// only be for the same date as before or an earlier one, so the needs can be lowered in place.
class Needs {
 public:
  Needs(const model::Plant& plant, plan::Plan& plan)
      : plant_(plant),
        plan_(plan),
        pegs_(plant, plan),
        routes_(plant),
        waits_for_(plan.production_orders.size(), 0),
        wanted_(plan.placements.size(), time::kNever) {}

  void settle() {
    for (const plan::ProductionOrderId id : base::ids_of(plan_.production_orders)) {
      for (const PegId peg : pegs_.out_of(id)) {
        if (plan_.pegs[peg].demand == DemandKind::placement) ++waits_for_[id.index()];
      }
      if (waits_for_[id.index()] == 0) ready_.push_back(id);
    }
    while (!ready_.empty()) {
      const plan::ProductionOrderId id = ready_.back();
      ready_.pop_back();
      plan::ProductionOrder& order = plan_.production_orders[id];
      lower(order.need, pegs_.out_of(id));
      ask_for_components(order);
    }
    for (const plan::PurchaseId id : base::ids_of(plan_.purchases)) lower(plan_.purchases[id].need, pegs_.out_of(id));
  }

 private:
  void lower(Tick& need, std::span<const PegId> served) const {
    for (const PegId id : served) {
      const plan::Peg& peg = plan_.pegs[id];
      if (peg.demand == DemandKind::order) {
        const model::CustomerOrder& order = plant_.orders[model::OrderId(peg.demand_index)];
        need = std::min(need, material::earlier(plant_.frame.tick(order.due()), plant_.policy.delivery_buffer.count()));
      } else if (peg.demand == DemandKind::placement) {
        need = std::min(need, wanted_[peg.demand_index]);
      }
    }
  }

  void ask_for_components(const plan::ProductionOrder& order) {
    routes_.latest_starts(order.item, order.quantity, order.need, starts_);
    for (const plan::PlacementId id : order.placements) {
      const plan::Placement& placement = plan_.placements[id];
      const bool pinned = placement.status == model::WorkStatus::pinned;
      wanted_[id.index()] =
          pinned ? pinned_at(order, placement.operation) : starts_[id.index() - (*order.placements.begin()).index()];
      for (const PegId peg : pegs_.into(id)) count_off(plan_.pegs[peg]);
    }
  }

  // The schedule may have moved the start within what the pin leaves open; the pin itself stands in the plant.
  [[nodiscard]] Tick pinned_at(const plan::ProductionOrder& order, model::OperationId operation) const {
    for (const model::OperationProgress& step : plant_.production_orders[order.open].progress) {
      if (step.operation == operation) return plant_.frame.tick(step.start);
    }
    return time::kNever;
  }

  void count_off(const plan::Peg& peg) {
    if (peg.supply != plan::SupplyKind::production) return;
    if (--waits_for_[peg.supply_index] == 0) ready_.emplace_back(peg.supply_index);
  }

  const model::Plant& plant_;
  plan::Plan& plan_;
  const plan::PegIndex pegs_;
  const material::RouteTimes routes_;
  std::vector<std::uint32_t> waits_for_;        // by production order: pegs to operations of orders not looked at yet
  std::vector<plan::ProductionOrderId> ready_;  // all that they serve have been looked at
  std::vector<Tick> wanted_;                    // by placement
  std::vector<Tick> starts_;
};

}  // namespace

void settle_needs(const model::Plant& plant, plan::Plan& plan) { Needs(plant, plan).settle(); }

}  // namespace kilter::coordinate
