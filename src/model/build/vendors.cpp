// Vendors, and their offers with price breaks, grouped by item in file order and converted to the plant's currency.
#include <algorithm>

#include "model/build/build.hpp"
#include "model/build/grouped.hpp"
#include "model/build/values.hpp"

namespace kilter::model {
namespace {

// Plant currency per unit of `currency`; none (with an issue) when there is no rate.
std::optional<Ratio> rate_of(Build& build, const OfferRow& row, const NameIndex& rates) {
  if (row.currency.empty() || row.currency.view() == build.draft.plant.currency.view()) return Ratio::one();
  const auto found = rates.find(row.currency.view());
  if (found) return build.draft.currencies[*found].rate;
  const std::string suggestion = maybe(row.currency.view(), rates);
  build.report.error(
      "currency-without-rate", spot(row, "currency", row.currency),
      "there is no rate for " + Report::shortened(row.currency.view()),
      "Add the currency with its rate to currencies.csv." + (suggestion.empty() ? "" : " " + suggestion));
  return std::nullopt;
}

UnitPrice converted(UnitPrice price, Ratio rate) {
  return UnitPrice::micros(base::saturated(base::wide_mul_div_round(price.raw(), rate.raw(), base::kMicro)));
}

// What is within its limits in its own currency need not be in the plant's.
template <class Row>
void check_converted(Build& build, const Row& row, UnitPrice given, UnitPrice price) {
  if (raw_of(given) >= 0 && raw_of(given) <= kLargestPrice) check_not_negative(build, row, "price", price);
}

void check_offer(Build& build, const OfferRow& row) {
  check_not_negative(build, row, "price", row.price);
  check_not_negative(build, row, "minimum", row.minimum);
  check_not_negative(build, row, "multiple", row.multiple);
  check_not_negative(build, row, "maximum", row.maximum);
  check_not_negative(build, row, "lead_time", row.lead_time);
  check_not_negative(build, row, "lead_time_spread", row.lead_time_spread);
  check_not_negative(build, row, "order_cost", row.order_cost);
  check_interval(build, spot(row, "until"), row.from, row.until);
  if (row.maximum.positive() && (row.maximum < row.minimum || row.maximum < row.multiple)) {
    const std::string text = decimal_text(row.maximum);
    build.report.error("lot-limits-crossed", spot(row, "maximum", std::string_view(text)),
                       "maximum is below minimum or multiple: no purchase fits", "Raise the maximum.");
  }
}

void add_offer(Build& build, const OfferRow& row, ItemId parent, const NameIndex& rates) {
  Item& item = build.plant.items[parent];
  const OfferId id = build.plant.offers.next_id();
  if (item.offers.empty()) item.offers = IdRange<OfferId>(id, id);
  item.offers = IdRange<OfferId>(*item.offers.begin(), OfferId(id.index() + 1));
  check_offer(build, row);
  const Ratio rate = rate_of(build, row, rates).value_or(Ratio::one());
  Offer offer;
  offer.vendor = build.vendors.required(spot(row, "vendor", row.vendor), build.report);
  offer.item = parent;
  offer.site = build.sites.optional(spot(row, "site", row.site), build.report);
  offer.prices.push_back({.from = Quantity::zero(), .price = converted(row.price, rate)});
  check_converted(build, row, row.price, offer.prices.back().price);
  offer.minimum = row.minimum;
  offer.multiple = row.multiple;
  offer.maximum = row.maximum;
  offer.lead_time = row.lead_time;
  offer.lead_time_spread = row.lead_time_spread;
  offer.order_cost =
      Money::minor(base::saturated(base::wide_mul_div_round(row.order_cost.raw(), rate.raw(), base::kMicro)));
  if (row.order_cost.raw() >= 0 && row.order_cost.raw() <= kLargestMoney) {
    check_not_negative(build, row, "order_cost", offer.order_cost);
  }
  offer.from = row.from;
  offer.until = row.until;
  build.plant.offers.push_back(std::move(offer));
}

// Draft rows of the offers in the plant's order, so that breaks find their offer's id and currency.
struct OfferRows {
  std::vector<std::uint32_t> row_of_offer;
  NameIndex rates;
};

void add_break(Build& build, const PriceBreakRow& row, const OfferRows& offers) {
  const VendorId vendor = build.vendors.required(spot(row, "vendor", row.vendor), build.report);
  const ItemId item = build.items.required(spot(row, "item", row.item), build.report);
  const bool from = check_positive(build, row, "from_quantity", row.from_quantity);
  const bool price = check_not_negative(build, row, "price", row.price);
  if (!vendor.valid() || !item.valid() || !from || !price) return;
  bool found = false;
  for (const OfferId id : build.plant.items[item].offers) {
    Offer& offer = build.plant.offers[id];
    const OfferRow& given = build.draft.offers[offers.row_of_offer[id.index()]];
    if (offer.vendor != vendor || (!row.offer.empty() && row.offer != given.id)) continue;
    found = true;
    const auto rate = offers.rates.find(given.currency.view());
    const Ratio factor = rate ? build.draft.currencies[*rate].rate : Ratio::one();
    offer.prices.push_back({.from = row.from_quantity, .price = converted(row.price, factor)});
    check_converted(build, row, row.price, offer.prices.back().price);
  }
  if (!found) {
    build.report.error("unknown-offer", spot(row, "item", row.item), "this vendor makes no such offer for the item",
                       "Add the offer to offers.csv or correct the row.");
  }
}

void sort_breaks(Build& build) {
  for (Offer& offer : build.plant.offers) {
    std::stable_sort(offer.prices.begin(), offer.prices.end(),
                     [](const PriceBreak& a, const PriceBreak& b) { return a.from < b.from; });
    const auto twice = std::adjacent_find(offer.prices.begin(), offer.prices.end(),
                                          [](const PriceBreak& a, const PriceBreak& b) { return a.from == b.from; });
    if (twice == offer.prices.end() || !offer.vendor.valid()) continue;
    build.report.error("duplicate-price-break", {.file = PriceBreakRow::kFile, .column = "from_quantity"},
                       "the offer of \"" + build.plant.vendors[offer.vendor].id + "\" for \"" +
                           build.plant.items[offer.item].id + "\" has two prices from " + decimal_text(twice->from),
                       "Remove one of the rows.");
  }
}

NameIndex index_rates(Build& build) {
  NameIndex rates;
  for (std::uint32_t i = 0; i < build.draft.currencies.size(); ++i) {
    const CurrencyRow& row = build.draft.currencies[i];
    check_positive(build, row, "rate", row.rate);
    if (row.currency.empty()) {
      report_missing(spot(row, "currency"), build.report);
    } else if (rates.insert(row.currency.view(), i)) {
      report_duplicate({.noun = "currency", .code = "currency"}, spot(row, "currency", row.currency), build.report);
    }
  }
  return rates;
}

}  // namespace

void build_vendors(Build& build) {
  for (const VendorRow& row : build.draft.vendors) {
    build.vendors.define(build.plant.vendors.next_id(), spot(row, "id", row.id), build.report);
    check_not_negative(build, row, "capacity_per_week", row.capacity_per_week);
    build.plant.vendors.push_back(
        {.id = row.id.str(),
         .name = row.name.empty() ? row.id.str() : row.name.str(),
         .calendar = build.calendars.optional(spot(row, "calendar", row.calendar), build.report),
         .capacity_per_week = row.capacity_per_week});
  }
}

void build_offers(Build& build) {
  const std::vector<OfferRow>& rows = build.draft.offers;
  OfferRows offers{.row_of_offer = {}, .rates = index_rates(build)};
  const std::vector<ItemId> parents = items_of(build, rows);
  build.plant.offers.reserve(rows.size());
  offers.row_of_offer = rows_by_parent(parents, build.plant.items.size());
  for (const std::uint32_t row : offers.row_of_offer) add_offer(build, rows[row], parents[row], offers.rates);
  for (const PriceBreakRow& row : build.draft.price_breaks) add_break(build, row, offers);
  sort_breaks(build);
}

}  // namespace kilter::model
