#include "coordinate/decide/caps.hpp"

#include <algorithm>

#include "coordinate/finish.hpp"
#include "money/cost.hpp"
#include "plan/peg_index.hpp"
#include "plan/penalty.hpp"
#include "schedule/search.hpp"

namespace kilter::coordinate {
namespace {

using base::Money;
using model::BudgetId;
using model::OrderId;
using time::Tick;

// Rounds of giving way after which what is still exceeded stays so, for the checker to name.
constexpr int kRounds = 200;

// As it will be shown: work stands as late as it may, so that it counts in the period in which it will be done.
plan::Plan costed(const model::Plant& plant, const Proposal& proposal) {
  plan::Plan plan = proposal.plan;
  const auto buffer = static_cast<Tick>(plant.policy.delivery_buffer.count());
  cost_plan(plant, proposal.model, schedule::right_shift(proposal.model.problem, proposal.solution, buffer), plan);
  return plan;
}

// What gives way to one exceeded budget.
class GivingWay {
 public:
  GivingWay(const model::Plant& plant, const plan::Plan& plan, BudgetId exceeded, const AllocationOrder& allocation)
      : plant_(plant),
        plan_(plan),
        id_(exceeded),
        from_(plant.frame.tick(plant.budgets[exceeded].from)),
        until_(plant.frame.tick(plant.budgets[exceeded].until)),
        allocation_(allocation),
        spend_(plant.orders.size()) {
    for (const plan::CostLine& line : plan.costs) {
      if (line.order.valid() && counts(line)) spend_[line.order] += line.amount;
    }
  }

  // Adds to the allocation what gives way next; false when nothing is left that could.
  bool give_way() { return drop_replenishment() || postpone_or_leave_out(); }
  [[nodiscard]] const AllocationOrder& allocation() const { return allocation_; }

 private:
  [[nodiscard]] bool counts(const plan::CostLine& line) const {
    return from_ <= line.at && line.at < until_ &&
           money::account_kind(line.kind) == plant_.accounts[plant_.budgets[id_].account].kind;
  }

  // Items whose safety stock is replenished by work that spends here.
  bool drop_replenishment() {
    const plan::PegIndex pegs(plant_, plan_);
    std::vector<bool> seen(plan_.production_orders.size(), false);
    const std::size_t before = allocation_.not_replenished.size();
    for (const plan::CostLine& line : plan_.costs) {
      if (line.ref != plan::CostRef::placement || !counts(line)) continue;
      drop_demands_of(plan_.placements[plan::PlacementId(line.index)].order, pegs, seen);
    }
    return allocation_.not_replenished.size() > before;
  }

  void drop_demands_of(plan::ProductionOrderId order, const plan::PegIndex& pegs, std::vector<bool>& seen) {
    if (seen[order.index()]) return;
    seen[order.index()] = true;
    for (const plan::PegId id : pegs.out_of(order)) {
      const plan::Peg& peg = plan_.pegs[id];
      if (peg.demand == plan::DemandKind::placement) {
        drop_demands_of(plan_.placements[plan::PlacementId(peg.demand_index)].order, pegs, seen);
      } else if (peg.demand == plan::DemandKind::safety_stock) {
        const model::ItemId item(peg.demand_index);
        auto& dropped = allocation_.not_replenished;
        if (std::find(dropped.begin(), dropped.end(), item) == dropped.end()) dropped.push_back(item);
      }
    }
  }

  bool postpone_or_leave_out() {
    struct Candidate {
      double loss_per_money = 0;
      OrderId order;
      bool can_wait = false;
    };
    std::vector<Candidate> candidates;
    for (const OrderId order : base::ids_of(plant_.orders)) {
      if (!spend_[order].positive()) continue;
      const bool can_wait = may_wait(order);
      const Tick late_until = can_wait ? until_ : plant_.frame.tick(plant_.policy.horizon);
      const Tick late = std::max<Tick>(0, late_until - plant_.frame.tick(plant_.orders[order].due()));
      const auto loss = static_cast<double>(plan::penalty(plant_, plant_.orders[order], late).raw());
      candidates.push_back({loss / static_cast<double>(spend_[order].raw()), order, can_wait});
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      return a.can_wait != b.can_wait ? a.can_wait : a.loss_per_money < b.loss_per_money;
    });
    Money excess = plan_.budgets[id_.index()].total(plant_.budgets[id_]) - *plant_.budgets[id_].hard_cap;
    for (const Candidate& candidate : candidates) {
      if (!excess.positive()) break;
      excess -= spend_[candidate.order];
      if (candidate.can_wait) {
        allocation_.deferrals.push_back({.order = candidate.order, .budget = id_, .until = until_});
      } else {
        allocation_.left_out.push_back(candidate.order);
      }
    }
    return !candidates.empty();
  }

  // Whether waiting for the period's end is of use: it has not been tried, and the horizon is not over by then.
  [[nodiscard]] bool may_wait(OrderId order) const {
    const auto tried = [&](const plan::Deferral& known) { return known.order == order && known.until >= until_; };
    return until_ < plant_.frame.tick(plant_.policy.horizon) &&
           std::none_of(allocation_.deferrals.begin(), allocation_.deferrals.end(), tried);
  }

  const model::Plant& plant_;
  const plan::Plan& plan_;
  BudgetId id_;
  Tick from_;
  Tick until_;
  AllocationOrder allocation_;
  base::IndexedVector<OrderId, Money> spend_;  // here, per customer order
};

bool any_cap(const model::Plant& plant) {
  return std::any_of(plant.budgets.begin(), plant.budgets.end(),
                     [](const model::Budget& budget) { return budget.hard_cap.has_value(); });
}

// Closes the overtime of the last week in which some is worked; false when none is.
bool close_last_overtime(const model::Plant& plant, Proposal& proposal) {
  auto& windows = proposal.plan.overtime;
  if (windows.empty()) return false;
  const Tick last = windows.back().from;
  std::erase_if(windows, [last](const plan::OvertimeWindow& window) { return window.from == last; });
  proposal.allocation.overtime = windows;
  reschedule(plant, Effort::policy_grid, proposal);
  return true;
}

}  // namespace

std::vector<BudgetId> exceeded_caps(const model::Plant& plant, const plan::Plan& plan) {
  std::vector<BudgetId> exceeded;
  for (const plan::BudgetLine& line : plan.budgets) {
    const model::Budget& budget = plant.budgets[line.budget];
    if (budget.hard_cap && line.planned.positive() && line.total(budget) > *budget.hard_cap) {
      exceeded.push_back(line.budget);
    }
  }
  return exceeded;
}

void keep_under_caps(const model::Plant& plant, Proposal& proposal) {
  if (!any_cap(plant)) return;
  for (int round = 0; round < kRounds; ++round) {
    const plan::Plan plan = costed(plant, proposal);
    const std::vector<BudgetId> exceeded = exceeded_caps(plant, plan);
    if (exceeded.empty()) return;
    if (close_last_overtime(plant, proposal)) continue;
    GivingWay giving(plant, plan, exceeded.front(), proposal.allocation);
    if (!giving.give_way()) return;
    proposal = propose(plant, giving.allocation(), Effort::policy_grid);
  }
}

}  // namespace kilter::coordinate
