// No supply gives more than it has, and none that must not be used is used.
#include <string>

#include "check/facts/supply.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

void check_stock_usable(const Facts& facts, const plan::Peg& peg, Report& report) {
  const model::Stock& stock = facts.plant.stock[model::StockId(peg.supply_index)];
  if (stock.held) {
    report.add("held-stock", [&] {
      return facts.names.demand(peg) + " is to use " + facts.names.supply(peg) + ", which is on hold" +
             (stock.hold_reason.empty() ? "" : " (" + stock.hold_reason + ")");
    });
  }
  if (stock.location.valid() && !facts.plant.locations[stock.location].nettable) {
    report.add("non-nettable-stock", [&] {
      return facts.names.demand(peg) + " is to use " + facts.names.supply(peg) + " in " +
             facts.plant.locations[stock.location].id + ", whose stock does not count as available";
    });
  }
}

void check_sum(const Facts& facts, const plan::Peg& peg, base::Quantity used, Report& report) {
  const Supply supply = supply_of(facts, peg);
  if (used <= supply.usable) return;
  report.add("supply-overused", [&] {
    return facts.names.supply(peg) + " has " + text(supply.usable) + " " + facts.names.item(supply.item) +
           " to give; " + text(used) + " are promised";
  });
}

}  // namespace

void check_supplies(const Facts& facts, Report& report) {
  for (std::size_t group = 0; group < facts.by_supply.count(); ++group) {
    const std::span<const plan::PegId> ids = facts.by_supply.of(group);
    if (ids.empty()) continue;
    base::Quantity used;
    for (const plan::PegId id : ids) {
      const plan::Peg& peg = facts.plan.pegs[id];
      used += peg.quantity;
      if (peg.supply == plan::SupplyKind::stock) check_stock_usable(facts, peg, report);
    }
    check_sum(facts, facts.plan.pegs[ids.front()], used, report);
  }
}

}  // namespace kilter::check
