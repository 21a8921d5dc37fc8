#include "support/random_plant/maker.hpp"

namespace kilter::support {
namespace {

using model::Money;
using model::Quantity;
using model::WorkStatus;

void add_order(Maker& maker, std::size_t number) {
  const Made& item = maker.any(maker.made);
  model::OrderRow row;
  row.id = maker.name("SO-", number);
  row.customer = maker.name("customer-", maker.pick(2));
  row.item = item.id;
  row.site = maker.site_name(item.site);
  row.quantity = Quantity::units(maker.random.between(1, 25));
  row.requested = maker.at(maker.random.between(-3, 40), maker.minutes(0, 24 * 60 - 1));
  if (maker.chance(0.4)) row.promised = row.requested + kDay * maker.random.between(-2, 5);
  row.priority = static_cast<std::int32_t>(maker.random.between(0, 5));
  row.price = model::UnitPrice::micros(maker.random.between(50, 900) * 1'000'000);
  if (maker.chance(0.4)) row.penalty_per_day = Money::minor(maker.random.between(1, 500) * 100);
  row.partial = maker.chance(0.2);
  const std::size_t kind = maker.pick(12);
  row.status = kind == 0   ? model::OrderStatus::inquiry
               : kind == 1 ? model::OrderStatus::closed
                           : model::OrderStatus::firm;
  maker.draft.orders.push_back(row);
}

model::ProductionOrderRow& add_open_order(Maker& maker, const Made& item) {
  model::ProductionOrderRow row;
  row.id = maker.draft.keep("MO-" + std::to_string(maker.draft.production_orders.size() + 1));
  row.item = item.id;
  row.site = maker.site_name(item.site);
  row.quantity = Quantity::units(maker.random.between(2, 20));
  const std::size_t kind = maker.pick(3);
  row.status = kind == 0   ? model::SupplyStatus::planned
               : kind == 1 ? model::SupplyStatus::firm
                           : model::SupplyStatus::released;
  row.due = maker.at(maker.random.between(-2, 20), 12 * kHour);
  return maker.draft.production_orders.emplace_back(row);
}

// A unit that may do the operation: one of those named for it, or any of its centre when none is.
Text unit_for(Maker& maker, Text item, Text operation, const Centre& centre) {
  for (const model::OperationUnitRow& row : maker.draft.operation_units) {
    if (row.item == item && row.operation == operation) return row.work_unit;
  }
  return centre.units.front();
}

// The first operation is done, the second may have begun; `busy` units already have something running.
void add_progress(Maker& maker, const Made& item, Text order, Quantity quantity, std::vector<Text>& busy) {
  model::ProgressRow row;
  row.production_order = order;
  row.operation = item.operations.front();
  const Centre& centre = maker.centres[item.centre_of.front()];
  row.work_unit = unit_for(maker, item.id, row.operation, centre);
  const bool taken = std::find(busy.begin(), busy.end(), row.work_unit) != busy.end();
  const bool chain = item.operations.size() > 1;
  if (taken && !chain) return;
  row.start = maker.origin - maker.minutes(60, 3'000);
  if (chain && (taken || maker.chance(0.5))) {
    row.status = WorkStatus::done;
    row.end = *row.start + maker.minutes(10, 50);
    row.done_quantity = quantity;
  } else {
    row.status = WorkStatus::started;
    row.done_quantity = maker.chance(0.5) ? Quantity::units(1) : Quantity::zero();
    busy.push_back(row.work_unit);
  }
  maker.draft.progress.push_back(row);
}

void add_open_orders(Maker& maker) {
  std::vector<Text> busy;
  const std::size_t count = maker.pick(static_cast<std::size_t>(maker.size) + 2);
  for (std::size_t i = 0; i < count; ++i) {
    const Made& item = maker.any(maker.made);
    if (maker.centres[item.centre_of.front()].pins) continue;
    model::ProductionOrderRow& order = add_open_order(maker, item);
    if (order.status != model::SupplyStatus::released || maker.chance(0.3)) continue;
    add_progress(maker, item, order.id, order.quantity, busy);
  }
}

// One pinned operation per centre kept for pins: somewhere in the coming days, whatever the hour.
void add_pins(Maker& maker) {
  for (const Made& item : maker.made) {
    const Centre& centre = maker.centres[item.centre_of.front()];
    if (!centre.pins || !maker.chance(0.7)) continue;
    model::ProductionOrderRow& order = add_open_order(maker, item);
    order.status = model::SupplyStatus::firm;
    maker.draft.progress.push_back({.production_order = order.id,
                                    .operation = item.operations.front(),
                                    .status = WorkStatus::pinned,
                                    .work_unit = centre.units.front(),
                                    .start = maker.origin + maker.minutes(60, 9'000)});
  }
}

void add_money(Maker& maker) {
  using model::AccountKind;
  const AccountKind kinds[] = {AccountKind::material, AccountKind::labour,  AccountKind::machine,
                               AccountKind::overtime, AccountKind::outside, AccountKind::freight};
  static constexpr const char* kNames[] = {"material", "labour", "machine", "overtime", "outside", "freight"};
  for (std::size_t i = 0; i < 6; ++i) {
    if (maker.chance(0.4)) continue;
    maker.draft.accounts.push_back({.id = kNames[i], .kind = kinds[i]});
    for (std::int64_t period = 0; period < 3; ++period) {
      model::BudgetRow row;
      row.account = kNames[i];
      row.from = maker.at(period * 20 - 10, {});
      row.until = maker.at(period * 20 + 10, {});
      row.spent = Money::minor(maker.random.between(0, 1'000) * 100);
      row.committed = Money::minor(maker.random.between(0, 1'000) * 100);
      if (maker.chance(0.5)) row.soft_cap = Money::minor(maker.random.between(2'000, 90'000) * 100);
      const bool often = kinds[i] == AccountKind::material || kinds[i] == AccountKind::overtime;
      const bool capped = kinds[i] != AccountKind::freight && maker.chance(often ? 0.4 : 0.1);
      if (capped) row.hard_cap = Money::minor(maker.random.between(4'000, often ? 900'000 : 90'000) * 100);
      maker.draft.budgets.push_back(row);
    }
  }
}

void add_clearances(Maker& maker) {
  static constexpr model::Lamp kLamps[] = {model::Lamp::document, model::Lamp::quality, model::Lamp::paperwork};
  const std::size_t count = maker.pick(3);
  for (std::size_t i = 0; i < count; ++i) {
    model::ClearanceRow row;
    row.id = maker.name("clearance-", i);
    row.lamp = kLamps[maker.pick(3)];
    const std::size_t kind = maker.pick(3);
    if (kind == 0) {
      row.order = maker.any(maker.draft.orders).id;
    } else if (kind == 1 && !maker.draft.production_orders.empty()) {
      row.production_order = maker.any(maker.draft.production_orders).id;
    } else {
      const Made& item = maker.any(maker.made);
      row.item = item.id;
      row.operation = maker.any(item.operations);
    }
    row.cleared = maker.chance(0.3);
    if (maker.chance(0.8)) row.expected = maker.at(maker.random.between(-1, 10), 10 * kHour);
    row.owner = "quality office";
    maker.draft.clearances.push_back(row);
  }
}

}  // namespace

void add_demand(Maker& maker) {
  for (std::size_t i = 0; i < 2; ++i) maker.draft.customers.push_back({.id = maker.name("customer-", i)});
  const std::size_t orders = 2 + static_cast<std::size_t>(maker.size) * 2 + maker.pick(4);
  for (std::size_t i = 0; i < orders; ++i) add_order(maker, i);
  add_open_orders(maker);
  add_pins(maker);
  add_money(maker);
  add_clearances(maker);
}

}  // namespace kilter::support
