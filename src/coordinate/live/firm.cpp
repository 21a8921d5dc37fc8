#include "coordinate/live/firm.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "coordinate/explain/wanted_dates.hpp"
#include "coordinate/finish.hpp"
#include "model/builder.hpp"

namespace kilter::coordinate {
namespace {

using plan::ProductionOrderId;
using time::kNever;
using time::Tick;

constexpr std::string_view kPrefix = "MO-";

// The number in "MO-17"; 0 for any other id.
std::uint64_t number_of(std::string_view id) {
  if (id.substr(0, kPrefix.size()) != kPrefix) return 0;
  std::uint64_t number = 0;
  const char* const end = id.data() + id.size();
  const auto [rest, fault] = std::from_chars(id.data() + kPrefix.size(), end, number);
  return rest == end && fault == std::errc{} ? number : 0;
}

// Ids of the open orders that the plan carries on.
std::set<std::string_view> carried_on(const model::Plant& plant, const plan::Plan& plan) {
  std::set<std::string_view> ids;
  for (const plan::ProductionOrder& order : plan.production_orders) {
    if (order.open.valid()) ids.insert(plant.production_orders[order.open].id);
  }
  return ids;
}

// When the first that a production order serves wants it, safety stock only when there is nobody else.
std::vector<Tick> wanted_dates(const model::Plant& plant, const plan::Plan& plan) {
  std::vector<Tick> dates(plan.production_orders.size(), kNever);
  WantedDates wanted(plant, plan);
  for (const plan::Peg& peg : plan.pegs) {
    if (peg.supply != plan::SupplyKind::production || peg.demand == plan::DemandKind::safety_stock) continue;
    dates[peg.supply_index] = std::min(dates[peg.supply_index], wanted.by(peg));
  }
  for (const ProductionOrderId id : base::ids_of(plan.production_orders)) {
    const plan::ProductionOrder& order = plan.production_orders[id];
    Tick& date = dates[id.index()];
    if (date == kNever) date = order.need == kNever ? order.end : order.need;
    date = std::max(date, plant.span_begin);
  }
  return dates;
}

FirmOrder described(const model::Plant& plant, const plan::Plan& plan, ProductionOrderId id, Tick due) {
  const plan::ProductionOrder& order = plan.production_orders[id];
  return {.id = {},
          .item = plant.items[order.item].id,
          .site = plant.sites[order.site].id,
          .for_order = order.for_order.valid() ? plant.orders[order.for_order].id : std::string(),
          .quantity = order.quantity,
          .due = plant.frame.instant(due),
          .in_plan = id};
}

// The ids of earlier orders, given out once each to orders like them.
class EarlierIds {
 public:
  EarlierIds(std::span<const FirmOrder> earlier, const std::set<std::string_view>& in_use) {
    for (const FirmOrder& order : earlier) {
      if (!in_use.contains(order.id)) ids_[key_of(order)].emplace_back(order.due, order.id);
    }
    for (auto& [key, ids] : ids_) std::sort(ids.rbegin(), ids.rend());  // those wanted first are taken from the back
  }

  // Empty when there is none left.
  std::string take(const FirmOrder& order) {
    const auto found = ids_.find(key_of(order));
    if (found == ids_.end() || found->second.empty()) return {};
    std::string id(found->second.back().second);
    found->second.pop_back();
    return id;
  }

 private:
  using Key = std::tuple<std::string_view, std::string_view, std::string_view, base::Quantity>;
  static Key key_of(const FirmOrder& order) { return {order.item, order.site, order.for_order, order.quantity}; }

