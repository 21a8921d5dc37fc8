#include "coordinate/live/carry/situation.hpp"

#include <algorithm>
#include <limits>

#include "coordinate/decide/caps.hpp"
#include "coordinate/finish.hpp"
#include "material/explode.hpp"

namespace kilter::coordinate {
namespace {

using schedule::Index;
using time::Tick;

constexpr std::uint32_t kUntold = std::numeric_limits<std::uint32_t>::max();

// What the published plan decided, as far as today's plan is to decide it anew.
class Decisions {
 public:
  Decisions(const Published& published, const Counterparts& counterparts, const model::Plant& now)
      : before_(published), counterparts_(counterparts), now_(now) {}

  AllocationOrder allocation(Pegs pegs) {
    AllocationOrder allocation{.ranks = ranks()};
    for (const plan::OvertimeWindow& window : before_.plan.overtime) add(window, allocation);
    for (const plan::Deferral& deferral : before_.plan.deferrals) add(deferral, allocation);
    add_bought(allocation);
    if (pegs == Pegs::anew) return allocation;
    for (const plan::Peg& peg : before_.plan.pegs) add(peg, allocation);
    return allocation;
  }

 private:
  // Ranks as published where the plan tells them; the others stand where the first rule has them.
  [[nodiscard]] std::vector<std::uint32_t> ranks() const {
    std::vector<std::uint32_t> ranks = material::allocation_ranks(now_, material::AllocationRule::penalty_per_unit);
    const std::vector<std::uint32_t> told = told_ranks();
    std::vector<std::uint32_t> known;   // orders, by published rank
    std::vector<std::uint32_t> places;  // their ranks by the rule
    for (std::uint32_t order = 0; order < ranks.size(); ++order) {
      if (told[order] == kUntold) continue;
      known.push_back(order);
      places.push_back(ranks[order]);
    }
    std::sort(known.begin(), known.end(), [&](std::uint32_t a, std::uint32_t b) { return told[a] < told[b]; });
    std::sort(places.begin(), places.end());
    for (std::size_t i = 0; i < known.size(); ++i) ranks[known[i]] = places[i];
    return ranks;
  }

  [[nodiscard]] std::vector<std::uint32_t> told_ranks() const {
    std::vector<std::uint32_t> told(now_.orders.size(), kUntold);
    for (const plan::ProductionOrder& order : before_.plan.production_orders) {
      const model::OrderId served = counterparts_.order(order.for_order);
      if (served.valid()) told[served.index()] = order.rank;
    }
    return told;
  }

  void add(const plan::OvertimeWindow& window, AllocationOrder& allocation) const {
    const plan::OvertimeWindow today{.calendar = counterparts_.calendar(window.calendar),
                                     .from = counterparts_.tick(window.from),
                                     .until = counterparts_.tick(window.until)};
    if (today.calendar.valid() && today.until > 0) allocation.overtime.push_back(today);
  }

  void add(const plan::Deferral& deferral, AllocationOrder& allocation) const {
    const plan::Deferral today{.order = counterparts_.order(deferral.order),
                               .budget = budget(before_.plant.budgets[deferral.budget]),
                               .until = counterparts_.tick(deferral.until)};
    const bool is_gone = deferral.order.valid() && !today.order.valid();
    if (!is_gone && today.budget.valid() && today.until > 0) allocation.deferrals.push_back(today);
  }

  // Of supply that was there or under way. Safety stock gets what is left, as ever.
  void add(const plan::Peg& peg, AllocationOrder& allocation) const {
    material::KeptPeg kept{.supply = peg.supply, .demand = peg.demand, .quantity = peg.quantity};
    const bool known = find_supply(peg, kept) && find_demand(peg, kept);
    if (known) allocation.kept.push_back(kept);
  }

  bool find_supply(const plan::Peg& peg, material::KeptPeg& kept) const {
    switch (peg.supply) {
      case plan::SupplyKind::stock:
        return found(counterparts_.stock(model::StockId(peg.supply_index)), kept.supply_index);
      case plan::SupplyKind::open_purchase:
        return found(counterparts_.purchase(model::OpenPurchaseOrderId(peg.supply_index)), kept.supply_index);
      case plan::SupplyKind::production:
        return found(open_of(plan::ProductionOrderId(peg.supply_index)), kept.supply_index);
      case plan::SupplyKind::purchase:
        return false;
    }
    return false;
  }

  bool find_demand(const plan::Peg& peg, material::KeptPeg& kept) const {
    if (peg.demand == plan::DemandKind::order)
      return found(counterparts_.order(model::OrderId(peg.demand_index)), kept.demand_index);
    if (peg.demand != plan::DemandKind::placement) return false;
    const plan::Placement& placement = before_.plan.placements[plan::PlacementId(peg.demand_index)];
    kept.operation = counterparts_.operation(placement.operation);
    kept.line = counterparts_.line(peg.line);
    return kept.line.valid() && found(open_of(placement.order), kept.demand_index);
  }

