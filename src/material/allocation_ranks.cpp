#include <algorithm>
#include <tuple>

#include "material/explode.hpp"
#include "plan/penalty.hpp"

namespace kilter::material {
namespace {

using Key = std::pair<std::int64_t, std::int64_t>;

// What the rule looks at first and second; smaller goes first.
Key first_key(const model::Plant& plant, const model::CustomerOrder& order, AllocationRule rule) {
  switch (rule) {
    case AllocationRule::due_date:
      return {};
    case AllocationRule::priority_then_due:
      return {-std::int64_t{order.priority}, 0};
    case AllocationRule::priority_then_small:
      return {-std::int64_t{order.priority}, order.quantity.raw()};
    case AllocationRule::penalty_then_due:
      return {-plan::penalty_per_day(plant, order).raw(), 0};
    case AllocationRule::penalty_per_unit:
      return {-base::saturated(base::wide_mul_div_round(plan::penalty_per_day(plant, order).raw(),
                                                        base::kMicro * base::kMicro,
                                                        std::max<std::int64_t>(order.quantity.raw(), 1))),
              0};
    case AllocationRule::small_first:
      return {order.quantity.raw(), 0};
  }
  return {};
}

}  // namespace

std::vector<std::uint32_t> allocation_ranks(const model::Plant& plant, AllocationRule rule) {
  struct Entry {
    Key first;
    model::Instant due;
    std::int32_t urgency;
    std::uint32_t order;
  };
  std::vector<Entry> entries;
  entries.reserve(plant.orders.size());
  for (const model::OrderId id : base::ids_of(plant.orders)) {
    const model::CustomerOrder& order = plant.orders[id];
    entries.push_back({first_key(plant, order, rule), order.due(), -order.priority, id.index()});
  }
  const auto key = [](const Entry& e) { return std::tie(e.first, e.due, e.urgency, e.order); };
  std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) { return key(a) < key(b); });
  std::vector<std::uint32_t> ranks(entries.size());
  for (std::uint32_t rank = 0; rank < entries.size(); ++rank) ranks[entries[rank].order] = rank;
  return ranks;
}

}  // namespace kilter::material
