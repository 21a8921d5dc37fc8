// One sweep over the capped periods in time order: what does not fit into one waits for the next.
//
//   cap       |-- 100 --|-- 100 --|-- 100 --|
//   wanted    A60 B50    C70                      of B and C who loses least per money waits first
//   swept     A60        C70       B50            B fits beside C no more than beside A
#pragma once

#include <vector>

#include "coordinate/decide/caps/cap_ledger.hpp"
#include "coordinate/proposal.hpp"

namespace kilter::coordinate {

// A customer order that waits for money or is left out.
struct Waiting {
  model::OrderId order;
  std::vector<Spend> work;    // what it spent before it gave way
  double loss_per_money = 0;  // what its lateness costs
};

// Takes the periods of all caps in time order. Where more is spent than there is, work for stock waits for the period's
// end; then those customer orders whose lateness would cost most per money are kept as far as the money reaches, the
// others wait for the period's end, and those whom waiting does not help are left out. What waits counts, by the
// forecast of CapLedger, in the periods that come after.
class CapSweep {
 public:
  // `plan` is costed. Keeps references to everything.
  CapSweep(const model::Plant& plant, const CapPeriods& periods, const plan::Plan& plan,
           const std::vector<model::BudgetId>& exceeded, AllocationOrder& allocation);

  // Changes the allocation: one deferral for each that waits, the last. Adds to `waiting` who was not among them yet.
  // Returns whether anything changed. O(periods x spenders log spenders).
  bool run(std::vector<Waiting>& waiting);

 private:
  using Spender = CapLedger::Spender;
  struct Candidate {
    Spender who = 0;
    base::Money amount;
    bool can_wait = false;
    double loss_per_money = 0;
  };
  bool relieve(model::BudgetId budget);
  [[nodiscard]] std::vector<Candidate> candidates(model::BudgetId budget) const;
  [[nodiscard]] bool may_wait(Spender who, model::BudgetId budget) const;
  [[nodiscard]] double loss(Spender who, model::BudgetId budget, bool can_wait) const;
  void defer(Spender who, model::BudgetId budget);
  void record(Spender who, std::vector<Waiting>& waiting) const;

  const model::Plant& plant_;
  const CapPeriods& periods_;
  AllocationOrder& allocation_;
  CapLedger ledger_;
  const CapLedger before_;
  time::Tick horizon_;
  std::vector<time::Tick> waits_until_;     // decided before, by spender
  std::vector<model::BudgetId> waits_for_;  // decided now
  std::vector<bool> left_out_;              // now
  std::vector<double> loss_per_money_;
};

}  // namespace kilter::coordinate
