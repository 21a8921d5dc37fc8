#include "coordinate/proposal.hpp"

#include <algorithm>

#include "coordinate/decide/expiry.hpp"
#include "coordinate/decide/no_place.hpp"
#include "coordinate/decide/unpinned.hpp"
#include "coordinate/receipts.hpp"
#include "plan/better.hpp"
#include "plan/peg_index.hpp"
#include "plan/penalty.hpp"
#include "schedule/search.hpp"
#include "sourcing/source.hpp"

namespace kilter::coordinate {
namespace {

using material::Concessions;
using schedule::Index;
using time::kNever;
using time::Tick;

// Rounds of re-planning around lots that expire too early before the orders that need them are given up.
constexpr int kExpiryRounds = 4;
// A plan settles in a few rounds; this many mean that giving up does not help, and the checker will say what is wrong.
constexpr int kRounds = 64;

// Material and sourcing until nothing is short: what no vendor can deliver is conceded and planned again without.
plan::Plan supply_plan(const model::Plant& plant, const std::vector<std::uint32_t>& ranks, Concessions& concessions) {
  for (;;) {
    material::MaterialPlan material = material::explode(plant, ranks, concessions);
    sourcing::PurchasePlan purchases = sourcing::source(plant, material.needs);
    std::vector<material::Shortfall> shortfalls;
    for (const sourcing::Unsourced& missing : purchases.unsourced) {
      const material::PurchaseNeed& need = material.needs[missing.need];
      shortfalls.push_back({.demand = need.demand,
                            .demand_index = need.demand_index,
                            .line = need.line,
                            .missing = missing.quantity,
                            .item = need.item,
                            .reason = missing.reason});
    }
    if (!shortfalls.empty() && material::concede(plant, ranks, material, shortfalls, concessions)) continue;
    plan::Plan plan;
    plan.production_orders = std::move(material.production_orders);
    plan.placements = std::move(material.placements);
    plan.unplanned = std::move(material.unplanned);
    plan.assumptions = std::move(material.assumptions);
    plan.purchases = std::move(purchases.purchases);
    plan.pegs = std::move(material.pegs);
    plan.pegs.reserve(plan.pegs.size() + purchases.pegs.size());
    for (const plan::Peg& peg : purchases.pegs) plan.pegs.push_back(peg);
    return plan;
  }
}

// What an allocation rules out from the start.
Concessions concessions_of(const model::Plant& plant, const AllocationOrder& allocation) {
  Concessions concessions(plant);
  if (!allocation.lateness.empty()) concessions.lateness = allocation.lateness;
  const auto unpaid = plan::UnplannedReason::budget_cap;
  for (const model::ItemId item : allocation.not_replenished) concessions.safety_dropped[item.index()] = unpaid;
  for (const model::OpenProductionOrderId id : allocation.orders_dropped) {
    concessions.orders_dropped[id.index()] = unpaid;
  }
  for (const model::ItemId item : allocation.bought) concessions.bought_only[item.index()] = true;
  concessions.groups = allocation.groups;
  concessions.first_part = allocation.first_part;
  concessions.kept = allocation.kept;
  if (!allocation.deferrals.empty()) concessions.held.assign(plant.orders.size(), time::kLongAgo);
  for (const plan::Deferral& deferral : allocation.deferrals) {
    if (!deferral.order.valid()) continue;
    Tick& held = concessions.held[deferral.order.index()];
    held = std::max(held, deferral.until);
  }
  for (const model::OrderId id : allocation.left_out) {
    const model::CustomerOrder& order = plant.orders[id];
    concessions.withheld[id] = order.quantity;
    concessions.reasons.push_back(
        {.order = id, .item = order.item, .quantity = order.quantity, .reason = plan::UnplannedReason::budget_cap});
  }
  return concessions;
}

// Gives up customer orders whole, with a reason.
class GivingUp {
 public:
  GivingUp(const model::Plant& plant, const plan::Plan& plan, Concessions& concessions)
      : plant_(plant), plan_(plan), pegs_(plant, plan), concessions_(concessions) {}

  // Who uses what a peg brings.
  void give_up(const plan::Peg& peg, model::ItemId item, plan::UnplannedReason reason) {
    if (peg.demand == plan::DemandKind::placement) {
      give_up(plan_.placements[plan::PlacementId(peg.demand_index)].order, item, reason);
    } else if (peg.demand == plan::DemandKind::order) {
      withhold(model::OrderId(peg.demand_index), item, reason);
    } else if (peg.demand == plan::DemandKind::safety_stock) {
      note(concessions_.safety_dropped[peg.demand_index], reason);
    }
  }

