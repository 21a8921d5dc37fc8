// Nothing is used longer after it was made or received than its item keeps.
#include <algorithm>
#include <string>

#include "check/facts/supply.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

// When a customer gets what the peg brings: not before the due date, and not before the rest of the order unless parts
// may leave one by one.
Tick handed_over(const Facts& facts, const plan::Peg& peg) {
  const Tick due = facts.plant.frame.tick(facts.plant.orders[model::OrderId(peg.demand_index)].due());
  return std::max(due, taken_at(facts, peg));
}

void check_age(const Facts& facts, const plan::Peg& peg, Report& report) {
  if (peg.supply == plan::SupplyKind::stock || peg.demand == plan::DemandKind::safety_stock) return;
  const Supply supply = supply_of(facts, peg);
  const std::optional<model::Duration>& life = facts.plant.items[supply.item].shelf_life;
  if (!life) return;
  const Tick used = peg.demand == plan::DemandKind::order ? handed_over(facts, peg) : taken_at(facts, peg);
  if (used == time::kNever || supply.available == time::kNever) return;
  const std::int64_t age = std::int64_t{used} - supply.available;
  if (age <= life->count()) return;
  report.add("shelf-life", [&] {
    return facts.names.demand(peg) + " uses " + facts.names.supply(peg) + ", there at " +
           facts.names.when(supply.available) + ", at " + facts.names.when(used) + ": " +
           std::to_string(age - life->count()) + " s longer than " + facts.names.item(supply.item) + " keeps";
  });
}

}  // namespace

void check_shelf_life(const Facts& facts, Report& report) {
  for (const plan::Peg& peg : facts.plan.pegs) check_age(facts, peg, report);
}

}  // namespace kilter::check
