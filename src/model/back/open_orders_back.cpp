#include "model/back/back.hpp"

namespace kilter::model {
namespace {

void progress_back(const Plant& plant, const OpenProductionOrder& order, PlantDraft& draft) {
  for (const OperationProgress& progress : order.progress) {
    std::string people;
    for (const PersonId person : progress.people) {
      if (!people.empty()) people += ';';
      people += plant.people[person].id;
    }
    const bool begun = progress.status != WorkStatus::waiting;
    draft.progress.push_back(
        {.production_order = order.id,
         .operation = plant.operations[progress.operation].id,
         .status = progress.status,
         .work_unit = id_of(plant.work_units, progress.unit),
         .start = begun || progress.start != Instant{} ? std::optional(progress.start) : std::nullopt,
         .end = progress.end,
         .done_quantity = progress.done,
         .people = draft.keep(std::move(people))});
  }
}

}  // namespace

void open_orders_back(const Plant& plant, PlantDraft& draft) {
  for (const OpenProductionOrder& order : plant.production_orders) {
    draft.production_orders.push_back({.id = order.id,
                                       .item = plant.items[order.item].id,
                                       .site = id_of(plant.sites, order.site),
                                       .quantity = order.quantity,
                                       .status = order.status,
                                       .due = order.due,
                                       .for_order = id_of(plant.orders, order.for_order)});
    progress_back(plant, order, draft);
  }
  for (const OpenPurchaseOrder& order : plant.purchase_orders) {
    draft.purchase_orders.push_back({.id = order.id,
                                     .vendor = plant.vendors[order.vendor].id,
                                     .item = plant.items[order.item].id,
                                     .site = id_of(plant.sites, order.site),
                                     .quantity = order.quantity,
                                     .price = order.price,
                                     .status = order.status,
                                     .ordered = order.ordered,
                                     .requested = order.requested,
                                     .first_confirmed = order.first_confirmed,
                                     .current = order.current});
  }
}

}  // namespace kilter::model
