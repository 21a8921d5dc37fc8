#include "model/back/back.hpp"

namespace kilter::model {
namespace {

void orders_back(const Plant& plant, PlantDraft& draft) {
  draft.orders.reserve(plant.orders.size());
  for (const CustomerOrder& order : plant.orders) {
    draft.orders.push_back({.id = order.id,
                            .customer = id_of(plant.customers, order.customer),
                            .item = plant.items[order.item].id,
                            .site = id_of(plant.sites, order.site),
                            .quantity = order.quantity,
                            .requested = order.requested,
                            .promised = order.promised,
                            .priority = order.priority,
                            .price = order.price,
                            .penalty_per_day = order.penalty_per_day,
                            .partial = order.partial,
                            .status = order.status});
  }
}

void clearances_back(const Plant& plant, PlantDraft& draft) {
  for (const Clearance& clearance : plant.clearances) {
    const bool of_operation = clearance.operation.valid();
    const ItemId item = of_operation ? plant.operations[clearance.operation].item : ItemId::none();
    draft.clearances.push_back({.id = clearance.id,
                                .lamp = clearance.lamp,
                                .order = id_of(plant.orders, clearance.order),
                                .production_order = id_of(plant.production_orders, clearance.production_order),
                                .item = id_of(plant.items, item),
                                .operation = id_of(plant.operations, clearance.operation),
                                .cleared = clearance.cleared,
                                .expected = clearance.expected,
                                .owner = clearance.owner,
                                .note = clearance.note});
  }
}

}  // namespace

void demand_back(const Plant& plant, PlantDraft& draft) {
  for (const Customer& customer : plant.customers)
    draft.customers.push_back({.id = customer.id, .name = customer.name});
  orders_back(plant, draft);
  for (const Account& account : plant.accounts) {
    draft.accounts.push_back({.id = account.id, .name = account.name, .kind = account.kind});
  }
  for (const Budget& budget : plant.budgets) {
    draft.budgets.push_back({.account = plant.accounts[budget.account].id,
                             .from = budget.from,
                             .until = budget.until,
                             .soft_cap = budget.soft_cap,
                             .hard_cap = budget.hard_cap,
                             .spent = budget.spent,
                             .committed = budget.committed});
  }
  clearances_back(plant, draft);
}

}  // namespace kilter::model