  // Every customer order, and every open production order, that hangs on a production order.
  void give_up(plan::ProductionOrderId order, model::ItemId item, plan::UnplannedReason reason) {
    if (seen_.empty()) seen_.assign(plan_.production_orders.size(), false);
    if (seen_[order.index()]) return;
    seen_[order.index()] = true;
    const model::OpenProductionOrderId open = plan_.production_orders[order].open;
    if (open.valid()) note(concessions_.orders_dropped[open.index()], reason);
    for (const plan::PegId id : pegs_.out_of(order)) give_up(plan_.pegs[id], item, reason);
  }

 private:
  static void note(std::optional<plan::UnplannedReason>& known, plan::UnplannedReason reason) {
    if (!known) known = reason;
  }

  void withhold(model::OrderId id, model::ItemId item, plan::UnplannedReason reason) {
    const model::CustomerOrder& order = plant_.orders[id];
    if (concessions_.withheld[id] == order.quantity) return;
    if (concessions_.withheld[id].is_zero()) {
      concessions_.reasons.push_back({.order = id, .item = item, .quantity = order.quantity, .reason = reason});
    }
    for (plan::Unplanned& known : concessions_.reasons) {
      if (known.order == id) known.quantity = order.quantity;
    }
    concessions_.withheld[id] = order.quantity;
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  plan::PegIndex pegs_;
  Concessions& concessions_;
  std::vector<bool> seen_;
};

// The item of another production order that an operation without a place must not let grow old; none: it is not that.
model::ItemId perishable_for(const Proposal& proposal, Index operation) {
  const auto order_of = [&](Index of) { return proposal.plan.placements[proposal.model.placement_of[of]].order; };
  for (const schedule::Arc& arc : proposal.model.problem.predecessors_of(operation)) {
    const plan::ProductionOrderId supply = order_of(arc.operation);
    if (arc.maximum_lag != kNever && supply != order_of(operation)) return proposal.plan.production_orders[supply].item;
  }
  return {};
}

// Operations without a place: the first of each chain of causes gives the reason, what hangs on it is given up with it.
// A pin that cannot hold is given up first: what was pinned is planned anew. Where a component does not keep long
// enough it is first made in a lot for each of its uses.
void concede_unplaced(const model::Plant& plant, const Proposal& proposal, Concessions& concessions,
                      Unpinned& unpinned) {
  GivingUp giving_up(plant, proposal.plan, concessions);
  const NoPlace no_place(proposal.model.problem, proposal.solution);
  const std::vector<bool> apart = concessions.apart;
  const schedule::Problem& problem = proposal.model.problem;
  for (Index operation = 0; operation < problem.operation_count; ++operation) {
    if (proposal.solution.end[operation] != kNever) continue;
    const auto arcs = problem.predecessors_of(operation);
    const bool consequence = std::any_of(arcs.begin(), arcs.end(), [&](const schedule::Arc& arc) {
      return proposal.solution.end[arc.operation] == kNever;
    });
    if (consequence) continue;
    const plan::Placement& placement = proposal.plan.placements[proposal.model.placement_of[operation]];
    if (unpinned.add(proposal.plan, placement)) continue;
    const model::ItemId perishable = perishable_for(proposal, operation);
    if (!perishable.valid()) {
      giving_up.give_up(placement.order, proposal.plan.production_orders[placement.order].item,
                        no_place.reason(operation));
    } else if (apart[perishable.index()]) {
      giving_up.give_up(placement.order, perishable, plan::UnplannedReason::expired);
    } else {
      concessions.apart[perishable.index()] = true;
    }
  }
}

// What would be used spoiled, as the schedule shows it: supply that is there already goes to others, orders plan with
// the delay that the schedule shows, what is made comes in a lot for each use, what is bought comes as late as it is
// used, at last the demand is given up.
class Spoiled {
 public:
  Spoiled(const model::Plant& plant, const plan::Plan& plan, int round, Concessions& concessions)
      : plant_(plant),
        plan_(plan),
        round_(round),
        concessions_(concessions),
        apart_(concessions.apart),
        giving_up_(plant, plan, concessions) {}

  void concede(const plan::Peg& peg) {
    const bool there = peg.supply == plan::SupplyKind::stock || peg.supply == plan::SupplyKind::open_purchase ||
                       (peg.supply == plan::SupplyKind::production && made_by(peg).open.valid());
    if (peg.supply == plan::SupplyKind::purchase ? bought_later(peg) : there ? delayed(peg) : put_apart(peg)) return;
    giving_up_.give_up(peg, item_of(peg), plan::UnplannedReason::expired);
  }

