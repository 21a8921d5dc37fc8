#include "service/floor/event_kinds.hpp"

#include <utility>

namespace kilter::service {
namespace {

std::vector<KindRule> work_kinds() {
  return {
      {EventKind::operation_started,
       "operation.started",
       "Work on an operation begins, or somebody joins it. Its components leave the stock.",
       {{Field::production_order, true}, {Field::operation, true}, {Field::work_unit}, {Field::people}},
       R"("production_order":"MO-118","operation":"10","work_unit":"weld-1","people":"p07;p11")"},
      {EventKind::operation_paused,
       "operation.paused",
       "The operation rests.",
       {{Field::production_order, true}, {Field::operation, true}, {Field::reason}},
       R"("production_order":"MO-118","operation":"10","reason":"waiting for the crane")"},
      {EventKind::operation_resumed,
       "operation.resumed",
       "The operation goes on.",
       {{Field::production_order, true}, {Field::operation, true}},
       R"("production_order":"MO-118","operation":"10")"},
      {EventKind::operation_finished,
       "operation.finished",
       "The operation is done. With the last one, the good quantity is in stock as the lot of the order's id, and the "
       "order leaves.",
       {{Field::production_order, true},
        {Field::operation, true},
        {Field::work_unit},
        {Field::people},
        {Field::good},
        {Field::scrap},
        {Field::rework},
        {Field::reason}},
       R"("production_order":"MO-118","operation":"10","good":19,"scrap":1,"reason":"porous weld")"},
      {EventKind::quantity_good,
       "quantity.good",
       "So many more are good.",
       {{Field::production_order, true}, {Field::operation, true}, {Field::quantity, true}},
       R"("production_order":"MO-118","operation":"10","quantity":5)"},
      {EventKind::quantity_scrap,
       "quantity.scrap",
       "So many more are lost.",
       {{Field::production_order, true}, {Field::operation, true}, {Field::quantity, true}, {Field::reason}},
       R"("production_order":"MO-118","operation":"10","quantity":1,"reason":"burnt through")"},
      {EventKind::quantity_rework,
       "quantity.rework",
       "So many more must be reworked.",
       {{Field::production_order, true}, {Field::operation, true}, {Field::quantity, true}, {Field::reason}},
       R"("production_order":"MO-118","operation":"10","quantity":1,"reason":"out of true")"},
      {EventKind::production_finished,
       "production.finished",
       "All operations that are left of the order are done: for shops that do not report them one by one.",
       {{Field::production_order, true}, {Field::good}, {Field::scrap}, {Field::reason}},
       R"("production_order":"MO-118","good":20)"},
  };
}

std::vector<KindRule> units_kinds() {
  return {
      {EventKind::unit_down,
       "unit.down",
       "The unit stands still. Without `expected` four hours are assumed.",
       {{Field::work_unit, true}, {Field::reason}, {Field::expected}},
       R"("work_unit":"weld-1","reason":"coolant pump","expected":"2026-11-24T15:00")"},
      {EventKind::unit_up, "unit.up", "The unit runs again.", {{Field::work_unit, true}}, R"("work_unit":"weld-1")"},
      {EventKind::maintenance_asked,
       "maintenance.asked",
       "Maintenance is wanted; with `from` and `until` the unit is closed then.",
       {{Field::work_unit, true}, {Field::reason}, {Field::from}, {Field::until}},
       R"("work_unit":"weld-1","reason":"change the liner","from":"2026-11-27T14:00","until":"2026-11-27T16:00")"},
      {EventKind::maintenance_done,
       "maintenance.done",
       "It is done.",
       {{Field::maintenance, true}},
       R"("maintenance":"example-maintenance.asked")"},
      {EventKind::person_absent,
       "person.absent",
       "Somebody is not there. Without `until` the rest of the day is assumed.",
       {{Field::who, true}, {Field::from}, {Field::until}, {Field::reason}},
       R"("who":"p07","until":"2026-11-25","reason":"sick")"},
      {EventKind::person_returned, "person.returned", "Somebody is back.", {{Field::who, true}}, R"("who":"p07")"},
  };
}

std::vector<KindRule> material_kinds() {
  return {
      {EventKind::purchase_ordered,
       "purchase.ordered",
       "A purchase order is sent to the vendor: a new one, or one that was planned.",
       {{Field::purchase_order, true},
        {Field::vendor},
        {Field::item},
        {Field::site},
        {Field::quantity},
        {Field::price},
        {Field::expected}},
       R"("purchase_order":"PO-90","vendor":"nordtek","item":"motor","quantity":60,"expected":"2026-12-03")"},
      {EventKind::purchase_confirmed,
       "purchase.confirmed",
       "The vendor confirms a date.",
       {{Field::purchase_order, true}, {Field::expected, true}},
       R"("purchase_order":"PO-77","expected":"2026-12-01")"},
      {EventKind::purchase_moved,
       "purchase.moved",
       "The date is another one now.",
       {{Field::purchase_order, true}, {Field::expected, true}, {Field::reason}},
       R"("purchase_order":"PO-77","expected":"2026-12-04","reason":"carrier")"},
      {EventKind::purchase_received,
       "purchase.received",
       "Goods came in: all, a part, or too few (`complete`); what is rejected goes back.",
       {{Field::purchase_order, true},
        {Field::quantity, true},
        {Field::rejected},
        {Field::complete},
        {Field::location},
        {Field::lot},
        {Field::expiry},
        {Field::reason}},
       R"("purchase_order":"PO-77","quantity":58,"rejected":2,"lot":"L-2301")"},
      {EventKind::purchase_cancelled,
       "purchase.cancelled",
       "Nothing comes any more.",
       {{Field::purchase_order, true}, {Field::reason}},
       R"("purchase_order":"PO-77","reason":"vendor withdrew")"},
      {EventKind::stock_counted,
       "stock.counted",
       "What is there, counted: of a lot and place, or of the item where neither is given.",
       {{Field::item, true}, {Field::quantity, true}, {Field::lot}, {Field::location}, {Field::site}},
       R"("item":"tube","quantity":138,"lot":"L-2210")"},
  };
}

std::vector<KindRule> quality_kinds() {
  return {
      {EventKind::lot_held,
       "lot.held",
       "A lot must not be used: all of it, or `quantity`.",
       {{Field::item, true}, {Field::lot, true}, {Field::quantity}, {Field::reason}},
       R"("item":"tube","lot":"L-2210","reason":"cracks")"},
      {EventKind::lot_released,
       "lot.released",
       "The lot may be used again.",
       {{Field::item, true}, {Field::lot, true}},
       R"("item":"tube","lot":"L-2210")"},
      {EventKind::work_held,
       "work.held",
       "Work must not start: of a production order, of what is made for a customer order, or of an operation of an "
       "item.",
       {{Field::production_order},
        {Field::order},
        {Field::item},
        {Field::operation},
        {Field::reason},
        {Field::expected}},
       R"("production_order":"MO-118","reason":"drawing is wrong")"},
      {EventKind::work_released,
       "work.released",
       "Work may go on.",
       {{Field::production_order}, {Field::order}, {Field::item}, {Field::operation}},
       R"("production_order":"MO-118")"},
      {EventKind::inspection_passed,
       "inspection.passed",
       "An inspection found it good: holds of this order or lot are lifted.",
       {{Field::production_order}, {Field::operation}, {Field::item}, {Field::lot}, {Field::quantity}, {Field::reason}},
       R"("production_order":"MO-118","operation":"10","quantity":20)"},
      {EventKind::inspection_failed,
       "inspection.failed",
       "An inspection found it bad: the order or the lot is held.",
       {{Field::production_order}, {Field::operation}, {Field::item}, {Field::lot}, {Field::quantity}, {Field::reason}},
       R"("item":"tube","lot":"L-2210","quantity":4,"reason":"wall too thin")"},
  };
}

std::vector<KindRule> calls_kinds() {
  return {
      {EventKind::andon_raised,
       "andon.raised",
       "Somebody calls for help.",
       {{Field::topic, true},
        {Field::work_unit},
        {Field::production_order},
        {Field::operation},
        {Field::stop},
        {Field::note}},
       R"("topic":"quality","work_unit":"weld-1","production_order":"MO-118","stop":true,"note":"seam opens")"},
      {EventKind::andon_acknowledged,
       "andon.acknowledged",
       "Somebody takes the call.",
       {{Field::andon, true}, {Field::note}},
       R"("andon":"example-andon.raised")"},
      {EventKind::andon_working,
       "andon.working",
       "Somebody is there.",
       {{Field::andon, true}, {Field::note}},
       R"("andon":"example-andon.raised")"},
      {EventKind::andon_resolved,
       "andon.resolved",
       "It is over.",
       {{Field::andon, true}, {Field::note}},
       R"("andon":"example-andon.raised","note":"wire feed cleaned")"},
  };
}

std::vector<KindRule> orders_and_money_kinds() {
  return {
      {EventKind::order_new,
       "order.new",
       "A customer orders.",
       {{Field::order, true},
        {Field::customer},
        {Field::item, true},
        {Field::site},
        {Field::quantity, true},
        {Field::requested, true},
        {Field::promised},
        {Field::priority},
        {Field::price},
        {Field::penalty_per_day},
        {Field::partial}},
       R"("order":"SO-2001","customer":"dealer-1","item":"frame","quantity":4,"requested":"2026-12-11","priority":2)"},
      {EventKind::order_changed,
       "order.changed",
       "The customer wants more, less, earlier or later.",
       {{Field::order, true},
        {Field::quantity},
        {Field::requested},
        {Field::promised},
        {Field::priority},
        {Field::price},
        {Field::reason}},
       R"("order":"SO-1007","quantity":14,"requested":"2026-12-09")"},
      {EventKind::order_cancelled,
       "order.cancelled",
       "The customer does not want it any more.",
       {{Field::order, true}, {Field::reason}},
       R"("order":"SO-1007","reason":"customer withdrew")"},
      {EventKind::order_shipped,
       "order.shipped",
       "It left: all of it, or `quantity`; with `complete` no more is due.",
       {{Field::order, true}, {Field::quantity}, {Field::complete}},
       R"("order":"SO-1007","quantity":2)"},
      {EventKind::spend_posted,
       "spend.posted",
       "Money was spent.",
       {{Field::account, true}, {Field::amount, true}, {Field::committed}, {Field::from}},
       R"("account":"overtime","amount":"120.50","from":"2026-11-24")"},
      {EventKind::conflict_settled,
       "conflict.settled",
       "A person has settled a contradiction.",
       {{Field::conflict, true}, {Field::decision, true}},
       R"("conflict":"example-conflict","decision":"counted again: 138 are there")"},
  };
}

std::vector<KindRule> all_kinds() {
  std::vector<KindRule> all;
  for (const auto& some :
       {work_kinds, units_kinds, material_kinds, quality_kinds, calls_kinds, orders_and_money_kinds}) {
    for (KindRule& rule : some()) all.push_back(std::move(rule));
  }
  return all;
}

}  // namespace

std::span<const KindRule> kind_rules() {
  static const std::vector<KindRule> kRules = all_kinds();
  return kRules;
}

std::string example_of(const KindRule& rule) {
  const std::string name(rule.name);
  return R"({"id":"example-)" + name + R"(","kind":")" + name + R"(","at":"2026-11-24T09:03","person":"p11",)" +
         std::string(rule.example) + "}";
}

const KindRule& rule_of(EventKind kind) { return kind_rules()[static_cast<std::size_t>(kind)]; }

std::optional<EventKind> kind_named(std::string_view name) {
  for (const KindRule& rule : kind_rules()) {
    if (rule.name == name) return rule.kind;
  }
  return std::nullopt;
}

}  // namespace kilter::service
