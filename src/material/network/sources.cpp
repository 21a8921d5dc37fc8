#include "material/network/sources.hpp"

#include <algorithm>

#include "plan/work_content.hpp"

namespace kilter::material {
namespace {

using base::Quantity;
using model::ItemId;
using model::SiteId;
using time::kNever;

// Gross requirements without any netting, in units.
struct Gross {
  double quantity = 0;
  double count = 0;
  [[nodiscard]] Quantity average() const {
    if (count < 1) return Quantity::units(1);
    return Quantity::micros(static_cast<std::int64_t>(std::min(quantity / count * 1e6, 1e15)));
  }
};

std::vector<Gross> gross_requirements(const model::Plant& plant, const LowLevelCodes& codes) {
  std::vector<Gross> gross(plant.items.size());
  for (const model::CustomerOrder& order : plant.orders) {
    if (order.status != model::OrderStatus::firm) continue;
    gross[order.item.index()].quantity += static_cast<double>(order.quantity.raw()) * 1e-6;
    gross[order.item.index()].count += 1;
  }
  for (const ItemId item : codes.order) {
    const Gross& parent = gross[item.index()];
    if (plant.items[item].source == model::Source::buy) continue;
    for (const model::BomLineId id : plant.items[item].bom) {
      Gross& component = gross[plant.bom_lines[id].component.index()];
      component.quantity += parent.quantity * static_cast<double>(plant.bom_lines[id].per_unit.raw()) * 1e-6;
      component.count += parent.count;
    }
  }
  return gross;
}

std::vector<double> stock_on_hand(const model::Plant& plant) {
  std::vector<double> stock(plant.items.size(), 0);
  for (const model::Stock& lot : plant.stock) {
    if (!lot.held) stock[lot.item.index()] += static_cast<double>(lot.quantity.raw()) * 1e-6;
  }
  return stock;
}

bool orderable(const model::Plant& plant, const model::Offer& offer) {
  return !offer.until || *offer.until > plant.policy.origin;
}

Tick soonest_receipt(const model::Plant& plant, const model::Offer& offer) {
  const Tick ordered = offer.from ? std::max<Tick>(0, plant.frame.tick(*offer.from)) : 0;
  const Tick arrival = later(ordered, offer.lead_time.count());
  const model::CalendarId calendar = plant.vendors[offer.vendor].calendar;
  return calendar.valid() ? plant.calendars[calendar].regular.next_open(arrival) : arrival;
}

Tick soonest_purchase(const model::Plant& plant, ItemId item) {
  if (plant.items[item].source == model::Source::make) return kNever;
  Tick soonest = kNever;
  for (const model::OfferId id : plant.items[item].offers) {
    if (orderable(plant, plant.offers[id])) soonest = std::min(soonest, soonest_receipt(plant, plant.offers[id]));
  }
  return soonest;
}

}  // namespace

bool can_make(const model::Plant& plant, ItemId item, SiteId site) {
  const model::Item& made = plant.items[item];
  return made.source != model::Source::buy && (!made.make_site.valid() || made.make_site == site);
}

bool can_buy(const model::Plant& plant, ItemId item, SiteId site) {
  if (plant.items[item].source == model::Source::make) return false;
  for (const model::OfferId id : plant.items[item].offers) {
    const model::Offer& offer = plant.offers[id];
    if ((!offer.site.valid() || offer.site == site) && orderable(plant, offer)) return true;
  }
  return false;
}

std::vector<bool> sourceless_items(const model::Plant& plant) {
  std::vector<bool> sourceless(plant.items.size(), false);
  for (const ItemId item : base::ids_of(plant.items)) {
    sourceless[item.index()] =
        plant.items[item].source == model::Source::buy && soonest_purchase(plant, item) == kNever;
  }
  return sourceless;
}

SoonestDates soonest_dates(const model::Plant& plant, const LowLevelCodes& codes, const RouteTimes& routes) {
  const std::vector<Gross> gross = gross_requirements(plant, codes);
  const std::vector<double> stock = stock_on_hand(plant);
  SoonestDates dates{.bought = std::vector<Tick>(plant.items.size(), kNever),
                     .components = std::vector<Tick>(plant.items.size(), 0)};
  std::vector<Tick> soonest(plant.items.size(), kNever);  // by either way, or from stock
  for (std::size_t k = codes.order.size(); k > 0; --k) {
    const ItemId item = codes.order[k - 1];
    Tick& components = dates.components[item.index()];
    for (const model::BomLineId id : plant.items[item].bom) {
      components = std::max(components, soonest[plant.bom_lines[id].component.index()]);
    }
    dates.bought[item.index()] = soonest_purchase(plant, item);
    soonest[item.index()] = dates.bought[item.index()];
    if (plant.items[item].source != model::Source::buy && components != kNever) {
      const Quantity started = plan::start_for(plant, item, gross[item.index()].average());
      soonest[item.index()] = std::min(soonest[item.index()], routes.earliest_end(item, started, components));
    }
    const bool covered = stock[item.index()] > 0 && stock[item.index()] >= gross[item.index()].quantity;
    if (covered) soonest[item.index()] = 0;
  }
  return dates;
}

}  // namespace kilter::material
