// A plant with nothing but one site, items to buy and vendors, for tests: days of 24 hours in UTC, the origin on a
// Monday.
#pragma once

#include <string>
#include <vector>

#include "material/explode.hpp"
#include "model/plant.hpp"

namespace kilter::sourcing::testing {

using base::Money;
using base::Quantity;
using base::Ratio;
using base::UnitPrice;
using time::Tick;

inline constexpr Tick kDay = 86'400;

struct OfferTerms {
  std::int64_t price = 100;  // cents per unit
  Tick lead_days = 0;
  std::int64_t order_cost = 0;  // cents
  std::int64_t minimum = 0;
  std::int64_t multiple = 0;
  std::int64_t maximum = 0;
  std::vector<std::pair<std::int64_t, std::int64_t>> breaks;  // from quantity, cents per unit
};

class BuyingPlant {
 public:
  // A unit of every item costs `holding` cents per day to hold.
  explicit BuyingPlant(Tick days = 140, std::int64_t holding = 20) : holding_(holding) {
    plant.policy.horizon = plant.frame.instant(days * kDay);
    plant.policy.holding_per_year = Ratio::micros(200'000);
    plant.span_end = 2 * days * kDay;
    std::vector<Tick> midnights;
    for (Tick t = 0; t < plant.span_end; t += kDay) midnights.push_back(t);
    plant.days = time::LocalDays(midnights, 0);
    site = plant.sites.push_back({"works", "Works"});
  }

  model::VendorId vendor(std::int64_t per_week = 0) {
    model::Vendor made;
    made.id = "vendor " + std::to_string(plant.vendors.size());
    made.capacity_per_week = Quantity::units(per_week);
    return plant.vendors.push_back(made);
  }

  // Offers of an item must follow the item at once.
  model::ItemId item() {
    model::Item made;
    made.cost = UnitPrice::micros(holding_ * 365 * 5 * 10'000);  // 20 % a year of it / 365 = holding_
    made.offers = base::IdRange(plant.offers.next_id(), plant.offers.next_id());
    return plant.items.push_back(made);
  }

  model::OfferId offer(model::ItemId item, model::VendorId vendor, const OfferTerms& terms) {
    model::Offer made;
    made.item = item;
    made.vendor = vendor;
    made.prices.push_back({Quantity::zero(), UnitPrice::micros(terms.price * 10'000)});
    for (const auto& [from, price] : terms.breaks) {
      made.prices.push_back({Quantity::units(from), UnitPrice::micros(price * 10'000)});
    }
    made.minimum = Quantity::units(terms.minimum);
    made.multiple = Quantity::units(terms.multiple);
    made.maximum = Quantity::units(terms.maximum);
    made.lead_time = time::Duration(terms.lead_days * kDay);
    made.order_cost = Money::minor(terms.order_cost);
    const model::OfferId id = plant.offers.push_back(made);
    model::Item& bought = plant.items[item];
    bought.offers = base::IdRange(*bought.offers.begin(), plant.offers.next_id());
    return id;
  }

  model::OrderId order(std::int64_t penalty_per_day) {
    model::CustomerOrder made;
    made.penalty_per_day = Money::minor(penalty_per_day);
    return plant.orders.push_back(made);
  }

  // Appends; call in the order of items, ranks and needs.
  void need(model::ItemId item, std::int64_t units, Tick day, std::uint32_t rank, model::OrderId order = {}) {
    needs.push_back({.item = item,
                     .site = site,
                     .quantity = Quantity::units(units),
                     .need = day * kDay,
                     .rank = rank,
                     .demand = order.valid() ? plan::DemandKind::order : plan::DemandKind::safety_stock,
                     .demand_index = order.valid() ? order.index() : item.index(),
                     .line = {},
                     .order = order});
  }

  void cap(model::AccountKind kind, Tick from_day, Tick until_day, std::int64_t cents) {
    const model::AccountId account = plant.accounts.push_back({.id = "account", .name = "", .kind = kind});
    plant.budgets.push_back({.account = account,
                             .from = plant.frame.instant(from_day * kDay),
                             .until = plant.frame.instant(until_day * kDay),
                             .soft_cap = {},
                             .hard_cap = Money::minor(cents),
                             .spent = {},
                             .committed = {}});
  }

  model::Plant plant;
  model::SiteId site;
  std::vector<material::PurchaseNeed> needs;

 private:
  std::int64_t holding_;
};

}  // namespace kilter::sourcing::testing
