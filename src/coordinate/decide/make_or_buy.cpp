#include "coordinate/decide/make_or_buy.hpp"

#include <utility>

namespace kilter::coordinate {

void choose_make_or_buy(const model::Plant& plant, int trials, Cancel cancel, Proposal& best) {
  for (const model::ItemId id : base::ids_of(plant.items)) {
    const model::Item& item = plant.items[id];
    if (item.source != model::Source::both || item.offers.empty()) continue;
    if (trials-- <= 0 || cancelled(cancel)) return;
    AllocationOrder allocation = best.allocation;
    allocation.bought.push_back(id);
    Proposal other = propose(plant, allocation, Effort::one_policy, cancel);
    if (better(plant, other, best)) best = std::move(other);
  }
}

}  // namespace kilter::coordinate
