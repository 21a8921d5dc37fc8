#include "plan/peg_index.hpp"

namespace kilter::plan {
namespace {

constexpr std::uint32_t kElsewhere = 0xFFFF'FFFF;

std::uint32_t demand_key(const Peg& peg, DemandKind kind) { return peg.demand == kind ? peg.demand_index : kElsewhere; }
std::uint32_t supply_key(const Peg& peg, SupplyKind kind) { return peg.supply == kind ? peg.supply_index : kElsewhere; }

}  // namespace

template <class Key>
PegIndex::Groups::Groups(const Plan& plan, std::size_t size, Key key) : begin_(size + 1, 0) {
  for (const Peg& peg : plan.pegs) {
    const std::uint32_t at = key(peg);
    if (at != kElsewhere) ++begin_[at + 1];
  }
  for (std::size_t i = 0; i < size; ++i) begin_[i + 1] += begin_[i];
  pegs_.resize(begin_[size]);
  std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
  for (const PegId id : base::ids_of(plan.pegs)) {
    const std::uint32_t at = key(plan.pegs[id]);
    if (at != kElsewhere) pegs_[next[at]++] = id;
  }
}

PegIndex::PegIndex(const model::Plant& plant, const Plan& plan)
    : into_placement_(plan, plan.placements.size(),
                      [](const Peg& peg) { return demand_key(peg, DemandKind::placement); }),
      into_order_(plan, plant.orders.size(), [](const Peg& peg) { return demand_key(peg, DemandKind::order); }),
      out_of_production_(plan, plan.production_orders.size(),
                         [](const Peg& peg) { return supply_key(peg, SupplyKind::production); }),
      out_of_purchase_(plan, plan.purchases.size(),
                       [](const Peg& peg) { return supply_key(peg, SupplyKind::purchase); }) {}

}  // namespace kilter::plan
