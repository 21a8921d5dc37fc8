// Needs follow from the demands served; ranks and the order served from the most urgent of them; an open
// order that serves its own customer order stays that one's.
#include <algorithm>
#include <string>
#include <vector>

#include "check/facts/supply.hpp"
#include "check/money/sharing.hpp"
#include "check/needs/latest_starts.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

constexpr std::uint32_t kNobody = static_cast<std::uint32_t>(-1);  // the rank of what serves no customer order

// `what` names the supply; called only when there is something to say of it.
template <class What>
void check_need(const Facts& facts, What what, Tick told, Wanted wanted, Report& report) {
  if (wanted.least <= told && told <= wanted.most) return;
  report.add("need", [&] {
    return what() + " is said to be wanted at " + facts.names.when(told) + "; the first that it serves wants it " +
           (told < wanted.least ? "no sooner than " + facts.names.when(wanted.least)
                                : "at the latest at " + facts.names.when(wanted.most));
  });
}

constexpr std::uint32_t kUntold = kNobody - 1;

// The rank of each customer order by its index, as the production orders for it tell; one for each, and no two the
// same. kUntold where none tells.
using Ranks = std::vector<std::uint32_t>;

// What stands at `index` of the list after `value` was written where nothing stood.
std::uint32_t told_once(std::vector<std::uint32_t>& list, std::uint32_t index, std::uint32_t value) {
  if (list[index] == kUntold) list[index] = value;
  return list[index];
}

Ranks ranks_told(const Facts& facts, Report& report) {
  Ranks rank_of(facts.plant.orders.size(), kUntold);
  std::vector<std::uint32_t> order_of(facts.plant.orders.size(), kUntold);
  for (const plan::ProductionOrderId id : ids_of(facts.plan.production_orders)) {
    const plan::ProductionOrder& order = facts.plan.production_orders[id];
    const bool served = !facts.supplied_by(plan::SupplyKind::production, id.index()).empty();
    bool good = order.rank == kNobody;
    if (order.for_order.valid() && served) {
      const std::uint32_t index = order.for_order.index();
      good = order.rank < facts.plant.orders.size() && told_once(rank_of, index, order.rank) == order.rank &&
             told_once(order_of, order.rank, index) == index;
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
  const model::OrderId own =
      order.open.valid() ? facts.plant.production_orders[order.open].for_order : model::OrderId::none();
  const bool keeps_own = own.valid() && std::any_of(pegs.begin(), pegs.end(), [&](plan::PegId peg) {
                           return order_behind(facts, facts.plan.pegs[peg]) == own;
                         });
  bool found = !order.for_order.valid();
  bool first = true;
  for (const plan::PegId peg : pegs) {
    const model::OrderId behind = order_behind(facts, facts.plan.pegs[peg]);
    found = found || behind == order.for_order;
    const std::uint32_t known = behind.valid() ? ranks[behind.index()] : kUntold;
    first = first && (known == kUntold || known >= order.rank);
    first = first && (!behind.valid() || order.for_order.valid());
  }
  if (pegs.empty() || keeps_own) found = order.for_order == own;
  if (keeps_own) first = true;
  if (found && first) return;
  report.add("order-served", [&] {
    return facts.names.production_order(id) + " is said to be for " +
           (order.for_order.valid() ? facts.names.order(order.for_order) : std::string("stock")) +
           ", which is neither its own order nor the most urgent that it serves";
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
    const auto stocks_up = [&](plan::PegId peg) {
      return facts.plan.pegs[peg].demand == plan::DemandKind::safety_stock;
    };
    // An open order that only fills up safety stock may keep its own date.
    if (order.open.valid() && std::all_of(pegs.begin(), pegs.end(), stocks_up)) {
      wanted.least = std::min(wanted.least, facts.plant.frame.tick(facts.plant.production_orders[order.open].due));
    }
    check_need(
        facts, [&] { return facts.names.production_order(id); }, order.need, wanted, report);
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
    check_need(
        facts, [&] { return facts.names.purchase(id); }, facts.plan.purchases[id].need, wanted, report);
  }
}

}  // namespace kilter::check
