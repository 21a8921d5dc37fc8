// Small plants in days, for worked examples in tests: one site, round the clock, today = day 0, lead times in days.
//
//   WorkedPlant worked;
//   worked.make("A", 1).lot_policy = LotPolicy::fixed;      // made by waiting one day
//   worked.buy("B", 3);                                     // one vendor, three days
//   worked.bom("A", "B", 2);
//   worked.order("A", 10, 5);                               // 10 on day 5
//   const model::Plant plant = worked.build();
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "base/require.hpp"
#include "material/explode.hpp"
#include "model/builder.hpp"
#include "model/draft.hpp"

namespace kilter::material {

inline constexpr time::Tick kDay = 86'400;

class WorkedPlant {
 public:
  WorkedPlant() {
    draft.plant.name = "worked example";
    draft.plant.origin = today();
    draft.plant.horizon = day(70);
    draft.sites.push_back({.id = "site"});
    draft.vendors.push_back({.id = "vendor"});
    draft.customers.push_back({.id = "customer"});
  }

  static model::Instant today() { return std::chrono::sys_days(std::chrono::year(2026) / 1 / 5); }
  static model::Instant day(int number) { return today() + std::chrono::days(number); }

  model::ItemRow& make(model::Text id, int lead_days) {
    draft.items.push_back({.id = id, .source = model::Source::make, .lead_time = std::chrono::days(lead_days)});
    return draft.items.back();
  }
  model::ItemRow& buy(model::Text id, int lead_days) {
    draft.items.push_back({.id = id, .source = model::Source::buy});
    offer(id, lead_days);
    return draft.items.back();
  }
  void offer(model::Text id, int lead_days) {
    draft.offers.push_back({.vendor = "vendor", .item = id, .lead_time = std::chrono::days(lead_days)});
  }
  model::BomRow& bom(model::Text item, model::Text component, int quantity) {
    draft.boms.push_back({.item = item, .component = component, .quantity = base::Quantity::units(quantity)});
    return draft.boms.back();
  }
  void substitute(model::Text item, model::Text component, model::Text other, base::Ratio ratio, int rank) {
    draft.substitutes.push_back(
        {.item = item, .component = component, .substitute = other, .ratio = ratio, .rank = rank});
  }
  model::StockRow& stock(model::Text item, int quantity) {
    draft.stock.push_back({.item = item, .quantity = base::Quantity::units(quantity)});
    return draft.stock.back();
  }
  model::OrderRow& order(model::Text item, int quantity, int due_day) {
    draft.orders.push_back({.id = draft.keep(std::to_string(draft.orders.size() + 1)),
                            .customer = "customer",
                            .item = item,
                            .quantity = base::Quantity::units(quantity),
                            .requested = day(due_day)});
    return draft.orders.back();
  }
  model::PurchaseOrderRow& purchase(model::Text item, int quantity, int current_day) {
    draft.purchase_orders.push_back(
        {.id = draft.keep("PO" + draft.keep(std::to_string(draft.purchase_orders.size())).str()),
         .vendor = "vendor",
         .item = item,
         .quantity = base::Quantity::units(quantity),
         .current = day(current_day)});
    return draft.purchase_orders.back();
  }
  model::ProductionOrderRow& production(model::Text item, int quantity, int due_day) {
    draft.production_orders.push_back(
        {.id = draft.keep("MO" + draft.keep(std::to_string(draft.production_orders.size())).str()),
         .item = item,
         .quantity = base::Quantity::units(quantity),
         .due = day(due_day)});
    return draft.production_orders.back();
  }

  [[nodiscard]] model::Plant build() const {
    auto built = model::build(draft);
    if (!built) {
      for (const base::Issue& issue : built.error()) ADD_FAILURE() << issue.message;
    }
    KILTER_REQUIRE(built.ok());
    return std::move(built).value();
  }

  model::PlantDraft draft;
};

inline model::ItemId item_named(const model::Plant& plant, const std::string& id) {
  for (const model::ItemId item : base::ids_of(plant.items)) {
    if (plant.items[item].id == id) return item;
  }
  KILTER_REQUIRE(false);
}

inline MaterialPlan explode_by_due_date(const model::Plant& plant) {
  return explode(plant, allocation_ranks(plant, AllocationRule::due_date));
}

// A row of an MRP table: day -> quantity.
using Row = std::map<int, int>;

// Planned order receipts of a made item (quantities started, on the day needed).
inline Row receipts(const model::Plant& plant, const MaterialPlan& plan, const std::string& item) {
  Row row;
  for (const plan::ProductionOrder& order : plan.production_orders) {
    if (order.item != item_named(plant, item) || order.open.valid()) continue;
    row[order.need / kDay] += static_cast<int>(order.quantity.raw() / base::kMicro);
  }
  return row;
}

// Needs of a bought item by the day they are wanted.
inline Row needs(const model::Plant& plant, const MaterialPlan& plan, const std::string& item) {
  Row row;
  for (const PurchaseNeed& need : plan.needs) {
    if (need.item != item_named(plant, item)) continue;
    row[need.need / kDay] += static_cast<int>(need.quantity.raw() / base::kMicro);
  }
  return row;
}

}  // namespace kilter::material
