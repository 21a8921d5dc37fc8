// Every late order has one chain of causes that reaches back from its delivery without a gap and counts exactly its
// lateness.
//
//   delivery <-|--process--|-queue-|--purchase--|     links touch; counted seconds sum to delivered - due
#include <algorithm>
#include <string>
#include <vector>

#include "check/explain/turns.hpp"
#include "check/rules.hpp"

namespace kilter::check {
namespace {

void check_touching(const Facts& facts, const plan::LateChain& chain, Tick delivered, Report& report) {
  Tick next = delivered;
  for (const plan::LateLink& link : chain.links) {
    if (link.until != next || link.from >= link.until) {
      report.add("late-chain-gap", [&] {
        return facts.names.order(chain.order) + ": a cause from " + facts.names.from_to(link.from, link.until) +
               " does not reach " + facts.names.when(next);
      });
      return;
    }
    next = link.from;
  }
  const Tick due = facts.plant.frame.tick(facts.plant.orders[chain.order].due());
  if (next <= std::min<Tick>(0, due)) return;
  report.add("late-chain-gap", [&] {
    return facts.names.order(chain.order) + ": the causes end at " + facts.names.when(next) +
           ", which is not before its due date " + facts.names.when(due) + " and now";
  });
}

void check_sum(const Facts& facts, const plan::LateChain& chain, std::int64_t lateness, Report& report) {
  std::int64_t counted = 0;
  bool possible = true;
  for (const plan::LateLink& link : chain.links) {
    counted += link.counted;
    possible = possible && link.counted >= 0 && link.counted <= link.until - link.from;
  }
  if (counted == lateness && chain.lateness == lateness && possible) return;
  report.add("late-chain-sum", [&] {
    return facts.names.order(chain.order) + " is late by " + text(std::chrono::seconds(lateness)) +
           "; its causes sum to " + text(std::chrono::seconds(counted)) +
           (possible ? "" : ", one of them more than it lasts");
  });
}

std::size_t blockers_of(const Facts& facts, plan::LateCause cause) {
  switch (cause) {
    case plan::LateCause::queue:
      return facts.plan.placements.size();
    case plan::LateCause::person:
      return facts.plant.people.size();
    case plan::LateCause::tool:
      return facts.plant.tools.size();
    case plan::LateCause::purchase:
      return facts.plan.purchases.size();
    case plan::LateCause::open_purchase:
      return facts.plant.purchase_orders.size();
    case plan::LateCause::stock:
      return facts.plant.stock.size();
    case plan::LateCause::clearance:
      return facts.plant.clearances.size();
    case plan::LateCause::budget:
      return facts.plant.budgets.size();
    default:
      return 1;  // nobody: 0
  }
}

bool check_blockers(const Facts& facts, const plan::LateChain& chain, Report& report) {
  bool known = true;
  for (const plan::LateLink& link : chain.links) {
    const bool placed = !link.placement.valid() || link.placement.index() < facts.plan.placements.size();
    if (placed && link.blocker < blockers_of(facts, link.cause)) continue;
    known = false;
    report.add("late-chain-blocker", [&] {
      return facts.names.order(chain.order) + ": the cause from " + facts.names.from_to(link.from, link.until) +
             " names something that does not exist";
    });
  }
  return known;
}

}  // namespace

void check_late_chains(const Facts& facts, Report& report) {
  std::vector<const plan::LateChain*> chain_of(facts.plant.orders.size(), nullptr);
  std::vector<int> chains(facts.plant.orders.size(), 0);
  for (const plan::LateChain& chain : facts.plan.late_chains) {
    chain_of[chain.order.index()] = &chain;
    ++chains[chain.order.index()];
  }
  const Outside outside(facts);
  const Turns turns(facts);
  for (const plan::Delivery& delivery : facts.plan.deliveries) {
    const int found = chains[delivery.order.index()];
    const int wanted = delivery.late() > 0 ? 1 : 0;
    if (found != wanted) {
      report.add("late-chain-missing", [&] {
        return facts.names.order(delivery.order) + (wanted == 1 ? " is late" : " is not late") + " and has " +
               std::to_string(found) + " chains of causes";
      });
      continue;
    }
    if (found == 0) continue;
    const plan::LateChain& chain = *chain_of[delivery.order.index()];
    check_touching(facts, chain, delivery.delivered, report);
    check_sum(facts, chain, delivery.late(), report);
    if (check_blockers(facts, chain, report)) check_links(outside, turns, chain, report);
  }
}

}  // namespace kilter::check
