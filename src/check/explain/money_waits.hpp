// Which production orders wait for money: those that serve a customer order which does.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "check/facts/facts.hpp"

namespace kilter::check {

class MoneyWaits {
 public:
  // Made once for a plan; keeps nothing of it. O((production orders + pegs) x periods that customer orders wait for).
  explicit MoneyWaits(const Facts& facts);

  // Whether work of the production order that begins at `start` waited until `until` for the budget: some of its output
  // ends up in a customer order that waits for that budget, until then, or longer where `until` is the start.
  [[nodiscard]] bool waited(plan::ProductionOrderId order, model::BudgetId budget, Tick start, Tick until) const;

 private:
  using Wait = std::pair<model::BudgetId, Tick>;  // until when

  std::map<Wait, std::vector<bool>> serving_;  // by production order: serves a customer order that waits so
};

}  // namespace kilter::check
