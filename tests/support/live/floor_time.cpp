#include "support/live/floor_time.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/require.hpp"
#include "model/draft_of.hpp"
#include "plan/work_content.hpp"
#include "plan/working_hours.hpp"

namespace kilter::support {
namespace {

using base::Quantity;
using model::PlantDraft;
using model::WorkStatus;
using plan::Placement;
using plan::PlacementId;
using plan::ProductionOrderId;
using plan::SupplyKind;
using time::Tick;

class FloorTime {
 public:
  FloorTime(const model::Plant& plant, const plan::Plan& plan, Tick now)
      : plant_(plant), plan_(plan), now_(now), draft_(model::draft_of(plant)) {}

  PlantDraft pass() {
    draft_.plant.origin = plant_.frame.instant(now_);
    for (const plan::PegId id : base::ids_of(plan_.pegs)) {
      if (is_used(plan_.pegs[id]))
        used_[{plan_.pegs[id].supply, plan_.pegs[id].supply_index}] += plan_.pegs[id].quantity;
    }
    use_stock();
    receive();
    buy();
    report_work();
    deliver();
    return std::move(draft_);
  }

 private:
  [[nodiscard]] bool has_begun(const Placement& placement) const {
    const bool fact = placement.status == WorkStatus::started || placement.status == WorkStatus::done;
    return fact || placement.start < now_;
  }
  [[nodiscard]] bool is_done(const Placement& placement) const {
    return placement.status == WorkStatus::done || placement.end <= now_;
  }
  [[nodiscard]] bool is_done(const plan::ProductionOrder& order) const {
    bool done = true;
    for (const PlacementId id : order.placements) done = done && is_done(plan_.placements[id]);
    return done;
  }
  [[nodiscard]] const plan::Delivery* delivery(model::OrderId order) const {
    for (const plan::Delivery& each : plan_.deliveries) {
      if (each.order == order) return &each;
    }
    return nullptr;
  }
  [[nodiscard]] bool is_delivered(model::OrderId order) const {
    const plan::Delivery* const each = delivery(order);
    return each != nullptr && each->planned() && each->delivered <= now_;
  }

  // Taken by work that has begun meanwhile, or by a customer.
  [[nodiscard]] bool is_used(const plan::Peg& peg) const {
    if (peg.demand == plan::DemandKind::order) return is_delivered(model::OrderId(peg.demand_index));
    if (peg.demand == plan::DemandKind::safety_stock) return false;
    return has_begun(plan_.placements[PlacementId(peg.demand_index)]);
  }
  [[nodiscard]] Quantity used(SupplyKind kind, std::uint32_t index) const {
    const auto found = used_.find({kind, index});
    return found == used_.end() ? Quantity::zero() : found->second;
  }

  void use_stock() {
    for (const model::StockId id : base::ids_of(plant_.stock)) {
      draft_.stock[id.index()].quantity -= used(SupplyKind::stock, id.index());
    }
    std::erase_if(draft_.stock, [](const model::StockRow& row) { return !row.quantity.positive(); });
  }

  void stock_up(model::ItemId item, model::SiteId site, Quantity quantity, Tick since) {
    if (!quantity.positive()) return;
    model::StockRow row{.item = plant_.items[item].id, .site = plant_.sites[site].id, .quantity = quantity};
    if (plant_.items[item].shelf_life) row.expiry = plant_.frame.instant(since) + *plant_.items[item].shelf_life;
    draft_.stock.push_back(row);
  }

  void receive() {
    std::vector<model::PurchaseOrderRow> open;
    for (const model::OpenPurchaseOrderId id : base::ids_of(plant_.purchase_orders)) {
      const model::OpenPurchaseOrder& order = plant_.purchase_orders[id];
      const Tick at = plant_.frame.tick(order.current);
      if (order.status == model::SupplyStatus::planned || at > now_) {
        open.push_back(draft_.purchase_orders[id.index()]);
        continue;
      }
      const Quantity good = order.quantity.times_floor(plant_.items[order.item].yield);
      stock_up(order.item, order.site, good - used(SupplyKind::open_purchase, id.index()), at);
    }
    draft_.purchase_orders = std::move(open);
  }

  // What was to be ordered by now is ordered, and there when it was to be there by now.
  void buy() {
    for (const plan::PurchaseId id : base::ids_of(plan_.purchases)) {
      const plan::Purchase& purchase = plan_.purchases[id];
      if (purchase.order_at > now_) continue;
      if (purchase.receipt_at <= now_) {
        stock_up(purchase.item, purchase.site, purchase.good - used(SupplyKind::purchase, id.index()),
                 purchase.receipt_at);
        continue;
      }
      draft_.purchase_orders.push_back(
          {.id = draft_.keep("SENT-" + std::to_string(now_) + "-" + std::to_string(id.index())),
           .vendor = plant_.vendors[plant_.offers[purchase.offer].vendor].id,
           .item = plant_.items[purchase.item].id,
           .site = plant_.sites[purchase.site].id,
           .quantity = purchase.quantity,
           .price = purchase.unit_price,
           .ordered = plant_.frame.instant(purchase.order_at),
           .current = plant_.frame.instant(purchase.receipt_at)});
    }
  }

