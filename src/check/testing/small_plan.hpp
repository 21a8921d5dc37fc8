// A plan that can be followed on paper, for the tests of single rules. Monday, round the clock, hours from midnight:
//
//   saw    |-- A --|-- B --|          two tables each, an hour a table, sawn by Ana
//          0       2       4
//
// Boards come from stock (two each); two more are bought for safety stock.
#pragma once

#include <string>

#include "base/require.hpp"
#include "model/builder.hpp"
#include "model/draft.hpp"
#include "plan/plan.hpp"

namespace kilter::check {

inline constexpr time::Tick kHour = 3600;
inline constexpr time::Tick kDay = 24 * kHour;

struct SmallPlan {
  model::PlantDraft draft;
  model::Plant plant;
  plan::Plan plan;

  SmallPlan() {
    describe_plant();
    rebuild();
    for (const std::uint32_t turn : {0U, 1U}) make_tables(turn);
    plan.pegs.push_back(peg(plan::SupplyKind::purchase, 0, plan::DemandKind::safety_stock, 1));
    plan.purchases.push_back({.item = model::ItemId(1),
                              .site = model::SiteId(0),
                              .offer = model::OfferId(0),
                              .quantity = base::Quantity::units(2),
                              .good = base::Quantity::units(2),
                              .order_at = 2 * kDay,
                              .receipt_at = 3 * kDay,
                              .need = 4 * kDay,
                              .earliest = kDay,
                              .unit_price = base::UnitPrice::micros(5'000'000),
                              .goods = base::Money::minor(10'00)});
  }

  // After a change of the draft.
  void rebuild() {
    auto built = model::build(draft);
    KILTER_REQUIRE(built.ok());
    plant = std::move(built).value();
  }

  static time::Instant at(time::Tick tick) {
    return std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + time::Duration(tick);
  }

 private:
  void describe_plant() {
    draft.plant = {.name = "Small", .origin = at(0), .horizon = at(60 * kDay)};
    draft.work_centres.push_back({.id = "sawing"});
    draft.work_centres.push_back({.id = "painting"});
    draft.work_units.push_back({.id = "saw", .work_centre = "sawing"});
    draft.work_units.push_back({.id = "booth", .work_centre = "painting"});
    draft.skills.push_back({.id = "sawyer"});
    draft.people.push_back({.id = "ana"});
    draft.people.push_back({.id = "ben"});
    draft.person_skills.push_back({.person = "ana", .skill = "sawyer"});
    draft.items.push_back({.id = "table", .source = model::Source::make});
    draft.items.push_back({.id = "board", .safety_stock = base::Quantity::units(2)});
    draft.operations.push_back({.item = "table",
                                .operation = "10",
                                .work_centre = "sawing",
                                .run_per_unit = time::Duration(kHour),
                                .skill = "sawyer"});
    draft.boms.push_back({.item = "table", .component = "board", .quantity = base::Quantity::units(1)});
    draft.vendors.push_back({.id = "mill"});
    draft.offers.push_back({.vendor = "mill",
                            .item = "board",
                            .price = base::UnitPrice::micros(5'000'000),
                            .minimum = base::Quantity::units(2),
                            .multiple = base::Quantity::units(2),
                            .lead_time = time::Duration(kDay)});
    draft.stock.push_back({.item = "board", .quantity = base::Quantity::units(4)});
    for (const char* id : {"A", "B"}) {
      draft.orders.push_back(
          {.id = id, .item = "table", .quantity = base::Quantity::units(2), .requested = at(4 * kHour)});
    }
  }

  static plan::Peg peg(plan::SupplyKind supply, std::uint32_t from, plan::DemandKind demand, std::uint32_t to) {
    return {.supply = supply,
            .demand = demand,
            .supply_index = from,
            .demand_index = to,
            .line = {},
            .quantity = base::Quantity::units(2)};
  }

  void make_tables(std::uint32_t turn) {
    const auto start = static_cast<time::Tick>(turn) * 2 * kHour;
    const plan::Placement placement{.order = plan::ProductionOrderId(turn),
                                    .operation = model::OperationId(0),
                                    .unit = model::WorkUnitId(0),
                                    .start = start,
                                    .end = start + 2 * kHour,
                                    .run = 2 * kHour,
                                    .material = 0,
                                    .assignments = {plan::AssignmentId(turn), plan::AssignmentId(turn + 1)}};
    plan.placements.push_back(placement);
    plan.assignments.push_back({.placement = plan::PlacementId(turn),
                                .skill = model::SkillId(0),
                                .start = placement.start,
                                .end = placement.end});
    plan.production_orders.push_back({.item = model::ItemId(0),
                                      .site = model::SiteId(0),
                                      .quantity = base::Quantity::units(2),
                                      .good = base::Quantity::units(2),
                                      .for_order = model::OrderId(turn),
                                      .rank = turn,
                                      .need = 4 * kHour,
                                      .start = placement.start,
                                      .end = placement.end,
                                      .placements = {plan::PlacementId(turn), plan::PlacementId(turn + 1)}});
    plan::Peg boards = peg(plan::SupplyKind::stock, 0, plan::DemandKind::placement, turn);
    boards.line = model::BomLineId(0);
    plan.pegs.push_back(boards);
    plan.pegs.push_back(peg(plan::SupplyKind::production, turn, plan::DemandKind::order, turn));
    plan.deliveries.push_back({.order = model::OrderId(turn),
                               .due = 4 * kHour,
                               .delivered = placement.end,
                               .first_delivered = placement.end});
  }
};

}  // namespace kilter::check
