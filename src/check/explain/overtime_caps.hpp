// Whether closed hours stayed closed because a hard cap left no money for the overtime that is on offer in them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "check/facts/facts.hpp"

namespace kilter::check {

class OvertimeCaps {
 public:
  // Made once for a plan; keeps a reference to `facts`. Free where no hard cap holds overtime.
  explicit OvertimeCaps(const Facts& facts);

  // Whether all of the link is overtime on offer and not worked, of the unit and of everybody at the link's placement,
  // inside the period of the budget that the link names; and working it, as long as there is work left then, costs more
  // than that cap has left and less than the lateness of the customer order does. Who leaves after the setup is not
  // paid.
  [[nodiscard]] bool stopped(model::OrderId order, const plan::LateLink& link) const;
  // Whether there is such overtime inside a link that is told as closed.
  [[nodiscard]] bool any_stopped(model::OrderId order, const plan::LateLink& link) const;

 private:
  // When the placement's unit and everybody assigned are at work together.
  [[nodiscard]] Intervals hours(plan::PlacementId id, const OpenTime& open) const;
  [[nodiscard]] bool kept_closed(model::OrderId order, plan::PlacementId id, model::BudgetId budget,
                                 Interval part) const;
  [[nodiscard]] std::int64_t left_to_do(plan::PlacementId id, Tick t) const;
  [[nodiscard]] base::Money price(plan::PlacementId id, Interval worked) const;
  [[nodiscard]] base::Money left(model::BudgetId budget) const;
  [[nodiscard]] base::Money penalty(model::OrderId order) const;

  const Facts& facts_;
  std::vector<model::BudgetId> capped_;  // of overtime
  std::optional<OpenTime> all_;          // with every overtime worked
};

}  // namespace kilter::check
