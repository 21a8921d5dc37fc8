#include <string>

#include "codec/plan/tables/tables.hpp"
#include "plan/words.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::AssigneeKind;
using kilter::plan::Assignment;
using kilter::plan::kLongAgo;
using kilter::plan::kNever;

constexpr std::uint32_t kNoRank = static_cast<std::uint32_t>(-1);  // of what serves no customer order

void order_id(const PlanView& view, model::OrderId id, Cells& cells) {
  id.valid() ? cells.text(view.plant.orders[id].id) : cells.empty();
}

std::string_view status_of(const PlanView& view, const kilter::plan::ProductionOrder& order) {
  if (!order.open.valid()) return "new";
  switch (view.plant.production_orders[order.open].status) {
    case model::SupplyStatus::planned:
      return "planned";
    case model::SupplyStatus::firm:
      return "firm";
    case model::SupplyStatus::released:
      return "released";
  }
  return {};
}

void production_order_row(const PlanView& view, std::size_t i, Cells& cells) {
  const kilter::plan::ProductionOrderId id(i);
  const kilter::plan::ProductionOrder& order = view.plan.production_orders[id];
  cells.id(view.ids.production_order(view.plan, id));
  cells.text(view.plant.items[order.item].id);
  cells.quantity(order.quantity);
  cells.moment_or_empty(order.start, kNever);
  cells.moment_or_empty(order.end, kNever);
  order_id(view, order.for_order, cells);
  order.site.valid() ? cells.text(view.plant.sites[order.site].id) : cells.empty();
  cells.quantity(order.good);
  cells.text(status_of(view, order));
  cells.moment_or_empty(order.need, kNever);
  order.rank == kNoRank ? cells.empty() : cells.integer(order.rank);
}

// Ids of all persons (or tools) on a placement, in the plan's order.
void names(const PlanView& view, const kilter::plan::Placement& placement, AssigneeKind kind, Cells& cells) {
  std::string joined;
  for (const kilter::plan::AssignmentId id : placement.assignments) {
    const Assignment& assignment = view.plan.assignments[id];
    if (assignment.kind != kind) continue;
    if (!joined.empty()) joined += ';';
    joined += kind == AssigneeKind::person ? view.plant.people[model::PersonId(assignment.index)].id
                                           : view.plant.tools[model::ToolId(assignment.index)].id;
  }
  cells.text(joined);
}

void operation_id(const PlanView& view, const kilter::plan::Placement& placement, Cells& cells) {
  cells.id(view.ids.production_order(view.plan, placement.order));
  placement.operation.valid() ? cells.text(view.plant.operations[placement.operation].id) : cells.empty();
}

void operation_row(const PlanView& view, std::size_t i, Cells& cells) {
  const kilter::plan::Placement& placement = view.plan.placements[kilter::plan::PlacementId(i)];
  const kilter::plan::ProductionOrder& order = view.plan.production_orders[placement.order];
  operation_id(view, placement, cells);
  placement.unit.valid() ? cells.text(view.plant.work_units[placement.unit].id) : cells.empty();
  names(view, placement, AssigneeKind::person, cells);
  names(view, placement, AssigneeKind::tool, cells);
  cells.moment_or_empty(placement.start, kNever);
  cells.moment_or_empty(placement.end, kNever);
  cells.text(view.plant.items[order.item].id);
  order_id(view, order.for_order, cells);
  cells.text(kilter::plan::word(placement.status));
  cells.integer(placement.lane + std::int64_t{1});
  cells.integer(placement.setup);
  cells.integer(placement.run);
  cells.moment_or_empty(placement.material, kLongAgo);
}

void assignment_row(const PlanView& view, std::size_t i, Cells& cells) {
  const Assignment& assignment = view.plan.assignments[kilter::plan::AssignmentId(i)];
  operation_id(view, view.plan.placements[assignment.placement], cells);
  cells.text(kilter::plan::word(assignment.kind));
  const bool person = assignment.kind == AssigneeKind::person;
  cells.text(person ? view.plant.people[model::PersonId(assignment.index)].id
                    : view.plant.tools[model::ToolId(assignment.index)].id);
  cells.integer(assignment.copy + std::int64_t{1});
  assignment.skill.valid() ? cells.text(view.plant.skills[assignment.skill].id) : cells.empty();
  cells.moment_or_empty(assignment.start, kNever);
  cells.moment_or_empty(assignment.end, kNever);
  cells.text(kilter::plan::word(assignment.reason));
  cells.text(kilter::plan::explain(assignment.reason));
}

}  // namespace

PlanTable production_orders_table() {
  return {.name = "production_orders",
          .meaning = "What is made: new orders (P-1, P-2, ...) and the open ones carried on under their own id.",
          .columns = {{"id", "P-n for a new order, or the open order's id"},
                      {"item", "what is made"},
                      {"quantity", "units started"},
                      {"start", "its first operation begins"},
                      {"end", "its output is available"},
                      {"for_order",
                       "its own customer order if it serves that, else the most urgent that it serves; empty: stock"},
                      {"site", "where"},
                      {"good", "units expected good"},
                      {"status", "new, or the open order's: planned, firm, released"},
                      {"need", "latest end for everything it serves to be on time, whether the plan makes that or not"},
                      {"rank", "place in the allocation of scarce supply, 0 = first; empty: stock"}},
          .rows = [](const PlanView& view) { return view.plan.production_orders.size(); },
          .row = production_order_row};
}

PlanTable operations_table() {
  return {.name = "operations",
          .meaning = "Every operation with its unit, people, tools and times.",
          .columns = {{"production_order", "id in production_orders.csv"},
                      {"operation", "id of the operation within the item"},
                      {"unit", "work unit; empty: no machine"},
                      {"people", "ids joined by ;"},
                      {"tools", "ids joined by ;"},
                      {"start", "setup begins"},
                      {"end", "finished"},
                      {"item", "what is made"},
                      {"for_order", "the customer order that it serves; empty: stock"},
                      {"status", "waiting, pinned, started, done"},
                      {"lane", "which of the identical machines of the unit, from 1"},
                      {"setup_seconds", "working time of the setup at its begin"},
                      {"run_seconds", "working time after the setup"},
                      {"material", "its last purchase or stock arrives; empty: waits for none"}},
          .rows = [](const PlanView& view) { return view.plan.placements.size(); },
          .row = operation_row};
}

PlanTable assignments_table() {
  return {.name = "assignments",
          .meaning = "Who and which tool is occupied by an operation, when, and why this one.",
          .columns = {{"production_order", "id in production_orders.csv"},
                      {"operation", "id of the operation within the item"},
                      {"kind", "person or tool"},
                      {"who", "id of the person or tool"},
                      {"copy", "which of the identical tools, from 1"},
                      {"skill", "what the person is needed for"},
                      {"start", "occupied from"},
                      {"end", "occupied until"},
                      {"reason", "what decided among those who could"},
                      {"explanation", "the reason in words"}},
          .rows = [](const PlanView& view) { return view.plan.assignments.size(); },
          .row = assignment_row};
}

}  // namespace kilter::codec
