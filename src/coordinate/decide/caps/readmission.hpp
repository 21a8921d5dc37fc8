// Customer orders that gave way to a cap are taken in again as far as the money reaches.
#pragma once

#include <optional>
#include <vector>

#include "coordinate/cancel.hpp"
#include "coordinate/decide/caps/cap_sweep.hpp"
#include "coordinate/proposal.hpp"

namespace kilter::coordinate {

// What the forecasts of the sweeps got wrong: lots were larger than what was exceeded, the schedule has moved since;
// and what purchases under caps left out at once that one by one has room. Those left out come first, by their urgency,
// then those that waiting costs most for their money, as many at a time as the money should reach for; when it does
// not, half as many. At last orders are left out for others that weigh more.
class Readmission {
 public:
  // `proposal` is under all caps, and stays so. Keeps references.
  Readmission(const model::Plant& plant, const CapPeriods& periods, Cancel cancel, std::vector<Waiting> waiting,
              Proposal& proposal);

  // Tries at most so many plans; returns how many it did.
  int run(int most_plans);

 private:
  // An order that begins when the period of `after` is over; without one as soon as it can.
  struct Return {
    std::size_t waiting = 0;
    model::BudgetId after;
  };
  struct Exchange {
    std::vector<Return> in;
    std::vector<Waiting> out;
  };
  int take_in_again(int most_plans);
  int exchange(int most_plans);
  [[nodiscard]] bool left_out(model::OrderId order) const;
  [[nodiscard]] std::int64_t weight(model::OrderId order) const;
  [[nodiscard]] std::int64_t weight(const std::vector<Return>& chosen) const;
  void sort_waiting();
  [[nodiscard]] std::vector<Return> affordable(std::size_t most, model::OrderId without) const;
  [[nodiscard]] std::optional<model::BudgetId> earliest(const CapLedger& ledger, const Waiting& who) const;
  [[nodiscard]] time::Tick waits_until(model::OrderId order) const;
  [[nodiscard]] std::vector<Waiting> replaceable() const;
  [[nodiscard]] std::vector<std::vector<Return>> in_place_of(model::OrderId order) const;
  [[nodiscard]] std::vector<Exchange> exchanges() const;
  [[nodiscard]] std::optional<Exchange> make_room(std::size_t waiting, std::vector<Waiting> planned) const;
  bool take_in(const std::vector<Return>& chosen, const std::vector<Waiting>& instead_of);
  void forget(const std::vector<Return>& chosen);

  const model::Plant& plant_;
  const CapPeriods& periods_;
  Cancel cancel_;
  std::vector<Waiting> waiting_;
  Proposal& best_;
  plan::Plan plan_;
};

}  // namespace kilter::coordinate
