// The hard-capped periods of a plant, and who spends what in each of them.
#pragma once

#include <array>
#include <map>
#include <set>
#include <vector>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// Budgets with a hard cap. Those of one account kind never overlap.
class CapPeriods {
 public:
  // Keeps a reference to the plant.
  explicit CapPeriods(const model::Plant& plant);

  // By their beginning.
  [[nodiscard]] const std::vector<model::BudgetId>& in_time_order() const { return ordered_; }
  // The one that pays for the kind at that time; none where no hard cap holds. O(log n).
  [[nodiscard]] model::BudgetId at(model::AccountKind kind, time::Tick at) const;
  [[nodiscard]] time::Tick until(model::BudgetId budget) const;
  [[nodiscard]] model::AccountKind kind(model::BudgetId budget) const;

 private:
  const model::Plant& plant_;
  std::vector<model::BudgetId> ordered_;
  std::map<model::AccountKind, std::map<time::Tick, model::BudgetId>> by_kind_;  // by beginning
};

// Whether a cost line is of work that has begun or is pinned: nothing can change it, but for its overtime.
bool is_given(const plan::Plan& plan, const plan::CostLine& line);

// Money of one account kind at one time.
struct Spend {
  time::Tick at = 0;
  model::AccountKind kind{};
  base::Money amount;
};

// What a costed plan spends in the capped periods, and what it would if customer orders began later: all that an order
// spends then moves with it, keeping its distances in time. That is a forecast; the schedule decides.
class CapLedger {
 public:
  using Spender = std::size_t;  // position of a customer order; `stock()` for work that serves none

  // `kinds`: the accounts looked at. Keeps references to plant and periods.
  CapLedger(const model::Plant& plant, const CapPeriods& periods, const plan::Plan& plan,
            const std::set<model::AccountKind>& kinds);

  [[nodiscard]] Spender stock() const { return work_.size() - 1; }
  // All that a spender could spend at another time, capped or not.
  [[nodiscard]] const std::vector<Spend>& work_of(Spender who) const { return work_[who]; }
  // Who spends how much in the period; what cannot move is not among it.
  [[nodiscard]] const std::map<Spender, base::Money>& spenders(model::BudgetId budget) const { return in_[budget]; }
  // What is left of the cap; negative when it is exceeded.
  [[nodiscard]] base::Money room(model::BudgetId budget) const { return room_[budget]; }

  // The spender's first work that is before `start` then begins at `start`.
  void begin_at(Spender who, time::Tick start);
  void remove(Spender who) { replace(who, {}); }
  // In place of what the spender does now.
  void replace(Spender who, std::vector<Spend> work);
  // Whether `work` has room besides all that is entered.
  [[nodiscard]] bool fits(const std::vector<Spend>& work) const;

 private:
  void enter(Spender who, bool in);

  const CapPeriods& periods_;
  std::vector<std::vector<Spend>> work_;
  base::IndexedVector<model::BudgetId, base::Money> room_;
  base::IndexedVector<model::BudgetId, std::map<Spender, base::Money>> in_;
};

// `work` as it would be with its first part at `start`; unchanged when that is no later.
std::vector<Spend> begun_at(std::vector<Spend> work, time::Tick start);

}  // namespace kilter::coordinate
