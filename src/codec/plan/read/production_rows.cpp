#include <algorithm>
#include <limits>

#include "codec/plan/read/read_tables.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::AssigneeKind;
using kilter::plan::AssignmentId;
using kilter::plan::kLongAgo;
using kilter::plan::kNever;
using kilter::plan::PlacementId;
using kilter::plan::ProductionOrderId;

constexpr std::int64_t kMostTicks = std::numeric_limits<time::Tick>::max();

// Either P-n with n = the row's place, or the id of an open order.
model::OpenProductionOrderId open_of(PlanReading& reading, PlanRows& rows) {
  const auto number = reading.names.numbered(reading.names.ids.order_prefix(), rows.text(0));
  if (!number) return model::OpenProductionOrderId(reading.name(rows, 0, reading.names.open_orders));
  if (*number != reading.plan.production_orders.size()) {
    rows.fault(0, "wrong-number", "is not in its place: orders are numbered by row");
  }
  return {};
}

// The place of an operation id within its item.
model::OperationId operation_of(PlanReading& reading, PlanRows& rows, model::ItemId made) {
  const model::Item* item = reading.item(made);
  if (item == nullptr) return {};
  for (const model::OperationId id : item->operations) {
    if (reading.plant.operations[id].id == rows.text(1)) return id;
  }
  rows.fault(1, "unknown-operation", "is no operation of item " + item->id);
  return {};
}

// Placements of one order stand together.
void extend_order(PlanReading& reading, PlanRows& rows, ProductionOrderId id, PlacementId placement) {
  kilter::plan::ProductionOrder& order = reading.plan.production_orders[id];
  const PlacementId next(placement.index() + std::size_t{1});
  if (order.placements.empty()) {
    order.placements = {placement, next};
  } else if (*order.placements.end() == placement) {
    order.placements = {*order.placements.begin(), next};
  } else {
    rows.fault(0, "scattered-order", "has operations in two places of the table");
  }
}

void extend_placement(PlanReading& reading, PlanRows& rows, PlacementId id, AssignmentId assignment) {
  kilter::plan::Placement& placement = reading.plan.placements[id];
  const AssignmentId next(assignment.index() + std::size_t{1});
  if (*placement.assignments.end() == assignment) {
    placement.assignments = {*placement.assignments.begin(), next};
  } else {
    rows.fault(1, "scattered-operation", "has its people and tools in two places of the table, or out of order");
  }
}

// Every placement without assignments gets the empty range where they would stand.
void close_ranges(PlanReading& reading, std::size_t from, std::size_t until) {
  const AssignmentId next = reading.plan.assignments.next_id();
  for (std::size_t at = from; at < until; ++at) reading.plan.placements[PlacementId(at)].assignments = {next, next};
}

}  // namespace

void read_production_orders(PlanReading& reading, std::string_view bytes) {
  PlanRows rows("production_orders", bytes,
                {"id", "item", "quantity", "start", "end", "for_order", "site", "good", "need", "rank"},
                reading.issues);
  const time::Frame& frame = reading.plant.frame;
  while (rows.next()) {
    kilter::plan::ProductionOrder order;
    order.open = open_of(reading, rows);
    order.item = model::ItemId(reading.name(rows, 1, reading.names.items));
    order.quantity = rows.quantity(2);
    order.start = rows.moment(3, frame, kNever);
    order.end = rows.moment(4, frame, kNever);
    order.for_order = id_or_none<model::OrderId>(reading.optional_name(rows, 5, reading.names.orders));
    order.site = id_or_none<model::SiteId>(reading.optional_name(rows, 6, reading.names.sites));
    order.good = rows.quantity(7);
    order.need = rows.moment(8, frame, kNever);
    order.rank = rows.text(9).empty()
                     ? std::numeric_limits<std::uint32_t>::max()
                     : static_cast<std::uint32_t>(rows.integer(9, 0, std::numeric_limits<std::uint32_t>::max()));
    reading.plan.production_orders.push_back(order);
  }
  reading.names.index_open_orders();
}

void read_operations(PlanReading& reading, std::string_view bytes) {
  PlanRows rows("operations", bytes,
                {"production_order", "operation", "unit", "start", "end", "status", "lane", "setup_seconds",
                 "run_seconds", "material"},
                reading.issues);
  const time::Frame& frame = reading.plant.frame;
  while (rows.next()) {
    const auto owner = reading.names.production_order(rows.text(0));
    if (!owner) {
      rows.fault(0, "unknown-production-order", "is not in production_orders.csv");
      continue;
    }
    kilter::plan::Placement placement;
    placement.order = ProductionOrderId(*owner);
    placement.operation = operation_of(reading, rows, reading.plan.production_orders[placement.order].item);
    placement.unit = id_or_none<model::WorkUnitId>(reading.optional_name(rows, 2, reading.names.units));
    placement.start = rows.moment(3, frame, kNever);
    placement.end = rows.moment(4, frame, kNever);
    placement.status = rows.word<model::WorkStatus>(5);
    placement.lane = static_cast<std::uint32_t>(rows.integer(6, 1, std::numeric_limits<std::int32_t>::max()) - 1);
    placement.setup = static_cast<time::Tick>(rows.integer(7, 0, kMostTicks));
    placement.run = static_cast<time::Tick>(rows.integer(8, 0, kMostTicks));
    placement.material = rows.moment(9, frame, kLongAgo);
    extend_order(reading, rows, placement.order, reading.plan.placements.push_back(placement));
  }
}

void read_assignments(PlanReading& reading, std::string_view bytes) {
  PlanRows rows("assignments", bytes,
                {"production_order", "operation", "kind", "who", "copy", "skill", "start", "end", "reason"},
                reading.issues);
  const time::Frame& frame = reading.plant.frame;
  std::size_t closed = 0;
  while (rows.next()) {
    const auto owner = reading.names.production_order(rows.text(0));
    const auto placed = owner ? reading.names.placement(*owner, rows.text(1)) : std::nullopt;
    if (!placed) {
      rows.fault(1, "unknown-operation", "of " + std::string(rows.text(0)) + " is not in operations.csv");
      continue;
    }
    if (*placed >= closed) close_ranges(reading, closed, *placed + std::size_t{1});
    closed = std::max<std::size_t>(closed, *placed + std::size_t{1});
    kilter::plan::Assignment assignment;
    assignment.placement = PlacementId(*placed);
    assignment.kind = rows.word<AssigneeKind>(2);
    const bool person = assignment.kind == AssigneeKind::person;
    assignment.index = reading.name(rows, 3, person ? reading.names.people : reading.names.tools);
    assignment.copy = static_cast<std::uint32_t>(rows.integer(4, 1, std::numeric_limits<std::int32_t>::max()) - 1);
    assignment.skill = id_or_none<model::SkillId>(reading.optional_name(rows, 5, reading.names.skills));
    assignment.start = rows.moment(6, frame, kNever);
    assignment.end = rows.moment(7, frame, kNever);
    assignment.reason = rows.word<kilter::plan::AssignmentReason>(8);
    extend_placement(reading, rows, assignment.placement, reading.plan.assignments.push_back(assignment));
  }
  close_ranges(reading, closed, reading.plan.placements.size());
}

}  // namespace kilter::codec
