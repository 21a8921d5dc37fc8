#include <cstdint>
#include <string>

#include "codec/plan/tables/tables.hpp"
#include "plan/words.hpp"

namespace kilter::codec {
namespace {

using kilter::plan::kNever;

// Minutes late; a minute begun counts whole.
std::int64_t late_minutes(const kilter::plan::Delivery& delivery) { return (delivery.late() + std::int64_t{59}) / 60; }

// "LIC 2027-02-21T00:00:00+01:00; DOC no date".
std::string open_clearances(const PlanView& view, model::OrderId order) {
  std::string text;
  for (const model::Clearance& clearance : view.plant.clearances) {
    if (clearance.cleared || clearance.order != order) continue;
    if (!text.empty()) text += "; ";
    text += clearance.id + " ";
    text += clearance.expected ? view.civil.str(view.plant.frame.tick(*clearance.expected)) : "no date";
  }
  return text;
}

void order_row(const PlanView& view, std::size_t i, Cells& cells) {
  const kilter::plan::Delivery& delivery = view.plan.deliveries[i];
  const model::CustomerOrder& order = view.plant.orders[delivery.order];
  cells.text(order.id);
  cells.text(view.plant.items[order.item].id);
  cells.quantity(order.quantity);
  cells.integer(order.priority);
  cells.moment(delivery.due);
  cells.moment_or_empty(delivery.delivered, kNever);
  delivery.planned() ? cells.integer(late_minutes(delivery)) : cells.empty();
  delivery.planned() ? cells.integer(delivery.late()) : cells.empty();
  cells.moment_or_empty(delivery.first_delivered, kNever);
  order.customer.valid() ? cells.text(view.plant.customers[order.customer].id) : cells.empty();
  cells.moment(view.plant.frame.tick(order.requested));
  order.promised ? cells.moment(view.plant.frame.tick(*order.promised)) : cells.empty();
  cells.text(open_clearances(view, delivery.order));
}

void unplanned_row(const PlanView& view, std::size_t i, Cells& cells) {
  const kilter::plan::Unplanned& gap = view.plan.unplanned[i];
  cells.text(view.plant.orders[gap.order].id);
  cells.text(view.plant.items[gap.item].id);
  cells.quantity(gap.quantity);
  cells.text(kilter::plan::word(gap.reason));
  cells.text(kilter::plan::explain(gap.reason));
}

}  // namespace

PlanTable orders_table() {
  return {.name = "orders",
          .meaning = "Every firm customer order line and when it is delivered.",
          .columns = {{"order", "id of the customer order"},
                      {"item", "what is delivered"},
                      {"quantity", "still to deliver, in the item's unit"},
                      {"priority", "higher = more urgent"},
                      {"due", "promised, or else requested"},
                      {"delivered", "when its last unit is there and it is cleared; empty: cannot be planned whole"},
                      {"late_minutes",
                       "minutes after due, a minute begun counts whole; 0 = on time, if what it waits for without a "
                       "date comes in time"},
                      {"late_seconds", "the same, exactly"},
                      {"first_delivered", "first part, where partial shipments are allowed"},
                      {"customer", "id of the customer"},
                      {"requested", "date asked for"},
                      {"promised", "date promised; empty: none"},
                      {"clearances",
                       "its own that are not given, each with the date expected or `no date`; `delivered` is as if "
                       "those without a date came in time"}},
          .rows = [](const PlanView& view) { return view.plan.deliveries.size(); },
          .row = order_row};
}

PlanTable unplanned_table() {
  return {.name = "unplanned",
          .meaning = "Parts of customer orders that cannot be served, and why.",
          .columns = {{"order", "id of the customer order"},
                      {"item", "where it fails, maybe a component"},
                      {"quantity", "units of the order's item"},
                      {"reason", "one word or two"},
                      {"explanation", "the reason as a sentence"}},
          .rows = [](const PlanView& view) { return view.plan.unplanned.size(); },
          .row = unplanned_row};
}

}  // namespace kilter::codec
