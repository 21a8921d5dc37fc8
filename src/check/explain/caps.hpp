// Whether a purchase comes late because a hard cap left no money for it.
#pragma once

#include "base/strong_id.hpp"
#include "check/facts/facts.hpp"

namespace kilter::check {

class Caps {
 public:
  // Made once for a plan; keeps a reference to `facts`. O(hard caps x purchases).
  explicit Caps(const Facts& facts);

  // Whether the hard cap of `budget` alone kept the purchase from coming in [from, until): without it the purchase
  // could have come at `from`, the period is the last one over by then, what the plan spends in it leaves too little
  // for the purchase, and between its end, the lead time later, and `until` the vendor is closed. O(budgets).
  [[nodiscard]] bool put_off(plan::PurchaseId purchase, model::BudgetId budget, Tick from, Tick until) const;
  // Whether any hard cap kept the purchase from coming before `until`, when it could have come sooner.
  [[nodiscard]] bool put_off_by_any(plan::PurchaseId purchase, Tick until) const;

  // What a budget with a hard cap has left after all purchases of the plan; zero without a cap.
  [[nodiscard]] base::Money left(model::BudgetId budget) const { return left_[budget]; }

 private:
  const Facts& facts_;
  base::IndexedVector<model::BudgetId, base::Money> left_;
};

}  // namespace kilter::check
