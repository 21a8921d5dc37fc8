// What can be promised for an order that is not there yet (capable-to-promise): when, at what cost, and what stands in
// its way, with everything published left as it is. It takes supply that nobody was promised and gaps in the schedule.
//
//   W-1  |==MO-7==|......|==MO-9==|            a lot of 5 fits before MO-9
//   W-2  |==MO-8==|====MO-11====|....
//
//   const Quotes quotes(now, {published_plant, published_plan});     once, when a fact has come
//   quotes.date({.item = bike, .site = main, .quantity = Quantity::units(5), .requested = friday});
//
// Asked for with others' dates at stake, `pull_ahead` shows whole plans and who pays for them.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "coordinate/live/published.hpp"
#include "coordinate/live/repairs.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

struct Inquiry {
  model::ItemId item;
  model::SiteId site;
  base::Quantity quantity;
  time::Instant requested;
  std::int32_t priority = 1;
  model::CustomerId customer;  // may be none
};

struct QuotedDate {
  time::Tick delivered = time::kNever;  // kNever: not to be had whole, see `reason`
  time::Tick due = 0;                   // what was asked for
  plan::UnplannedReason reason = plan::UnplannedReason::no_source;
  model::ItemId missing;         // where it fails; none where there is a date
  bool moves_published = false;  // there would be a date, but not without moving published work: see pull_ahead
  [[nodiscard]] bool in_time() const { return delivered <= due; }
};

struct Quote {
  QuotedDate date;
  std::array<base::Money, plan::kCostKindCount> cost{};  // of what is made and bought for it
  plan::LateChain waits;  // what it waits for from the date asked for on, nearest to delivery first; empty in time
  plan::Plan plan;        // with it, costed, for `plant`; empty when there is no date
  model::Plant plant;     // now, with the inquiry as its last order
  [[nodiscard]] base::Money total() const;
};

class Quotes {
 public:
  // Borrows `now` (as for repairs()) and keeps what all quotes have in common: O(n log n), as long as a repair without
  // search. Where facts have overtaken the published plan, its work stands where it gets when nothing is done.
  Quotes(const model::Plant& now, const Published& published);
  ~Quotes();
  Quotes(const Quotes&) = delete;
  Quotes& operator=(const Quotes&) = delete;

  // May be asked by several threads at once. O(n): supply is netted and the problem made anew, nothing is searched.
  [[nodiscard]] QuotedDate date(const Inquiry& inquiry) const;
  // The same with cost and reasons.
  [[nodiscard]] Quote quote(const Inquiry& inquiry) const;

 private:
  struct Base;
  struct Placed;
  [[nodiscard]] Placed placed(const Inquiry& inquiry) const;

  const model::Plant& now_;
  std::unique_ptr<const Base> base_;
};

// `now` with the inquiry as a firm order, its last one; `id` is one that no order has.
model::Plant with_inquiry(const model::Plant& now, const Inquiry& inquiry, const std::string& id);

// Whole plans with the order in `ordered` (with_inquiry), some of which move published work: their promises touched are
// who pays for it.
inline Repairs pull_ahead(const model::Plant& ordered, const Published& published, const RepairLimits& limits) {
  return repairs(ordered, published, limits);
}

}  // namespace kilter::coordinate
