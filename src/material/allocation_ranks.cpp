#include <algorithm>
#include <tuple>

#include "material/explode.hpp"
#include "plan/penalty.hpp"

namespace kilter::material {
namespace {

// What the rule looks at first; smaller goes first.
std::int64_t first_key(const model::Plant& plant, const model::CustomerOrder& order, AllocationRule rule) {
  switch (rule) {
    case AllocationRule::due_date: return 0;
    case AllocationRule::priority_then_due: return -std::int64_t{order.priority};
    case AllocationRule::penalty_then_due: return -plan::penalty_per_day(plant, order).raw();
    case AllocationRule::small_first: return order.quantity.raw();
  }
  return 0;
}

}  // namespace

std::vector<std::uint32_t> allocation_ranks(const model::Plant& plant, AllocationRule rule) {
  struct Entry {
    std::int64_t first;
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
