// Tiny plants under hard caps, for tests: few enough orders that every subset of them can be planned by itself.
#pragma once

#include <string>
#include <vector>

#include "base/random.hpp"
#include "coordinate/workshop.hpp"

namespace kilter::coordinate {

enum class Capped : std::uint8_t { purchases, machines, both };

// Three to five orders of two products, each of one or two bought components, and two or three periods of money that
// together last until the horizon: in each a random part of what all orders would cost.
struct TinyCaps {
  Workshop workshop;

  TinyCaps(std::uint64_t seed, Capped capped) {
    base::Random random(seed);
    add_products(random);
    add_orders(random);
    add_budgets(random, capped);
  }

  // With these orders only, one bit each, and `more` on top of every cap.
  [[nodiscard]] model::Plant only(std::uint32_t orders, base::Money more = {}) const {
    Workshop some = workshop;
    some.draft.orders.clear();
    for (std::size_t i = 0; i < workshop.draft.orders.size(); ++i) {
      if ((orders >> i & 1U) != 0) some.draft.orders.push_back(workshop.draft.orders[i]);
    }
    for (model::BudgetRow& budget : some.draft.budgets) budget.hard_cap = *budget.hard_cap + more;
    return some.build();
  }
  [[nodiscard]] std::uint32_t all() const { return (1U << workshop.draft.orders.size()) - 1U; }

 private:
  static constexpr std::int64_t kDays = 42;

  void add_products(base::Random& random) {
    model::PlantDraft& draft = workshop.draft;
    draft.plant.horizon = Workshop::monday() + time::Duration(kDays * 24 * kHour);
    draft.work_units[0].cost_per_hour = base::HourlyRate::micros(20'000'000);
    draft.items.push_back({.id = "shelf", .source = model::Source::make});
    draft.items.push_back({.id = "screw"});
    draft.operations.push_back(
        {.item = "shelf", .operation = "10", .work_centre = "sawing", .run_per_unit = time::Duration(2 * kHour)});
    draft.boms.push_back({.item = "shelf", .component = "screw", .quantity = base::Quantity::units(1)});
    draft.boms.push_back({.item = "shelf", .component = "board", .quantity = base::Quantity::units(1)});
    if (random.chance(0.5)) {
      draft.boms.push_back({.item = "table", .component = "screw", .quantity = base::Quantity::units(1)});
    }
    draft.offers[0].price = base::UnitPrice::micros(random.between(1, 6) * 10'000'000);
    draft.offers[0].lead_time = time::Duration(random.between(1, 9) * 24 * kHour);
    draft.offers.push_back({.vendor = "mill",
                            .item = "screw",
                            .price = base::UnitPrice::micros(random.between(1, 6) * 10'000'000),
                            .lead_time = time::Duration(random.between(1, 9) * 24 * kHour)});
    if (random.chance(0.3)) {
      draft.items[1].lot_policy = model::LotPolicy::period;
      draft.items[1].lot_days = 14;
    }
    if (random.chance(0.3)) draft.items[1].shelf_life = time::Duration(random.between(3, 10) * 24 * kHour);
    if (random.chance(0.3)) draft.items[3].shelf_life = time::Duration(random.between(3, 10) * 24 * kHour);
    if (random.chance(0.2)) draft.offers[0].minimum = base::Quantity::units(4);
    if (random.chance(0.3)) draft.offers[0].order_cost = base::Money::minor(30'00);
    if (random.chance(0.2)) {
      draft.price_breaks.push_back({.vendor = "mill",
                                    .item = "board",
                                    .from_quantity = base::Quantity::units(6),
                                    .price = base::UnitPrice::micros(draft.offers[0].price.raw() / 2)});
    }
  }

  void add_orders(base::Random& random) {
    const std::int64_t count = random.between(3, 5);
    const bool urgent_ones = random.chance(0.5);
    for (std::int64_t i = 0; i < count; ++i) {
      workshop.order("", random.between(1, 6), static_cast<time::Tick>(random.between(3, 35) * 24 * kHour));
      model::OrderRow& order = workshop.draft.orders.back();
      order.id = workshop.draft.keep("O" + std::to_string(i));
      if (random.chance(0.4)) order.item = "shelf";
      order.partial = random.chance(0.2);
      if (urgent_ones) order.priority = static_cast<std::int32_t>(random.between(1, 4));
    }
  }

  void add_budgets(base::Random& random, Capped capped) {
    model::PlantDraft& draft = workshop.draft;
    draft.accounts.push_back({.id = "goods", .kind = model::AccountKind::material});
    draft.accounts.push_back({.id = "hours", .kind = model::AccountKind::machine});
    const std::int64_t periods = random.between(2, 3);
    for (const char* account : {"goods", "hours"}) {
      const bool goods = std::string(account) == "goods";
      if (capped == (goods ? Capped::machines : Capped::purchases)) continue;
      for (std::int64_t period = 0; period < periods; ++period) {
        const std::int64_t cap = random.between(0, goods ? 900 : 300);
        draft.budgets.push_back(
            {.account = draft.keep(account),
             .from = Workshop::monday() + time::Duration(period * kDays / periods * 24 * kHour),
             .until = Workshop::monday() +
                      time::Duration((period + 1 == periods ? 1000 : (period + 1) * kDays / periods) * 24 * kHour),
             .hard_cap = base::Money::minor(cap * 100)});
      }
    }
  }
};

}  // namespace kilter::coordinate
