#include "coordinate/live/published.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace kilter::coordinate {
namespace {

using time::Tick;

template <class Id, class T>
base::IndexedVector<Id, Id> by_name(const base::IndexedVector<Id, T>& before, const base::IndexedVector<Id, T>& now) {
  base::IndexedVector<Id, Id> map(before.size());
  std::unordered_map<std::string_view, Id> named;
  for (const Id id : base::ids_of(now)) {
    if (id.index() < before.size() && before[id].id == now[id].id) {
      map[id] = id;
    } else {
      named.emplace(now[id].id, id);
    }
  }
  for (const Id id : base::ids_of(before)) {
    const auto found = map[id].valid() ? named.end() : named.find(before[id].id);
    if (found != named.end()) map[id] = found->second;
  }
  return map;
}

}  // namespace

Counterparts::Counterparts(const model::Plant& before, const model::Plant& now)
    : orders_(by_name(before.orders, now.orders)),
      open_(by_name(before.production_orders, now.production_orders)),
      operations_(before.operations.size()),
      units_(by_name(before.work_units, now.work_units)),
      people_(by_name(before.people, now.people)),
      tools_(by_name(before.tools, now.tools)),
      calendars_(by_name(before.calendars, now.calendars)),
      items_(by_name(before.items, now.items)),
      purchases_(by_name(before.purchase_orders, now.purchase_orders)),
      stock_(before.stock.size()),
      lines_(before.bom_lines.size()),
      shift_((before.policy.origin - now.policy.origin).count()) {
  match_operations(before, now);
  match_lines(before, now);
  match_stock(before, now);
}

void Counterparts::match_operations(const model::Plant& before, const model::Plant& now) {
  for (const model::ItemId id : base::ids_of(before.items)) {
    if (!items_[id].valid()) continue;
    const auto operations = now.items[items_[id]].operations;
    for (const model::OperationId old : before.items[id].operations) {
      for (const model::OperationId operation : operations) {
        if (before.operations[old].id == now.operations[operation].id) operations_[old] = operation;
      }
    }
  }
}

// By component and operation; several alike in their order.
void Counterparts::match_lines(const model::Plant& before, const model::Plant& now) {
  std::vector<bool> taken(now.bom_lines.size(), false);
  for (const model::ItemId id : base::ids_of(before.items)) {
    if (!items_[id].valid()) continue;
    for (const model::BomLineId old : before.items[id].bom) {
      for (const model::BomLineId line : now.items[items_[id]].bom) {
        const bool same = now.bom_lines[line].component == items_[before.bom_lines[old].component] &&
                          now.bom_lines[line].operation == operation(before.bom_lines[old].operation);
        if (!same || taken[line.index()]) continue;
        taken[line.index()] = true;
        lines_[old] = line;
        break;
      }
    }
  }
}

void Counterparts::match_stock(const model::Plant& before, const model::Plant& now) {
  using Key =
      std::tuple<std::string_view, std::string_view, std::string_view, std::string_view, std::optional<time::Instant>>;
  const auto key_of = [](const model::Plant& plant, const model::Stock& lot) -> Key {
    const std::string_view location = lot.location.valid() ? std::string_view(plant.locations[lot.location].id) : "";
    return {plant.items[lot.item].id, plant.sites[lot.site].id, location, lot.lot, lot.expiry};
  };
  std::map<Key, std::deque<model::StockId>> lots;
  for (const model::StockId id : base::ids_of(now.stock)) lots[key_of(now, now.stock[id])].push_back(id);
  for (const model::StockId id : base::ids_of(before.stock)) {
    const auto found = lots.find(key_of(before, before.stock[id]));
    if (found == lots.end() || found->second.empty()) continue;
    stock_[id] = found->second.front();
    found->second.pop_front();
  }
}

Tick Counterparts::tick(Tick published) const {
  if (published == time::kNever || published <= time::kLongAgo) return published;
  return static_cast<Tick>(std::clamp<std::int64_t>(published + shift_, time::kLongAgo, time::kNever));
}

PublishedWork::PublishedWork(const Published& published, const Counterparts& counterparts, const model::Plant& now,
                             const plan::Plan& plan)
    : before_(plan.placements.size()) {
  std::vector<const plan::ProductionOrder*> known(now.production_orders.size(), nullptr);
  for (const plan::ProductionOrder& order : published.plan.production_orders) {
    const model::OpenProductionOrderId open = counterparts.open(order.open);
    if (open.valid()) known[open.index()] = &order;
  }
  for (const plan::ProductionOrder& order : plan.production_orders) {
    const plan::ProductionOrder* const old = order.open.valid() ? known[order.open.index()] : nullptr;
    if (old == nullptr || counterparts.item(old->item) != order.item) continue;
    for (const plan::PlacementId id : old->placements) {
      const model::OperationId operation = counterparts.operation(published.plan.placements[id].operation);
      for (const plan::PlacementId today : order.placements) {
        if (operation.valid() && plan.placements[today].operation == operation) before_[today.index()] = id;
      }
    }
  }
}

}  // namespace kilter::coordinate
