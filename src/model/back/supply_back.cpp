#include "model/back/back.hpp"

namespace kilter::model {
namespace {

void offer_back(const Plant& plant, OfferId id, PlantDraft& draft) {
  const Offer& offer = plant.offers[id];
  const Text vendor = plant.vendors[offer.vendor].id;
  const Text item = plant.items[offer.item].id;
  // Offers with breaks get an id, so that the breaks find the right one.
  const bool breaks = offer.prices.size() > 1;
  const Text name = breaks ? draft.keep(std::to_string(id.index() + 1)) : Text();
  draft.offers.push_back({.id = name,
                          .vendor = vendor,
                          .item = item,
                          .site = id_of(plant.sites, offer.site),
                          .price = offer.prices.front().price,
                          .minimum = offer.minimum,
                          .multiple = offer.multiple,
                          .maximum = offer.maximum,
                          .lead_time = offer.lead_time,
                          .lead_time_spread = offer.lead_time_spread,
                          .order_cost = offer.order_cost,
                          .from = offer.from,
                          .until = offer.until});
  for (std::size_t i = 1; i < offer.prices.size(); ++i) {
    draft.price_breaks.push_back({.vendor = vendor,
                                  .item = item,
                                  .offer = name,
                                  .from_quantity = offer.prices[i].from,
                                  .price = offer.prices[i].price});
  }
}

}  // namespace

void supply_back(const Plant& plant, PlantDraft& draft) {
  for (const Vendor& vendor : plant.vendors) {
    draft.vendors.push_back({.id = vendor.id,
                             .name = vendor.name,
                             .calendar = id_of(plant.calendars, vendor.calendar),
                             .capacity_per_week = vendor.capacity_per_week});
  }
  for (const OfferId id : ids_of(plant.offers)) offer_back(plant, id, draft);
  for (const Stock& stock : plant.stock) {
    draft.stock.push_back({.item = plant.items[stock.item].id,
                           .site = id_of(plant.sites, stock.site),
                           .location = id_of(plant.locations, stock.location),
                           .lot = stock.lot,
                           .quantity = stock.quantity,
                           .expiry = stock.expiry,
                           .held = stock.held,
                           .hold_reason = stock.hold_reason});
  }
}

}  // namespace kilter::model