 private:
  [[nodiscard]] const plan::ProductionOrder& made_by(const plan::Peg& peg) const {
    return plan_.production_orders[plan::ProductionOrderId(peg.supply_index)];
  }

  [[nodiscard]] model::ItemId item_of(const plan::Peg& peg) const {
    if (peg.supply == plan::SupplyKind::stock) return plant_.stock[model::StockId(peg.supply_index)].item;
    if (peg.supply == plan::SupplyKind::production) return made_by(peg).item;
    if (peg.supply == plan::SupplyKind::purchase) return plan_.purchases[plan::PurchaseId(peg.supply_index)].item;
    return plant_.purchase_orders[model::OpenPurchaseOrderId(peg.supply_index)].item;
  }

  // Looks for supply that lasts longer.
  bool delayed(const plan::Peg& peg) {
    if (peg.demand == plan::DemandKind::order) {  // waits for its other parts: at last one that does not expire
      Tick& delay = concessions_.delay[peg.demand_index];
      if (delay >= kNever / 2) return false;
      delay = round_ < kExpiryRounds ? delay + 86'400 * (round_ + 1) : kNever / 2;
      return true;
    }
    const plan::Placement& placement = plan_.placements[plan::PlacementId(peg.demand_index)];
    const plan::ProductionOrder& order = plan_.production_orders[placement.order];
    if (round_ >= kExpiryRounds || !order.for_order.valid()) return false;
    Tick& delay = concessions_.delay[order.for_order.index()];
    const Tick shown = order.need == kNever ? 0 : std::max<Tick>(0, placement.end - std::max(order.need, -kNever));
    delay = std::max(shown, delay + 86'400);
    return true;
  }

  // A purchase that a limit ties to its date, although the goods are used later than they were wanted for: what the
  // order needs is bought for when the schedule uses it.
  bool bought_later(const plan::Peg& peg) {
    if (round_ >= kExpiryRounds || peg.demand != plan::DemandKind::placement) return false;
    const plan::Placement& placement = plan_.placements[plan::PlacementId(peg.demand_index)];
    const plan::ProductionOrder& order = plan_.production_orders[placement.order];
    if (!order.for_order.valid() || order.need == kNever) return false;
    const Tick shown = placement.end - std::max<Tick>(order.need, 0);
    Tick& late = concessions_.lateness[order.for_order.index()];
    if (shown <= late) return false;
    late = shown;
    return true;
  }

  bool put_apart(const plan::Peg& peg) {
    if (peg.supply != plan::SupplyKind::production || apart_[made_by(peg).item.index()]) return false;
    concessions_.apart[made_by(peg).item.index()] = true;
    return true;
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  int round_;
  Concessions& concessions_;
  std::vector<bool> apart_;  // before this round
  GivingUp giving_up_;
};

// Returns whether anything was spoiled.
bool concede_expired(const model::Plant& plant, const Proposal& proposal, int round, Concessions& concessions) {
  plan::Plan shown = proposal.plan;
  read_back(plant, proposal.model, proposal.solution, shown);
  settle_receipts(plant, shown);
  const std::vector<plan::PegId> expired = expired_pegs(plant, shown);
  Spoiled spoiled(plant, shown, round, concessions);
  for (const plan::PegId id : expired) spoiled.concede(shown.pegs[id]);
  return !expired.empty();
}

// Orders not planned whole, each once.
std::vector<model::OrderId> incomplete(const plan::Plan& plan) {
  std::vector<model::OrderId> orders;
  for (const plan::Unplanned& gone : plan.unplanned) orders.push_back(gone.order);
  std::sort(orders.begin(), orders.end());
  orders.erase(std::unique(orders.begin(), orders.end()), orders.end());
  return orders;
}

// Of a customer order: what is not planned.
base::Quantity missing_of(const plan::Plan& plan, model::OrderId order) {
  base::Quantity missing;
  for (const plan::Unplanned& gone : plan.unplanned) {
    if (gone.order == order) missing += gone.quantity;
  }
  return missing;
}

// When the last operation of a job is done.
Tick end_of(const Proposal& proposal, Index job) {
  Tick end = 0;
  for (const Index operation : proposal.model.problem.closing_of(job)) {
    end = std::max(end, proposal.solution.end[operation]);
  }
  return end;
}

// Orders not planned whole count as late until the end of the horizon, whenever the schedule delivers a part of them;
// of those that may be shipped in parts only what is missing does.
schedule::Cost money_of(const model::Plant& plant, const Proposal& proposal, const std::vector<model::OrderId>& gone) {
  base::Money money;
  for (const plan::Purchase& purchase : proposal.plan.purchases) money += purchase.goods + purchase.freight;
  for (const model::OrderId id : gone) {
    const model::CustomerOrder& order = plant.orders[id];
    const Tick late = plant.frame.tick(plant.policy.horizon) - plant.frame.tick(order.due());
    const base::Money whole = plan::penalty(plant, order, std::max<Tick>(0, late));
    money += order.partial ? base::Money::minor(base::mul_div_round(whole.raw(), missing_of(proposal.plan, id).raw(),
                                                                    order.quantity.raw()))
                           : whole;
  }
  schedule::Cost cost = money.raw() * proposal.model.per_cent + proposal.solution.score.total();
  if (gone.empty()) return cost;
  for (Index job = 0; job < proposal.model.job_order.size(); ++job) {
    const model::OrderId order = proposal.model.job_order[job];
    if (plant.orders[order].partial || !std::binary_search(gone.begin(), gone.end(), order)) continue;
    const schedule::Job& priced = proposal.model.problem.jobs[job];
    cost -= std::max<Tick>(0, end_of(proposal, job) - priced.due) * priced.late_per_second;
  }
  return cost;
}

}  // namespace

void reschedule(const model::Plant& plant, Effort effort, Proposal& proposal) {
  proposal.model = build_schedule_model(plant, proposal.plan);
  proposal.solution = effort == Effort::one_policy ? schedule::dispatch(proposal.model.problem, {})
                                                   : schedule::construct(proposal.model.problem);
}

std::vector<Tick> lateness_of(const model::Plant& plant, const Proposal& proposal) {
  std::vector<Tick> lateness(plant.orders.size(), 0);
  const schedule::Problem& problem = proposal.model.problem;
  for (Index job = 0; job < problem.jobs.size(); ++job) {
    const model::OrderId order = proposal.model.job_order[job];
    const Tick delivered = std::max(end_of(proposal, job), problem.jobs[job].due);  // not before it is cleared
    Tick& late = lateness[order.index()];
    late = std::max(late, delivered - plant.frame.tick(plant.orders[order].due()));
  }
  return lateness;
}

Proposal supplied(const model::Plant& plant, const AllocationOrder& allocation) {
  Concessions concessions = concessions_of(plant, allocation);
  Proposal proposal{.allocation = allocation, .plan = supply_plan(plant, allocation.ranks, concessions)};
  proposal.plan.overtime = allocation.overtime;
  proposal.plan.deferrals = allocation.deferrals;
  Unpinned unpinned;
  unpinned.add_impossible(plant, proposal.plan);
  unpinned.apply(plant, proposal.plan);
  proposal.model = build_schedule_model(plant, proposal.plan);
  return proposal;
}

Proposal propose(const model::Plant& plant, const AllocationOrder& allocation, Effort effort, Cancel cancel) {
  const bool may_expire = has_perishables(plant);
  Concessions concessions = concessions_of(plant, allocation);
  Unpinned unpinned;
  for (int round = 0;; ++round) {
    Proposal proposal{.allocation = allocation, .plan = supply_plan(plant, allocation.ranks, concessions)};
    proposal.plan.overtime = allocation.overtime;
    proposal.plan.deferrals = allocation.deferrals;
    unpinned.add_impossible(plant, proposal.plan);
    unpinned.apply(plant, proposal.plan);
    reschedule(plant, effort, proposal);
    if (round == kRounds || cancelled(cancel)) return proposal;
    if (proposal.solution.score.unplaced > 0) {
      concede_unplaced(plant, proposal, concessions, unpinned);
      continue;
    }
    if (may_expire && concede_expired(plant, proposal, round, concessions)) continue;
    return proposal;
  }
}

bool better(const model::Plant& plant, const Proposal& a, const Proposal& b) {
  const std::int64_t unplaced_a = a.solution.score.unplaced;
  const std::int64_t unplaced_b = b.solution.score.unplaced;
  if (unplaced_a != unplaced_b) return unplaced_a < unplaced_b;
  const base::Money left_a = plan::left_out_per_day(plant, a.plan);
  const base::Money left_b = plan::left_out_per_day(plant, b.plan);
  if (left_a != left_b) return left_a < left_b;
  return money_of(plant, a, incomplete(a.plan)) < money_of(plant, b, incomplete(b.plan));
}

}  // namespace kilter::coordinate
