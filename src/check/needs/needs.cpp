// Needs follow from the demands served; ranks and the order served from the most urgent of them.
#include <algorithm>
#include <map>
#include <string>

#include "check/facts/supply.hpp"
#include "check/money/sharing.hpp"
#include "check/needs/latest_starts.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

constexpr std::uint32_t kNobody = static_cast<std::uint32_t>(-1);  // the rank of what serves no customer order

void check_need(const Facts& facts, const std::string& what, Tick told, Wanted wanted, Report& report) {
  if (wanted.least <= told && told <= wanted.most) return;
  report.add("need", [&] {
    return what + " is said to be wanted at " + facts.names.when(told) + "; the first that it serves wants it " +
           (told < wanted.least ? "no sooner than " + facts.names.when(wanted.least)
                                : "at the latest at " + facts.names.when(wanted.most));
  });
}

// The rank of each customer order, as the production orders for it tell; one for each, and no two the same.
using Ranks = std::map<std::uint32_t, std::uint32_t>;

Ranks ranks_told(const Facts& facts, Report& report) {
  Ranks rank_of;
  std::map<std::uint32_t, std::uint32_t> order_of;
  for (const plan::ProductionOrderId id : ids_of(facts.plan.production_orders)) {
    const plan::ProductionOrder& order = facts.plan.production_orders[id];
    const bool served = !facts.supplied_by(plan::SupplyKind::production, id.index()).empty();
    bool good = order.rank == kNobody;
    if (order.for_order.valid() && served) {
      const auto [rank, first] = rank_of.try_emplace(order.for_order.index(), order.rank);
      const auto [same, alone] = order_of.try_emplace(order.rank, order.for_order.index());
      good = rank->second == order.rank && same->second == order.for_order.index() &&
             order.rank < facts.plant.orders.size();
    }
    if (good) continue;
    report.add("rank", [&] {
      return facts.names.production_order(id) + " has rank " + std::to_string(order.rank) +
             ", which is not that of the customer order that it serves";
    });
  }
  return rank_of;
}

void check_order_served(const Facts& facts, plan::ProductionOrderId id, const Ranks& ranks, Report& report) {
  const plan::ProductionOrder& order = facts.plan.production_orders[id];
  const auto pegs = facts.supplied_by(plan::SupplyKind::production, id.index());
  bool found = !order.for_order.valid();
  bool first = true;
  for (const plan::PegId peg : pegs) {
    const model::OrderId behind = order_behind(facts, facts.plan.pegs[peg]);
    found = found || behind == order.for_order;
    const auto known = behind.valid() ? ranks.find(behind.index()) : ranks.end();
    first = first && (known == ranks.end() || known->second >= order.rank);
    first = first && (!behind.valid() || order.for_order.valid());
  }
  if (pegs.empty()) {
    const model::OrderId kept =
        order.open.valid() ? facts.plant.production_orders[order.open].for_order : model::OrderId::none();
    found = order.for_order == kept;
  }
  if (found && first) return;
  report.add("order-served", [&] {
    return facts.names.production_order(id) + " is said to be for " +
           (order.for_order.valid() ? facts.names.order(order.for_order) : std::string("stock")) +
           ", which is not the most urgent that it serves";
  });
}

}  // namespace

void check_needs(const Facts& facts, Report& report) {
  const LatestStarts starts(facts);
  const Ranks ranks = ranks_told(facts, report);
  for (const plan::ProductionOrderId id : ids_of(facts.plan.production_orders)) {
    const plan::ProductionOrder& order = facts.plan.production_orders[id];
    const auto pegs = facts.supplied_by(plan::SupplyKind::production, id.index());
    Wanted wanted = starts.first_of(pegs);
    if (pegs.empty() && order.open.valid()) {
      wanted.least = facts.plant.frame.tick(facts.plant.production_orders[order.open].due);
      wanted.most = wanted.least;
    }
    check_need(facts, facts.names.production_order(id), order.need, wanted, report);
    check_order_served(facts, id, ranks, report);
  }
  for (const plan::PurchaseId id : ids_of(facts.plan.purchases)) {
    const auto pegs = facts.supplied_by(plan::SupplyKind::purchase, id.index());
    Wanted wanted = starts.first_of(pegs);
    // What does not keep may have been bought anew for the dates of the schedule.
    if (facts.plant.items[facts.plan.purchases[id].item].shelf_life && !pegs.empty()) {
      wanted.most = time::kNever;
      for (const plan::PegId peg : pegs) wanted.least = std::min(wanted.least, taken_at(facts, facts.plan.pegs[peg]));
    }
    check_need(facts, facts.names.purchase(id), facts.plan.purchases[id].need, wanted, report);
  }
}

}  // namespace kilter::check