  [[nodiscard]] model::OpenProductionOrderId open_of(plan::ProductionOrderId id) const {
    return counterparts_.open(before_.plan.production_orders[id].open);
  }

  template <class Id>
  static bool found(Id id, std::uint32_t& index) {
    index = id.valid() ? id.index() : 0;
    return id.valid();
  }

  // Budgets have no ids: the account and the period.
  [[nodiscard]] model::BudgetId budget(const model::Budget& published) const {
    const std::string& account = before_.plant.accounts[published.account].id;
    for (const model::BudgetId id : base::ids_of(now_.budgets)) {
      const model::Budget& budget = now_.budgets[id];
      const bool same = budget.from == published.from && budget.until == published.until;
      if (same && now_.accounts[budget.account].id == account) return id;
    }
    return {};
  }

  // What may be made or bought, and was bought only.
  void add_bought(AllocationOrder& allocation) const {
    std::vector<bool> made(before_.plant.items.size(), false);
    std::vector<bool> bought(before_.plant.items.size(), false);
    for (const plan::ProductionOrder& order : before_.plan.production_orders) made[order.item.index()] = true;
    for (const plan::Purchase& purchase : before_.plan.purchases) bought[purchase.item.index()] = true;
    for (const model::ItemId id : base::ids_of(before_.plant.items)) {
      const bool chosen = before_.plant.items[id].source == model::Source::both && bought[id.index()];
      const model::ItemId item = counterparts_.item(id);
      if (chosen && !made[id.index()] && item.valid() && now_.items[item].source == model::Source::both) {
        allocation.bought.push_back(item);
      }
    }
  }

  const Published& before_;
  const Counterparts& counterparts_;
  const model::Plant& now_;
};

// Only what was published to begin within the time that is not told yet may begin in it.
void hold_back(const Published& published, const Counterparts& counterparts, const PublishedWork& work,
               Proposal& today) {
  if (published.untold <= 0) return;
  const time::Tick clock = published.untold;
  for (Index op = 0; op < today.model.problem.operation_count; ++op) {
    const plan::PlacementId old = work.of(today.model.placement_of[op]);
    const bool is_due = old.valid() && counterparts.tick(published.plan.placements[old].start) < clock;
    const bool is_fixed = today.model.problem.fixed[op] != schedule::Fixed::free;
    if (!is_due && !is_fixed) today.model.problem.release[op] = std::max(today.model.problem.release[op], clock);
  }
}

schedule::Disrupted damage_of(const model::Plant& now, const Published& published, const Counterparts& counterparts,
                              const PublishedWork& work, const Proposal& today) {
  const auto frozen_until = static_cast<Tick>(now.policy.frozen.count());
  return frozen(today.model.problem, carried(published, counterparts, work, today), frozen_until);
}

}  // namespace

Situation situation(const model::Plant& now, const Published& published, Freedom freedom, Cancel cancel) {
  Counterparts counterparts(published.plant, now);
  Proposal today =
      propose(now, Decisions(published, counterparts, now).allocation(freedom.pegs), Effort::one_policy, cancel);
  if (freedom.caps == Caps::give_way) keep_under_caps(now, cancel, today);
  PublishedWork work(published, counterparts, now, today.plan);
  hold_back(published, counterparts, work, today);
  schedule::Disrupted damage = damage_of(now, published, counterparts, work, today);
  return {.counterparts = std::move(counterparts),
          .today = std::move(today),
          .work = std::move(work),
          .damage = std::move(damage)};
}

Situation with_overtime(const model::Plant& now, const Published& published, const Situation& before,
                        const std::vector<plan::OvertimeWindow>& overtime) {
  Situation opened = before;
  opened.today.plan.overtime = overtime;
  reschedule(now, Effort::one_policy, opened.today);
  hold_back(published, opened.counterparts, opened.work, opened.today);
  opened.damage = damage_of(now, published, opened.counterparts, opened.work, opened.today);
  return opened;
}

plan::Plan costed(const model::Plant& now, const Situation& situation, schedule::Solution solution) {
  const schedule::Problem& problem = situation.damage.problem;
  for (Index op = 0; op < problem.operation_count; ++op) {
    // What is fixed has one mode, written over the others.
    if (problem.fixed[op] != schedule::Fixed::free) solution.mode[op] = situation.damage.published.mode[op];
  }
  return costed(now, situation.today, solution);
}

plan::Plan finished(const model::Plant& now, const Situation& situation, schedule::Solution solution) {
  plan::Plan plan = costed(now, situation, std::move(solution));
  explain_plan(now, plan);
  return plan;
}

}  // namespace kilter::coordinate
