#include "service/floor/event_kinds.hpp"

#include <array>

namespace kilter::service {

std::span<const FieldRule> field_rules() {
  static constexpr std::array<FieldRule, kFields> kRules{{
      {Field::production_order, "production_order", Holds::reference, "production_orders.csv",
       "Production order that is worked on."},
      {Field::operation, "operation", Holds::id, "", "Operation of its item."},
      {Field::work_unit, "work_unit", Holds::reference, "work_units.csv", "Machine or station."},
      {Field::people, "people", Holds::references, "people.csv",
       "Who works on it, `;` between them; left out: `person`."},
      {Field::who, "who", Holds::reference, "people.csv", "Who is absent or back."},
      {Field::good, "good", Holds::quantity, "",
       "Good quantity of the whole operation; left out: what was counted before, else what reached it less scrap and "
       "rework, and less the operation's yield where nothing was counted."},
      {Field::scrap, "scrap", Holds::quantity, "", "Scrap beside what was reported before."},
      {Field::rework, "rework", Holds::quantity, "", "To be reworked, beside what was reported before."},
      {Field::quantity, "quantity", Holds::quantity, "", "How much."},
      {Field::reason, "reason", Holds::text, "", "Why."},
      {Field::note, "note", Holds::text, "", "What is the matter."},
      {Field::expected, "expected", Holds::until, "", "When it is expected to be over, or there."},
      {Field::from, "from", Holds::from, "", "Since when, or planned from when; left out: `at`."},
      {Field::until, "until", Holds::until, "", "Until when."},
      {Field::maintenance, "maintenance", Holds::id, "", "Id of the event that asked for it."},
      {Field::purchase_order, "purchase_order", Holds::id, "", "Purchase order."},
      {Field::vendor, "vendor", Holds::reference, "vendors.csv", "From whom."},
      {Field::item, "item", Holds::reference, "items.csv", "Item."},
      {Field::site, "site", Holds::reference, "sites.csv", "Site; needed where there are several."},
      {Field::location, "location", Holds::reference, "locations.csv", "Where it lies."},
      {Field::lot, "lot", Holds::text, "", "Lot; of what is received, left out: the purchase order's id."},
      {Field::expiry, "expiry", Holds::until, "", "Usable before then; left out: the item's shelf life from now on."},
      {Field::price, "price", Holds::price, "", "Price per unit, plant currency."},
      {Field::rejected, "rejected", Holds::quantity, "", "Sent back: not in stock, still to come unless `complete`."},
      {Field::complete, "complete", Holds::flag, "", "yes: nothing more comes, or is due."},
      {Field::topic, "topic", Holds::word, "material, quality, machine, help, safety", "What the call is about."},
      {Field::stop, "stop", Holds::flag, "",
       "yes: the work stands still until the call is resolved; safety always stops."},
      {Field::andon, "andon", Holds::id, "", "Id of the event that raised the call."},
      {Field::order, "order", Holds::id, "", "Customer order."},
      {Field::customer, "customer", Holds::reference, "customers.csv", "Who ordered."},
      {Field::requested, "requested", Holds::until, "", "When the customer wants it."},
      {Field::promised, "promised", Holds::until, "", "What was promised."},
      {Field::priority, "priority", Holds::whole, "", "Higher is more urgent."},
      {Field::penalty_per_day, "penalty_per_day", Holds::money, "", "Cost of a day of lateness."},
      {Field::partial, "partial", Holds::flag, "", "Whether it may be shipped in parts."},
      {Field::account, "account", Holds::reference, "accounts.csv", "Budget account."},
      {Field::amount, "amount", Holds::money, "", "What was spent; below 0: taken back."},
      {Field::committed, "committed", Holds::money, "", "How much of it was committed before."},
      {Field::conflict, "conflict", Holds::id, "", "Id of the row of conflicts.csv."},
      {Field::decision, "decision", Holds::text, "", "How it was settled."},
  }};
  return kRules;
}

const FieldRule& rule_of(Field field) { return field_rules()[static_cast<std::size_t>(field)]; }

std::optional<Field> field_named(std::string_view name) {
  for (const FieldRule& rule : field_rules()) {
    if (rule.name == name) return rule.field;
  }
  return std::nullopt;
}

}  // namespace kilter::service