  void report_work() {
    std::set<std::string_view> done;
    for (const ProductionOrderId id : base::ids_of(plan_.production_orders)) {
      const plan::ProductionOrder& order = plan_.production_orders[id];
      KILTER_REQUIRE(order.open.valid());
      if (!is_done(order)) continue;
      done.insert(plant_.production_orders[order.open].id);
      stock_up(order.item, order.site, order.good - used(SupplyKind::production, id.index()), order.end);
    }
    std::erase_if(draft_.production_orders, [&](const auto& row) { return done.contains(row.id.view()); });
    std::erase_if(draft_.clearances, [&](const auto& row) { return done.contains(row.production_order.view()); });
    std::vector<model::ProgressRow> pins;
    for (const model::ProgressRow& row : draft_.progress) {
      if (row.status == WorkStatus::pinned && !done.contains(row.production_order.view())) pins.push_back(row);
    }
    draft_.progress.clear();
    for (const Placement& placement : plan_.placements) {
      const plan::ProductionOrder& order = plan_.production_orders[placement.order];
      const std::string& id = plant_.production_orders[order.open].id;
      if (done.contains(id)) continue;
      if (has_begun(placement)) {
        report(placement, order, id);
      } else {
        for (const model::ProgressRow& row : pins) {
          const bool same =
              row.production_order.view() == id && row.operation.view() == plant_.operations[placement.operation].id;
          if (same) draft_.progress.push_back(row);
        }
      }
    }
  }

  void report(const Placement& placement, const plan::ProductionOrder& order, const std::string& id) {
    std::string people;
    for (const plan::AssignmentId each : placement.assignments) {
      const plan::Assignment& assignment = plan_.assignments[each];
      const bool is_there = is_done(placement) || assignment.end > now_;
      if (assignment.kind != plan::AssigneeKind::person || !is_there) continue;
      people += (people.empty() ? "" : ";") + plant_.people[model::PersonId(assignment.index)].id;
    }
    model::ProgressRow row{.production_order = id,
                           .operation = plant_.operations[placement.operation].id,
                           .status = is_done(placement) ? WorkStatus::done : WorkStatus::started,
                           .start = plant_.frame.instant(placement.start),
                           .people = draft_.keep(people)};
    if (placement.unit.valid()) row.work_unit = plant_.work_units[placement.unit].id;
    if (is_done(placement)) {
      row.end = plant_.frame.instant(placement.end);
    } else {
      row.done_quantity = done_of(placement, order);
    }
    draft_.progress.push_back(row);
  }

  // As much as leaves the working time that is left until the planned end, parts of a piece too.
  [[nodiscard]] Quantity done_of(const Placement& placement, const plan::ProductionOrder& order) const {
    const Quantity units = plan::quantity_at(plant_, order, placement.operation);
    time::WorkingCalendar hours = placement.unit.valid()
                                      ? plan::unit_hours(plant_, plan_.overtime, placement.unit)
                                      : time::WorkingCalendar::always(plant_.span_begin, plant_.span_end);
    for (const plan::AssignmentId each : placement.assignments) {
      const plan::Assignment& assignment = plan_.assignments[each];
      if (assignment.kind != plan::AssigneeKind::person || assignment.end < placement.end) continue;
      const model::PersonId person(assignment.index);
      hours = time::WorkingCalendar::intersect(hours, plan::person_hours(plant_, plan_.overtime, person));
    }
    const std::int64_t left = hours.work_between(now_, placement.end);
    if (placement.run <= 0 || left >= placement.run) return Quantity::zero();
    const std::int64_t done = base::mul_div_floor(units.raw(), placement.run - left, placement.run);
    return Quantity::micros(done).times_floor(plant_.operations[placement.operation].yield);
  }

  void deliver() {
    for (const model::OrderId id : base::ids_of(plant_.orders)) {
      if (is_delivered(id)) draft_.orders[id.index()].status = model::OrderStatus::closed;
    }
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  Tick now_;
  PlantDraft draft_;
  std::map<std::pair<SupplyKind, std::uint32_t>, Quantity> used_;
};

}  // namespace

model::PlantDraft after(const model::Plant& plant, const plan::Plan& plan, model::Duration elapsed) {
  return FloorTime(plant, plan, static_cast<Tick>(elapsed.count())).pass();
}

}  // namespace kilter::support
