// Vendors, offers, price breaks, stock; open production and purchase orders.
#include "codec/plant/tables/tables.hpp"

namespace kilter::codec::plant {

using namespace model;  // NOLINT(google-build-using-namespace): a table of the model's members

namespace {

std::vector<Column> vendor_columns() {
  return {
      column<&VendorRow::id, Kind::id>({.name = "id", .meaning = "Id of the vendor.", .example = "nordtek"}),
      column<&VendorRow::name, Kind::text>({.name = "name",
                                            .need = Need::optional,
                                            .fallback = "the id",
                                            .meaning = "Name shown.",
                                            .example = "Nordtek"}),
      column<&VendorRow::calendar, Kind::reference>({.name = "calendar",
                                                     .need = Need::optional,
                                                     .fallback = "every day",
                                                     .detail = "calendars.csv",
                                                     .meaning = "Days on which it delivers and works.",
                                                     .example = "weekdays"}),
      column<&VendorRow::capacity_per_week, Kind::quantity>({.name = "capacity_per_week",
                                                             .need = Need::optional,
                                                             .fallback = "no limit",
                                                             .meaning = "Units over all items per ISO week of receipt.",
                                                             .example = "400"}),
  };
}

std::vector<Column> offer_terms() {
  return {
      column<&OfferRow::minimum, Kind::quantity>({.name = "minimum",
                                                  .need = Need::optional,
                                                  .fallback = "none",
                                                  .meaning = "Least quantity of a purchase.",
                                                  .example = "50"}),
      column<&OfferRow::multiple, Kind::quantity>({.name = "multiple",
                                                   .need = Need::optional,
                                                   .fallback = "any",
                                                   .meaning = "Purchases are multiples of this.",
                                                   .example = "10"}),
      column<&OfferRow::maximum, Kind::quantity>({.name = "maximum",
                                                  .need = Need::optional,
                                                  .fallback = "none",
                                                  .meaning = "Most per purchase.",
                                                  .example = "1000"}),
      column<&OfferRow::lead_time, Kind::duration>({.name = "lead_time",
                                                    .need = Need::assumed,
                                                    .fallback = "0s",
                                                    .meaning =
                                                        "From order to receipt: elapsed time, then the vendor's next "
                                                        "open moment.",
                                                    .example = "21d"}),
      column<&OfferRow::lead_time_spread, Kind::duration>(
          {.name = "lead_time_spread",
           .need = Need::optional,
           .fallback = "0s",
           .meaning = "Standard deviation of the lead time; for information.",
           .example = "3d"}),
      column<&OfferRow::order_cost, Kind::money>({.name = "order_cost",
                                                  .need = Need::optional,
                                                  .fallback = "0",
                                                  .detail = "currency of the row",
                                                  .meaning = "Freight and handling per purchase.",
                                                  .example = "60"}),
      column<&OfferRow::from, Kind::from>({.name = "from",
                                           .need = Need::optional,
                                           .fallback = "always",
                                           .meaning = "Can be ordered from then on.",
                                           .example = "2026-01-01"}),
      column<&OfferRow::until, Kind::until>({.name = "until",
                                             .need = Need::optional,
                                             .fallback = "always",
                                             .meaning = "Can be ordered until then.",
                                             .example = "2026-12-31"}),
  };
}

std::vector<Column> offer_columns() {
  std::vector<Column> columns{
      column<&OfferRow::vendor, Kind::reference>(
          {.name = "vendor", .detail = "vendors.csv", .meaning = "Who offers.", .example = "nordtek"}),
      column<&OfferRow::item, Kind::reference>(
          {.name = "item", .detail = "items.csv", .meaning = "What.", .example = "motor"}),
      column<&OfferRow::site, Kind::reference>({.name = "site",
                                                .need = Need::optional,
                                                .fallback = "every site",
                                                .detail = "sites.csv",
                                                .meaning = "Where it delivers.",
                                                .example = "main"}),
      column<&OfferRow::price, Kind::price>({.name = "price",
                                             .detail = "currency of the row, per unit",
                                             .meaning = "Price before breaks.",
                                             .example = "212.50"}),
      column<&OfferRow::currency, Kind::text>({.name = "currency",
                                               .need = Need::optional,
                                               .fallback = "the plant's",
                                               .meaning = "Currency of price, price breaks and order_cost.",
                                               .example = "EUR"}),
  };
  for (const Column& column : offer_terms()) columns.push_back(column);
  columns.push_back(column<&OfferRow::id, Kind::text>(
      {.name = "id",
       .need = Need::optional,
       .fallback = "none",
       .meaning = "Only to tell offers of one vendor for one item apart in price_breaks.csv.",
       .example = "A-2026"}));
  return columns;
}

std::vector<Column> break_columns() {
  return {
      column<&PriceBreakRow::vendor, Kind::reference>(
          {.name = "vendor", .detail = "vendors.csv", .meaning = "Who offers.", .example = "nordtek"}),
      column<&PriceBreakRow::item, Kind::reference>(
          {.name = "item", .detail = "items.csv", .meaning = "What.", .example = "motor"}),
      column<&PriceBreakRow::offer, Kind::text>({.name = "offer",
                                                 .need = Need::optional,
                                                 .fallback = "every offer of the vendor for the item",
                                                 .meaning = "Id of the offer.",
                                                 .example = "A-2026"}),
      column<&PriceBreakRow::from_quantity, Kind::quantity>(
          {.name = "from_quantity",
           .meaning = "Order quantity from which the price holds, for the whole order.",
           .example = "50"}),
      column<&PriceBreakRow::price, Kind::price>(
          {.name = "price", .detail = "currency of the offer, per unit", .meaning = "Price.", .example = "204"}),
  };
}

std::vector<Column> stock_columns() {
  return {
      column<&StockRow::item, Kind::reference>(
          {.name = "item", .detail = "items.csv", .meaning = "What.", .example = "tube"}),
      column<&StockRow::site, Kind::reference>({.name = "site",
                                                .need = Need::optional,
                                                .fallback = "the location's, else the only site",
                                                .detail = "sites.csv",
                                                .meaning = "Site.",
                                                .example = "main"}),
      column<&StockRow::location, Kind::reference>({.name = "location",
                                                    .need = Need::optional,
                                                    .fallback = "none",
                                                    .detail = "locations.csv",
                                                    .meaning = "Where it lies.",
                                                    .example = "hall-2"}),
      column<&StockRow::lot, Kind::text>(
          {.name = "lot", .need = Need::optional, .meaning = "Lot or batch.", .example = "L-2210"}),
      column<&StockRow::quantity, Kind::quantity>({.name = "quantity", .meaning = "How much.", .example = "140"}),
      column<&StockRow::expiry, Kind::until>({.name = "expiry",
                                              .need = Need::optional,
                                              .fallback = "never",
                                              .meaning = "Usable before then; a date counts to its end.",
                                              .example = "2027-03-31"}),
      column<&StockRow::held, Kind::yes_no>({.name = "held",
                                             .need = Need::assumed,
                                             .fallback = "no",
                                             .meaning = "Quality hold: never planned into work.",
                                             .example = "yes"}),
      column<&StockRow::hold_reason, Kind::text>(
          {.name = "hold_reason", .need = Need::optional, .meaning = "Why it is held.", .example = "weld inspection"}),
  };
}

std::vector<Column> production_order_columns() {
  return {
      column<&ProductionOrderRow::id, Kind::id>(
          {.name = "id", .meaning = "Id of the production order.", .example = "MO-118"}),
      column<&ProductionOrderRow::item, Kind::reference>(
          {.name = "item", .detail = "items.csv", .meaning = "What is made.", .example = "frame"}),
      column<&ProductionOrderRow::site, Kind::reference>({.name = "site",
                                                          .need = Need::optional,
                                                          .fallback = "where the item is made",
                                                          .detail = "sites.csv",
                                                          .meaning = "Site.",
                                                          .example = "main"}),
      column<&ProductionOrderRow::quantity, Kind::quantity>(
          {.name = "quantity", .meaning = "Size of the order.", .example = "20"}),
      column<&ProductionOrderRow::status, Kind::choice>(
          {.name = "status",
           .need = Need::assumed,
           .fallback = "firm",
           .detail = "planned, firm, released",
           .meaning =
               "Firm and released ones stay. Planned ones are not carried over: the plan makes its own in their place.",
           .example = "released"}),
      column<&ProductionOrderRow::due, Kind::until>(
          {.name = "due", .meaning = "When it is wanted.", .example = "2026-11-30"}),
      column<&ProductionOrderRow::for_order, Kind::reference>({.name = "for_order",
                                                               .need = Need::optional,
                                                               .fallback = "none",
                                                               .detail = "orders.csv",
                                                               .meaning = "Customer order that it is made for.",
                                                               .example = "SO-1007"}),
  };
}

std::vector<Column> progress_columns() {
  return {
      column<&ProgressRow::production_order, Kind::reference>({.name = "production_order",
                                                               .detail = "production_orders.csv",
                                                               .meaning = "Production order.",
                                                               .example = "MO-118"}),
      column<&ProgressRow::operation, Kind::reference>(
          {.name = "operation", .detail = "operations.csv", .meaning = "Operation of its item.", .example = "10"}),
      column<&ProgressRow::status, Kind::choice>({.name = "status",
                                                  .detail = "waiting, pinned, started, done",
                                                  .meaning = "Pinned: a person fixed unit and start.",
                                                  .example = "started"}),
      column<&ProgressRow::work_unit, Kind::reference>({.name = "work_unit",
                                                        .need = Need::optional,
                                                        .fallback = "none; needed when pinned, started or done",
                                                        .detail = "work_units.csv",
                                                        .meaning = "Where.",
                                                        .example = "weld-1"}),
      column<&ProgressRow::start, Kind::from>({.name = "start",
                                               .need = Need::optional,
                                               .fallback = "none; needed when pinned, started or done",
                                               .meaning = "Since when, or fixed to when.",
                                               .example = "2026-11-20T13:10"}),
      column<&ProgressRow::end, Kind::until>({.name = "end",
                                              .need = Need::optional,
                                              .fallback = "none; needed when done",
                                              .meaning = "Until when.",
                                              .example = "2026-11-20T15:40"}),
      column<&ProgressRow::done_quantity, Kind::quantity>({.name = "done_quantity",
                                                           .need = Need::optional,
                                                           .fallback = "0",
                                                           .meaning = "Good quantity so far.",
                                                           .example = "8"}),
      column<&ProgressRow::people, Kind::reference>({.name = "people",
                                                     .need = Need::optional,
                                                     .fallback = "none",
                                                     .detail = "people.csv",
                                                     .meaning = "Who works or worked on it, `;` between them.",
                                                     .example = "p07;p11"}),
  };
}

std::vector<Column> purchase_order_columns() {
  return {
      column<&PurchaseOrderRow::id, Kind::id>(
          {.name = "id", .meaning = "Id of the purchase order.", .example = "PO-77"}),
      column<&PurchaseOrderRow::vendor, Kind::reference>(
          {.name = "vendor", .detail = "vendors.csv", .meaning = "From whom.", .example = "nordtek"}),
      column<&PurchaseOrderRow::item, Kind::reference>(
          {.name = "item", .detail = "items.csv", .meaning = "What.", .example = "motor"}),
      column<&PurchaseOrderRow::site, Kind::reference>({.name = "site",
                                                        .need = Need::optional,
                                                        .fallback = "the only site",
                                                        .detail = "sites.csv",
                                                        .meaning = "Where to.",
                                                        .example = "main"}),
      column<&PurchaseOrderRow::quantity, Kind::quantity>(
          {.name = "quantity", .meaning = "Still to receive.", .example = "60"}),
      column<&PurchaseOrderRow::price, Kind::price>({.name = "price",
                                                     .need = Need::assumed,
                                                     .fallback = "0",
                                                     .detail = "plant currency per unit",
                                                     .meaning = "Price agreed.",
                                                     .example = "212.50"}),
      column<&PurchaseOrderRow::status, Kind::choice>(
          {.name = "status",
           .need = Need::assumed,
           .fallback = "released",
           .detail = "planned, firm, released",
           .meaning = "Released: sent to the vendor. Planned ones are no supply: the plan buys anew in their place.",
           .example = "released"}),
      column<&PurchaseOrderRow::ordered, Kind::from>({.name = "ordered",
                                                      .need = Need::derived,
                                                      .fallback = "the origin",
                                                      .meaning = "When it was ordered.",
                                                      .example = "2026-11-02"}),
      column<&PurchaseOrderRow::requested, Kind::until>({.name = "requested",
                                                         .need = Need::derived,
                                                         .fallback = "same as current",
                                                         .meaning = "When it was wanted.",
                                                         .example = "2026-11-25"}),
      column<&PurchaseOrderRow::first_confirmed, Kind::until>(
          {.name = "first_confirmed",
           .need = Need::optional,
           .fallback = "none",
           .meaning = "What the vendor first promised; for information.",
           .example = "2026-11-25"}),
      column<&PurchaseOrderRow::current, Kind::until>({.name = "current",
                                                       .meaning = "When it is expected now; a date counts to its end.",
                                                       .example = "2026-12-01"}),
  };
}

}  // namespace

std::vector<Table> supply_tables() {
  return {
      table<&PlantDraft::vendors>("vendors.csv", "Vendors", "Who sells to the plant or works for it.",
                                  vendor_columns()),
      table<&PlantDraft::offers>("offers.csv", "Offers", "Who sells what, on which terms.", offer_columns()),
      table<&PlantDraft::price_breaks>("price_breaks.csv", "Price breaks", "Better prices for larger orders.",
                                       break_columns()),
      table<&PlantDraft::stock>("stock.csv", "Stock", "What is there at the origin, by item, location and lot.",
                                stock_columns()),
  };
}

std::vector<Table> floor_tables() {
  return {
      table<&PlantDraft::production_orders>("production_orders.csv", "Open production orders",
                                            "What is already on its way in the plant.", production_order_columns()),
      table<&PlantDraft::progress>("progress.csv", "Progress", "How far the operations of open production orders are.",
                                   progress_columns()),
      table<&PlantDraft::purchase_orders>("purchase_orders.csv", "Open purchase orders",
                                          "What is already on its way from vendors.", purchase_order_columns()),
  };
}

}  // namespace kilter::codec::plant
