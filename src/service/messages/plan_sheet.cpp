#include "service/messages/plan_sheet.hpp"

#include <fmt/format.h>

#include "codec/text/human.hpp"
#include "plan/id_texts.hpp"

namespace kilter::service {
namespace {

class SheetWriter {
 public:
  SheetWriter(const model::Plant& plant, const plan::Plan& plan) : plant_(plant), plan_(plan), ids_(plant) {}

  PlanSheet write() {
    sheet_.objective = plan_.objective;
    for (std::uint32_t i = 0; i < plan_.placements.size(); ++i) work(plan::PlacementId(i));
    for (const plan::Assignment& assignment : plan_.assignments) person(assignment);
    for (const plan::Delivery& delivery : plan_.deliveries) promise(delivery);
    for (const plan::Purchase& purchase : plan_.purchases) bought(purchase);
    return std::move(sheet_);
  }

 private:
  [[nodiscard]] Second second(time::Tick tick) const {
    return plant_.policy.origin.time_since_epoch().count() + tick - plant_.frame.tick(plant_.policy.origin);
  }
  [[nodiscard]] static bool is_to_come(const plan::Placement& placement) {
    return placement.status == model::WorkStatus::waiting || placement.status == model::WorkStatus::pinned;
  }
  [[nodiscard]] std::string name(plan::PlacementId id) const { return ids_.operation(plan_, id).str(); }

  [[nodiscard]] WorkLine line(const plan::Placement& placement) const {
    const plan::ProductionOrder& order = plan_.production_orders[placement.order];
    const model::WorkUnitId unit = placement.unit;
    return {.what = fmt::format("{} {}, {}", codec::human_quantity(order.quantity), plant_.items[order.item].id,
                                plant_.operations[placement.operation].name),
            .start = second(placement.start),
            .unit = unit.valid() ? plant_.work_units[unit].id : std::string()};
  }
  void work(plan::PlacementId id) {
    const plan::Placement& placement = plan_.placements[id];
    if (!is_to_come(placement)) sheet_.begun.insert(name(id));
    if (!is_to_come(placement) || !placement.unit.valid()) return;
    const model::WorkCentreId centre = plant_.work_units[placement.unit].work_centre;
    sheet_.centres[plant_.work_centres[centre].id].emplace(name(id), line(placement));
  }
  void person(const plan::Assignment& assignment) {
    const plan::Placement& placement = plan_.placements[assignment.placement];
    if (assignment.kind != plan::AssigneeKind::person || !is_to_come(placement)) return;
    const std::string& who = plant_.people[model::PersonId(assignment.index)].id;
    sheet_.people[who].emplace(name(assignment.placement), line(placement));
  }
  void promise(const plan::Delivery& delivery) {
    const model::CustomerOrder& order = plant_.orders[delivery.order];
    PromiseLine line{.customer = order.customer.valid() ? plant_.customers[order.customer].id : std::string(),
                     .item = plant_.items[order.item].id,
                     .due = second(delivery.due),
                     .delivered = std::nullopt};
    if (delivery.planned()) line.delivered = second(delivery.delivered);
    sheet_.promises.emplace(order.id, std::move(line));
  }
  void bought(const plan::Purchase& purchase) {
    ++sheet_.purchases[{.vendor = plant_.vendors[plant_.offers[purchase.offer].vendor].id,
                        .item = plant_.items[purchase.item].id,
                        .quantity = codec::human_quantity(purchase.quantity),
                        .order_at = second(purchase.order_at),
                        .receipt_at = second(purchase.receipt_at)}];
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  plan::IdTexts ids_;
  PlanSheet sheet_;
};

}  // namespace

PlanSheet sheet_of(const model::Plant& plant, const plan::Plan& plan) { return SheetWriter(plant, plan).write(); }

}  // namespace kilter::service
