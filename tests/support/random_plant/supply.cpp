#include "support/random_plant/maker.hpp"

namespace kilter::support {
namespace {

using model::Quantity;
using model::UnitPrice;

constexpr std::size_t kVendors = 4;

void add_vendors(Maker& maker) {
  for (std::size_t i = 0; i < kVendors; ++i) {
    model::VendorRow row;
    row.id = maker.name("vendor-", i);
    if (i == 0 || maker.chance(0.6)) row.calendar = maker.chance(0.7) ? "vendor-days" : "office";
    if (i > 0 && maker.chance(0.2)) row.capacity_per_week = Quantity::units(maker.random.between(100, 400));
    maker.draft.vendors.push_back(row);
  }
}

void add_breaks(Maker& maker, const model::OfferRow& offer) {
  std::int64_t from = offer.minimum.raw() / base::kMicro;
  std::int64_t price = offer.price.raw();
  const std::size_t steps = 1 + maker.pick(2);
  for (std::size_t i = 0; i < steps; ++i) {
    from += maker.random.between(10, 40);
    price -= price / 20;
    maker.draft.price_breaks.push_back({.vendor = offer.vendor,
                                        .item = offer.item,
                                        .offer = offer.id,
                                        .from_quantity = Quantity::units(from),
                                        .price = UnitPrice::micros(price)});
  }
}

void add_offer(Maker& maker, Text item, std::size_t vendor, bool plain) {
  model::OfferRow row;
  row.vendor = maker.name("vendor-", vendor);
  row.id = maker.name("offer-", maker.draft.offers.size());
  row.item = item;
  row.price = UnitPrice::micros(maker.random.between(20, 2'000) * 10'000);
  row.lead_time = maker.chance(0.7) ? kDay * maker.random.between(1, 8) : maker.minutes(60, 3'000);
  row.lead_time_spread = maker.chance(0.3) ? kDay : Duration(0);
  if (maker.chance(0.4)) row.order_cost = model::Money::minor(maker.random.between(5, 60) * 100);
  if (maker.chance(0.3)) row.minimum = Quantity::units(maker.random.between(5, 30));
  if (maker.chance(0.3)) row.multiple = Quantity::units(maker.random.between(2, 10));
  if (!plain) {
    if (maker.chance(0.2)) row.maximum = Quantity::units(maker.random.between(60, 120));
    if (maker.chance(0.2)) row.currency = "USD";
    if (maker.chance(0.2)) row.until = maker.at(maker.random.between(6, 30), {});
    if (maker.chance(0.1)) row.from = maker.at(maker.random.between(1, 5), {});
    if (maker.sites > 1 && maker.chance(0.2)) row.site = maker.site_name(0);
  }
  maker.draft.offers.push_back(row);
  if (maker.chance(0.4)) add_breaks(maker, row);
}

void add_stock(Maker& maker, Text item, int site) {
  model::StockRow row;
  row.item = item;
  row.site = maker.site_name(site);
  row.quantity = maker.chance(0.2) ? Quantity::micros(maker.random.between(1, 900) * 50'000)
                                   : Quantity::units(maker.random.between(1, 40));
  if (maker.chance(0.3)) row.lot = maker.draft.keep("lot-" + std::to_string(maker.draft.stock.size() + 1));
  if (maker.chance(0.15)) row.expiry = maker.at(maker.random.between(-2, 40), {});
  if (maker.chance(0.1)) {
    row.held = true;
    row.hold_reason = "inspection";
  }
  if (maker.chance(0.5)) {
    row.location = maker.draft.keep(row.site.str() + (maker.chance(0.8) ? "-store" : "-scrap"));
  }
  maker.draft.stock.push_back(row);
}

void add_open_purchase(Maker& maker, Text item, int site) {
  model::PurchaseOrderRow row;
  row.id = maker.draft.keep("PO-" + std::to_string(maker.draft.purchase_orders.size() + 1));
  row.vendor = maker.name("vendor-", maker.pick(kVendors));
  row.item = item;
  row.site = maker.site_name(site);
  row.quantity = Quantity::units(maker.random.between(5, 60));
  row.price = UnitPrice::micros(maker.random.between(20, 2'000) * 10'000);
  row.ordered = maker.origin - 10 * kDay;
  row.requested = maker.at(maker.random.between(-5, 12), {});
  row.first_confirmed = *row.requested + kDay;
  row.current = *row.requested + kDay * maker.random.between(0, 9);  // some are late, some overdue
  maker.draft.purchase_orders.push_back(row);
}

}  // namespace

void add_supply(Maker& maker) {
  add_vendors(maker);
  for (const Text item : maker.bought) {
    add_offer(maker, item, maker.pick(kVendors), true);
    if (maker.chance(0.4)) add_offer(maker, item, maker.pick(kVendors), false);
    for (int site = 0; site < maker.sites; ++site) {
      if (maker.chance(0.5)) add_stock(maker, item, site);
      if (maker.chance(0.2)) add_stock(maker, item, site);
      if (maker.chance(0.2)) add_open_purchase(maker, item, site);
    }
  }
  for (const Made& item : maker.made) {
    if (maker.chance(0.25)) add_stock(maker, item.id, item.site);
    if (item.level > 0 && maker.chance(0.1)) add_offer(maker, item.id, maker.pick(kVendors), true);
  }
}

}  // namespace kilter::support
