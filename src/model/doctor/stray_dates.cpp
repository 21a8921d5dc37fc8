// Dates that cannot be or that surprise: due in the past or after the horizon, receipts overdue, work begun in the
// future, stock expired.
#include <algorithm>

#include "model/doctor/doctor.hpp"

namespace kilter::model {
namespace {

void examine_orders(Examination& exam) {
  const Policy& policy = exam.plant.policy;
  for (const OrderId id : ids_of(exam.plant.orders)) {
    const CustomerOrder& order = exam.plant.orders[id];
    const OrderRow& row = exam.draft.orders[id.index()];
    if (order.status == OrderStatus::closed) continue;
    const char* column = order.promised ? "promised" : "requested";
    if (order.due() > policy.horizon) {
      exam.report.warning("due-after-horizon", spot(row, column, row.id), "the order is due after the horizon",
                          "Move the horizon in plant.csv if the order is to be planned in time.");
    } else if (order.due() < policy.origin) {
      exam.report.warning("due-in-the-past", spot(row, column, row.id),
                          "the order was due before the origin: it is late already",
                          "Agree on a new date and fill in promised.");
    }
  }
}

void examine_count(Examination& exam) {
  const auto& orders = exam.plant.orders;
  const bool any = std::any_of(orders.begin(), orders.end(),
                               [](const CustomerOrder& order) { return order.status == OrderStatus::firm; });
  if (any) return;
  exam.report.warning("nothing-to-plan", {.file = OrderRow::kFile, .row = 0, .column = "status", .value = {}},
                      "there is no firm order: the plan will only fill safety stock and open production orders",
                      "Fill in orders.csv, or check the status of its rows.");
}

void examine_production_orders(Examination& exam) {
  const Policy& policy = exam.plant.policy;
  for (const OpenProductionOrderId id : ids_of(exam.plant.production_orders)) {
    const ProductionOrderRow& row = exam.draft.production_orders[id.index()];
    if (row.due > policy.horizon) {
      exam.report.warning("due-after-horizon", spot(row, "due", row.id),
                          "the production order is due after the horizon",
                          "Check the date, or move the horizon in plant.csv.");
    } else if (row.due < policy.origin) {
      exam.report.warning("due-in-the-past", spot(row, "due", row.id), "the production order was due before the origin",
                          "Give it a new date.");
    }
  }
}

void examine_purchase_orders(Examination& exam) {
  const Policy& policy = exam.plant.policy;
  for (const PurchaseOrderRow& row : exam.draft.purchase_orders) {
    if (row.current < policy.origin) {
      exam.report.warning("receipt-overdue", spot(row, "current", row.id),
                          "the purchase is expected before the origin, but is still open",
                          "Ask the vendor for a new date.");
    } else if (row.current > policy.horizon) {
      exam.report.warning("receipt-after-horizon", spot(row, "current", row.id),
                          "the purchase is expected after the horizon", "Check the date.");
    }
    if (row.ordered && *row.ordered > policy.origin && row.status == SupplyStatus::released) {
      exam.report.warning("ordered-in-the-future", spot(row, "ordered", row.id),
                          "the purchase was sent after the origin", "Check the date or the status.");
    }
  }
}

void examine_progress(Examination& exam) {
  const Policy& policy = exam.plant.policy;
  for (const ProgressRow& row : exam.draft.progress) {
    const bool happened = row.status == WorkStatus::started || row.status == WorkStatus::done;
    if (happened && row.start && *row.start > policy.origin) {
      exam.report.error("work-in-the-future", spot(row, "start", row.operation), "the work began after the origin",
                        "Check the start, or move the origin in plant.csv.");
    }
    if (row.status == WorkStatus::done && row.end && *row.end > policy.origin) {
      exam.report.error("work-in-the-future", spot(row, "end", row.operation), "the work ended after the origin",
                        "Check the end, or move the origin in plant.csv.");
    }
    if (row.status == WorkStatus::pinned && row.start && *row.start < policy.origin) {
      exam.report.error("pinned-in-the-past", spot(row, "start", row.operation),
                        "the work is pinned to a start before the origin",
                        "Pin it to a later start, or set the status to started.");
    }
  }
}

void examine_stock(Examination& exam) {
  for (const StockRow& row : exam.draft.stock) {
    if (!row.expiry || *row.expiry > exam.plant.policy.origin) continue;
    exam.report.warning("expired-stock", spot(row, "expiry", row.item),
                        "the stock has expired: it is not planned into work",
                        "Correct the date, or take the stock out.");
  }
}

}  // namespace

void find_stray_dates(Examination& exam) {
  if (!exam.build.dates_known) return;
  examine_orders(exam);
  examine_count(exam);
  examine_production_orders(exam);
  examine_purchase_orders(exam);
  examine_progress(exam);
  examine_stock(exam);
  const Policy& policy = exam.plant.policy;
  if (policy.frozen + policy.slushy > policy.horizon - policy.origin) {
    exam.report.warning("zones-beyond-horizon", spot(exam.draft.plant, "frozen"),
                        "the frozen and slushy zones reach beyond the horizon", "Shorten them.");
  }
}

}  // namespace kilter::model
