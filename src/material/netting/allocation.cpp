#include "material/netting/allocation.hpp"

#include <algorithm>
#include <numeric>

namespace kilter::material {

using base::Quantity;
using time::kNever;

void peg(Supply& supply, Quantity quantity, Requirement& requirement, PegList& pegs) {
  pegs.push_back({.supply = supply.kind,
                  .demand = requirement.demand,
                  .supply_index = supply.index,
                  .demand_index = requirement.demand_index,
                  .line = requirement.line,
                  .quantity = quantity});
  supply.left -= quantity;
  supply.first_need = std::min(supply.first_need, requirement.need);
  if (supply.reserved.valid() && requirement.order == supply.reserved) supply.serves_reserved = true;
  if (requirement.rank < supply.rank) {
    supply.rank = requirement.rank;
    supply.order = requirement.order;
    supply.part = requirement.part;
  }
}

Allocation::Allocation(std::span<Supply> supplies, PegList& pegs) : supplies_(supplies), pegs_(pegs) {
  for (std::uint32_t k = 0; k < supplies.size(); ++k) {
    if (!supplies[k].left.positive()) continue;
    (supplies[k].expiry == kNever ? plain_ : perishable_).push_back(k);
    if (supplies[k].reserved.valid()) reserved_.push_back(k);
  }
  std::stable_sort(perishable_.begin(), perishable_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return supplies_[a].expiry < supplies_[b].expiry; });
  std::stable_sort(reserved_.begin(), reserved_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return supplies_[a].reserved < supplies_[b].reserved; });
  next_.resize(plain_.size() + 1);
  std::iota(next_.begin(), next_.end(), 0U);
  before_ = next_;
}

void Allocation::take(Supply& supply, Wish wish) {
  const Quantity quantity = std::min(supply.left, wish.requirement.quantity);
  if (!quantity.positive()) return;
  peg(supply, quantity, wish.requirement, pegs_);
  wish.requirement.quantity -= quantity;
}

std::size_t Allocation::next_live(std::size_t position) {
  while (position < plain_.size() && supplies_[plain_[position]].left.is_zero()) {
    const std::size_t ahead = std::max<std::size_t>(next_[position], position + 1);
    next_[position] = next_[ahead] > ahead ? next_[ahead] : static_cast<std::uint32_t>(ahead);
    position = ahead;
  }
  return position;
}

std::size_t Allocation::live_before(std::size_t position) {
  while (position > 0 && supplies_[plain_[position - 1]].left.is_zero()) {
    const std::size_t back = std::min<std::size_t>(before_[position], position - 1);
    before_[position] = before_[back] < back ? before_[back] : static_cast<std::uint32_t>(back);
    position = back;
  }
  return position;
}

std::size_t Allocation::in_time(Tick wanted) const {
  const auto late =
      std::partition_point(plain_.begin(), plain_.end(), [&](std::uint32_t k) { return supplies_[k].at <= wanted; });
  return static_cast<std::size_t>(late - plain_.begin());
}

void Allocation::take_perishable(Wish wish, Tick by) {
  auto lot = std::partition_point(perishable_.begin(), perishable_.end(),
                                  [&](std::uint32_t k) { return supplies_[k].expiry <= wish.consumed; });
  for (; lot != perishable_.end() && wish.requirement.quantity.positive(); ++lot) {
    if (supplies_[*lot].at <= by && supplies_[*lot].at < supplies_[*lot].expiry) take(supplies_[*lot], wish);
  }
}

void Allocation::take_late(Wish wish) {
  take_perishable(wish, wish.patience);
  std::size_t position = next_live(in_time(wish.requirement.wanted()));
  while (wish.requirement.quantity.positive() && position < plain_.size()) {
    if (supplies_[plain_[position]].at > wish.patience) return;
    take(supplies_[plain_[position]], wish);
    position = next_live(position);
  }
}

void Allocation::take_reserved(Wish wish) {
  const model::OrderId order = wish.requirement.order;
  if (!order.valid()) return;
  auto own = std::partition_point(reserved_.begin(), reserved_.end(),
                                  [&](std::uint32_t k) { return supplies_[k].reserved < order; });
  for (; own != reserved_.end() && supplies_[*own].reserved == order; ++own) {
    if (supplies_[*own].expiry > wish.consumed) take(supplies_[*own], wish);
  }
}

void Allocation::take_earliest(Wish wish) {
  take_perishable(wish, wish.requirement.wanted());
  const std::size_t end = in_time(wish.requirement.wanted());
  for (std::size_t k = next_live(0); wish.requirement.quantity.positive() && k < end; k = next_live(k)) {
    take(supplies_[plain_[k]], wish);
  }
  take_late(wish);
}

void Allocation::take_latest(Wish wish) {
  take_perishable(wish, wish.requirement.wanted());
  std::size_t k = live_before(in_time(wish.requirement.wanted()));
  for (; wish.requirement.quantity.positive() && k > 0; k = live_before(k)) take(supplies_[plain_[k - 1]], wish);
  take_late(wish);
}

Quantity Allocation::obtainable(Wish wish) const {
  Quantity sum;
  for (const Supply& supply : supplies_) {
    if (supply.at <= wish.patience && supply.expiry > wish.consumed && supply.expiry > supply.at) sum += supply.left;
  }
  return sum;
}

}  // namespace kilter::material
