// Items, bills of material and substitutes.
#include "codec/plant/tables/tables.hpp"

namespace kilter::codec::plant {

using namespace model;  // NOLINT(google-build-using-namespace): a table of the model's members

namespace {

std::vector<Column> item_identity_columns() {
  return {
      column<&ItemRow::id, Kind::id>({.name = "id", .meaning = "Id of the item.", .example = "frame-red"}),
      column<&ItemRow::name, Kind::text>({.name = "name",
                                          .need = Need::optional,
                                          .fallback = "the id",
                                          .meaning = "Name shown.",
                                          .example = "Frame, red"}),
      column<&ItemRow::unit, Kind::text>({.name = "unit",
                                          .need = Need::assumed,
                                          .fallback = "pcs",
                                          .meaning = "Unit of measure, any word.",
                                          .example = "pcs"}),
      column<&ItemRow::whole, Kind::yes_no>(
          {.name = "whole",
           .need = Need::derived,
           .fallback = "yes where the unit is pcs, piece, ea, each, set, unit, stk, st, pair, kit or the like, else no",
           .meaning = "Comes in whole units only: lots and purchases are rounded up to whole ones where no multiple "
                      "says more. What a production order needs of it may be a fraction, for its scrap.",
           .example = "yes"}),
      column<&ItemRow::source, Kind::choice>(
          {.name = "source",
           .need = Need::derived,
           .fallback = "make when it has operations or a BOM, both when it has offers as well, else buy",
           .detail = "make, buy, both",
           .meaning = "Where it comes from. both: made, unless buying makes the plan cheaper, only buying is in time, "
                      "or a component cannot be had.",
           .example = "make"}),
      column<&ItemRow::cost, Kind::price>({.name = "cost",
                                           .need = Need::assumed,
                                           .fallback = "0",
                                           .detail = "plant currency per unit",
                                           .meaning = "Standard cost; values stock and holding.",
                                           .example = "84.50"}),
  };
}

std::vector<Column> item_lot_columns() {
  return {
      column<&ItemRow::lot_policy, Kind::choice>({.name = "lot_policy",
                                                  .need = Need::assumed,
                                                  .fallback = "lot_for_lot",
                                                  .detail = "lot_for_lot, fixed, period, economic",
                                                  .meaning = "How needs are put together to orders.",
                                                  .example = "period"}),
      column<&ItemRow::lot_size, Kind::quantity>(
          {.name = "lot_size",
           .need = Need::optional,
           .fallback = "none",
           .meaning = "Policy fixed: the size; a larger need takes one order of a whole "
                      "multiple of it.",
           .example = "50"}),
      column<&ItemRow::lot_minimum, Kind::quantity>({.name = "lot_minimum",
                                                     .need = Need::optional,
                                                     .fallback = "none",
                                                     .meaning = "Smallest order.",
                                                     .example = "10"}),
      column<&ItemRow::lot_multiple, Kind::quantity>({.name = "lot_multiple",
                                                      .need = Need::optional,
                                                      .fallback = "none",
                                                      .meaning = "Orders are multiples of this.",
                                                      .example = "5"}),
      column<&ItemRow::lot_maximum, Kind::quantity>({.name = "lot_maximum",
                                                     .need = Need::optional,
                                                     .fallback = "none",
                                                     .meaning = "Largest order; larger needs are split.",
                                                     .example = "200"}),
      column<&ItemRow::lot_days, Kind::whole>({.name = "lot_days",
                                               .need = Need::optional,
                                               .fallback = "none",
                                               .detail = "days",
                                               .meaning = "Policy period: needs of that many days together.",
                                               .example = "7"}),
      column<&ItemRow::order_cost, Kind::money>(
          {.name = "order_cost",
           .need = Need::optional,
           .fallback = "0",
           .detail = "plant currency",
           .meaning = "Fixed cost per order made; policy economic weighs it. What a purchase costs beside its goods is "
                      "order_cost in offers.csv.",
           .example = "35"}),
  };
}

std::vector<Column> item_stock_columns() {
  return {
      column<&ItemRow::safety_stock, Kind::quantity>({.name = "safety_stock",
                                                      .need = Need::optional,
                                                      .fallback = "0",
                                                      .meaning = "Kept in stock per site where the item is used.",
                                                      .example = "20"}),
      column<&ItemRow::shelf_life, Kind::duration>(
          {.name = "shelf_life",
           .need = Need::optional,
           .fallback = "unlimited",
           .meaning =
               "How long it keeps once made or received: until the operation that uses it starts or the "
               "customer gets it (on the due date at the earliest). Made is when its last operation ends. Stock keeps "
               "until its own expiry.",
           .example = "180d"}),
      column<&ItemRow::yield, Kind::ratio>({.name = "yield",
                                            .need = Need::assumed,
                                            .fallback = "1",
                                            .detail = "share, above 0 up to 1",
                                            .meaning = "Good share of what is made or received.",
                                            .example = "0.98"}),
      column<&ItemRow::family, Kind::text>({.name = "family",
                                            .need = Need::optional,
                                            .fallback = "none",
                                            .meaning = "Setup family of its operations; created on use.",
                                            .example = "red"}),
      column<&ItemRow::lead_time, Kind::duration>(
          {.name = "lead_time",
           .need = Need::optional,
           .fallback = "0s",
           .meaning = "Made items without operations: time to make an order, elapsed.",
           .example = "3d"}),
  };
}

std::vector<Column> item_columns() {
  std::vector<Column> columns = item_identity_columns();
  for (const auto& more : {item_lot_columns(), item_stock_columns()}) {
    columns.insert(columns.end(), more.begin(), more.end());
  }
  return columns;
}

std::vector<Column> bom_columns() {
  return {
      column<&BomRow::item, Kind::reference>(
          {.name = "item", .detail = "items.csv", .meaning = "What is made.", .example = "bike"}),
      column<&BomRow::component, Kind::reference>(
          {.name = "component", .detail = "items.csv", .meaning = "What goes into it.", .example = "wheel"}),
      column<&BomRow::quantity, Kind::quantity>({.name = "quantity",
                                                 .need = Need::optional,
                                                 .fallback = "0",
                                                 .detail = "component units per unit",
                                                 .meaning = "Per unit started. This or fixed_quantity is above 0.",
                                                 .example = "2"}),
      column<&BomRow::fixed_quantity, Kind::quantity>({.name = "fixed_quantity",
                                                       .need = Need::optional,
                                                       .fallback = "0",
                                                       .detail = "component units",
                                                       .meaning = "Per order, whatever its size.",
                                                       .example = "1"}),
      column<&BomRow::scrap, Kind::ratio>(
          {.name = "scrap",
           .need = Need::assumed,
           .fallback = "0",
           .detail = "share, below 1",
           .meaning = "Share of the component that is lost; of quantity, not of fixed_quantity.",
           .example = "0.03"}),
      column<&BomRow::operation, Kind::reference>({.name = "operation",
                                                   .need = Need::derived,
                                                   .fallback = "the item's first operation",
                                                   .detail = "operations.csv",
                                                   .meaning = "Operation that needs it, at its start.",
                                                   .example = "20"}),
      column<&BomRow::from, Kind::from>({.name = "from",
                                         .need = Need::optional,
                                         .fallback = "always",
                                         .meaning = "Holds for work that must start from then on.",
                                         .example = "2026-12-01"}),
      column<&BomRow::until, Kind::until>({.name = "until",
                                           .need = Need::optional,
                                           .fallback = "always",
                                           .meaning = "Holds for work that must start before then.",
                                           .example = "2026-12-31"}),
  };
}

}  // namespace

std::vector<Table> item_tables() {
  return {
      table<&PlantDraft::items>("items.csv", "Items", "Everything that is sold, made, bought or used up.",
                                item_columns()),
      table<&PlantDraft::boms>("boms.csv", "Bills of material", "What goes into what. Several rows per item.",
                               bom_columns()),
      table<&PlantDraft::substitutes>(
          "substitutes.csv", "Substitutes",
          "What may be taken in place of a component. Spare stock of it is used when the component's own supply is "
          "short; it is made or bought only when the component has no source at all.",
          {column<&SubstituteRow::item, Kind::reference>(
               {.name = "item", .detail = "items.csv", .meaning = "What is made.", .example = "bike"}),
           column<&SubstituteRow::component, Kind::reference>(
               {.name = "component", .detail = "items.csv", .meaning = "Component of its BOM.", .example = "tyre"}),
           column<&SubstituteRow::substitute, Kind::reference>({.name = "substitute",
                                                                .detail = "items.csv",
                                                                .meaning = "What may be taken instead.",
                                                                .example = "tyre-b"}),
           column<&SubstituteRow::ratio, Kind::ratio>({.name = "ratio",
                                                       .need = Need::assumed,
                                                       .fallback = "1",
                                                       .detail = "substitute units per component unit",
                                                       .meaning = "How much of it stands for one unit.",
                                                       .example = "1"}),
           column<&SubstituteRow::rank, Kind::whole>({.name = "rank",
                                                      .need = Need::assumed,
                                                      .fallback = "1",
                                                      .meaning = "Lower is tried first.",
                                                      .example = "1"})}),
  };
}

}  // namespace kilter::codec::plant