  std::map<Key, std::vector<std::pair<time::Instant, std::string_view>>> ids_;
};

void give_ids(std::span<const FirmOrder> earlier, const std::set<std::string_view>& in_use, OrderNumbers& numbers,
              std::vector<FirmOrder>& orders) {
  EarlierIds ids(earlier, in_use);
  std::vector<FirmOrder*> by_due;
  for (FirmOrder& order : orders) by_due.push_back(&order);
  std::stable_sort(by_due.begin(), by_due.end(),
                   [](const FirmOrder* a, const FirmOrder* b) { return a->due < b->due; });
  for (FirmOrder* order : by_due) order->id = ids.take(*order);
  for (FirmOrder& order : orders) {
    if (order.id.empty()) order.id = numbers.next();
  }
}

// What hangs on a production order that is not in the table any more.
void drop_strays(model::PlantDraft& draft) {
  std::set<std::string_view> known;
  for (const model::ProductionOrderRow& row : draft.production_orders) known.insert(row.id.view());
  std::erase_if(draft.progress, [&](const auto& row) { return !known.contains(row.production_order.view()); });
  std::erase_if(draft.clearances, [&](const auto& row) {
    return !row.production_order.empty() && !known.contains(row.production_order.view());
  });
}

}  // namespace

OrderNumbers OrderNumbers::after(const model::Plant& plant, std::uint64_t last) {
  for (const model::OpenProductionOrder& order : plant.production_orders) last = std::max(last, number_of(order.id));
  return OrderNumbers(last);
}

std::vector<FirmOrder> firm_orders(const model::Plant& plant, const plan::Plan& plan,
                                   std::span<const FirmOrder> earlier, OrderNumbers& numbers) {
  const std::vector<Tick> dates = wanted_dates(plant, plan);
  std::vector<FirmOrder> orders;
  for (const ProductionOrderId id : base::ids_of(plan.production_orders)) {
    if (!plan.production_orders[id].open.valid()) orders.push_back(described(plant, plan, id, dates[id.index()]));
  }
  give_ids(earlier, carried_on(plant, plan), numbers, orders);
  return orders;
}

model::PlantDraft with_firm_orders(const model::PlantDraft& draft, const model::Plant& plant, const plan::Plan& plan,
                                   std::span<const FirmOrder> orders) {
  model::PlantDraft published = draft;
  const std::set<std::string_view> kept = carried_on(plant, plan);
  std::erase_if(published.production_orders, [&](const model::ProductionOrderRow& row) {
    return row.status == model::SupplyStatus::planned && !kept.contains(row.id.view());
  });
  drop_strays(published);
  for (const FirmOrder& order : orders) {
    published.production_orders.push_back({.id = published.keep(order.id),
                                           .item = published.keep(order.item),
                                           .site = published.keep(order.site),
                                           .quantity = order.quantity,
                                           .status = model::SupplyStatus::planned,
                                           .due = order.due,
                                           .for_order = published.keep(order.for_order)});
  }
  return published;
}

model::PlantDraft live_draft(model::PlantDraft draft) {
  for (model::ProductionOrderRow& row : draft.production_orders) {
    if (row.status == model::SupplyStatus::planned) row.status = model::SupplyStatus::firm;
  }
  return draft;
}

plan::Plan as_published(const model::Plant& plant, plan::Plan plan, std::span<const FirmOrder> orders,
                        const model::Plant& live) {
  std::unordered_map<std::string_view, model::OpenProductionOrderId> open;
  for (const model::OpenProductionOrderId id : base::ids_of(live.production_orders)) {
    open.emplace(live.production_orders[id].id, id);
  }
  for (plan::ProductionOrder& order : plan.production_orders) {
    if (order.open.valid()) order.open = open.at(plant.production_orders[order.open].id);
  }
  for (const FirmOrder& order : orders) {
    plan::ProductionOrder& made = plan.production_orders[order.in_plan];
    made.open = open.at(order.id);
    if (made.need == kNever) made.need = live.frame.tick(order.due);  // nobody's part of an economic lot
  }
  explain_plan(live, plan);
  return plan;
}

base::Result<Firmed> firm(const model::PlantDraft& draft, const model::Plant& plant, const plan::Plan& plan,
                          std::span<const FirmOrder> earlier, OrderNumbers& numbers) {
  Firmed firmed;
  firmed.orders = firm_orders(plant, plan, earlier, numbers);
  firmed.draft = with_firm_orders(draft, plant, plan, firmed.orders);
  base::Result<model::Plant> live = model::build(live_draft(firmed.draft));
  if (!live) return base::Result<Firmed>::failure(live.error());
  firmed.live = std::move(live).value();
  firmed.plan = as_published(plant, plan, firmed.orders, firmed.live);
  return firmed;
}

}  // namespace kilter::coordinate
