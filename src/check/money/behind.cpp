#include "check/money/behind.hpp"

namespace kilter::check {

Weights Behind::of(plan::ProductionOrderId id) {
  if (known_[id].state == State::unknown) find_out(id);
  Weights weights;
  const Known& known = known_[id];  // an order that feeds itself is nobody's: count is still 0
  for (std::size_t part = known.first; part < known.first + known.count; ++part) {
    weights[parts_[part].order] = parts_[part].units;
  }
  return weights;
}

Weights Behind::of(const plan::Peg& peg) {
  const std::int64_t units = peg.quantity.raw();
  if (peg.demand == plan::DemandKind::order) return {{model::OrderId(peg.demand_index), units}};
  if (peg.demand == plan::DemandKind::placement) {
    const Weights others = of(facts_.plan.placements[plan::PlacementId(peg.demand_index)].order);
    if (!others.empty()) return in_proportion(units, others);
  }
  return {{model::OrderId::none(), units}};
}

void Behind::find_out(plan::ProductionOrderId id) {
  known_[id].state = State::asked;
  Weights sum;
  std::int64_t unused = facts_.plan.production_orders[id].good.raw();
  for (const plan::PegId peg : facts_.supplied_by(plan::SupplyKind::production, id.index())) {
    for (const auto& [order, units] : of(facts_.plan.pegs[peg])) sum[order] += units;
    unused -= facts_.plan.pegs[peg].quantity.raw();
  }
  if (unused > 0) sum[model::OrderId::none()] += unused;
  known_[id] = {.state = State::known, .first = parts_.size()};
  for (const auto& [order, units] : sum) {
    if (units <= 0) continue;
    parts_.push_back({order, static_cast<std::int64_t>(units)});
    ++known_[id].count;
  }
}

}  // namespace kilter::check
