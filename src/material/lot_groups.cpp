#include "material/lot_groups.hpp"

namespace kilter::material {

void LotGroups::set_apart(std::span<const model::ItemId> items, std::span<const OrderPart> orders) {
  ++last_;
  for (const model::ItemId item : items) {
    for (const OrderPart& order : orders) groups_[{item, order}] = last_;
  }
}

bool LotGroups::divides(model::ItemId item) const {
  const auto first = groups_.lower_bound({item, {.order = model::OrderId(0)}});
  return first != groups_.end() && first->first.first == item;
}

std::uint32_t LotGroups::of(model::ItemId item, OrderPart order) const {
  if (groups_.empty()) return 0;
  const auto found = groups_.find({item, order});
  return found == groups_.end() ? 0 : found->second;
}

}  // namespace kilter::material
