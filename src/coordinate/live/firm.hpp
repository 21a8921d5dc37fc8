// What becomes of a plan when it is published: its new production orders get ids and rows that last, and the plan is
// re-expressed for the plant with these rows in it, so that tomorrow's facts can be held against it.
//
//   plan     P-1: 40 frames for SO-7          published    MO-118: 40 frames for SO-7, status planned
//
//   OrderNumbers numbers = OrderNumbers::after(plant);
//   const Firmed firmed = firm(draft, plant, plan, {}, numbers).value();
//   // firmed.draft: the table's rows; firmed.live: the plant that runs; firmed.plan: the plan, MO-118 in it
//
// In the table such rows are `planned`: a plan made from scratch drops them and makes its own. In the live plant they
// are firm: a repair keeps them. See docs/decisions/0022-published-orders-are-firm.md.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/draft.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::coordinate {

// A production order that a publication made to last, by the names of things: the plant of the next one has other
// indexes.
struct FirmOrder {
  std::string id;
  std::string item;
  std::string site;
  std::string for_order;  // empty: stock
  base::Quantity quantity;
  time::Instant due;
  plan::ProductionOrderId in_plan;
  friend bool operator==(const FirmOrder&, const FirmOrder&) = default;
};

// Ids "MO-<n>" that nobody had before.
class OrderNumbers {
 public:
  explicit OrderNumbers(std::uint64_t last) : last_(last) {}
  // After all that the plant's open orders have, and after `last`.
  static OrderNumbers after(const model::Plant& plant, std::uint64_t last = 0);

  std::string next() { return "MO-" + std::to_string(++last_); }
  [[nodiscard]] std::uint64_t last() const { return last_; }

 private:
  std::uint64_t last_;
};

// The plan's new production orders, in the plan's order. One that an earlier publication made as well (item, site,
// customer order and quantity; those wanted first go first) keeps its id; the others are numbered on. Due when the plan
// wants them, so that nobody is told to hurry or to put off what was just planned; where nothing says when, at their
// end. O(n log n).
std::vector<FirmOrder> firm_orders(const model::Plant& plant, const plan::Plan& plan,
                                   std::span<const FirmOrder> earlier, OrderNumbers& numbers);

// The draft that the plan was made from, with these orders as rows of status `planned`. Other rows of that status that
// the plan does not carry on are gone, with their progress and clearances. Views into the texts of `draft`; new text is
// kept by both, so no copy of `draft` may be written meanwhile.
model::PlantDraft with_firm_orders(const model::PlantDraft& draft, const model::Plant& plant, const plan::Plan& plan,
                                   std::span<const FirmOrder> orders);

// The draft of the plant that runs: production orders of status `planned` are read as firm.
model::PlantDraft live_draft(model::PlantDraft draft);

// The same plan for `live`, in which the orders are open ones: placements, pegs, money and promises stay as they are;
// what is said of open orders is said anew. `live` was built from live_draft(with_firm_orders(...)).
plan::Plan as_published(const model::Plant& plant, plan::Plan plan, std::span<const FirmOrder> orders,
                        const model::Plant& live);

struct Firmed {
  std::vector<FirmOrder> orders;
  model::PlantDraft draft;  // of the table
  model::Plant live;
  plan::Plan plan;  // for `live`
};

// All of it. Fails only where `draft` is not one that a plant can be built from.
base::Result<Firmed> firm(const model::PlantDraft& draft, const model::Plant& plant, const plan::Plan& plan,
                          std::span<const FirmOrder> earlier, OrderNumbers& numbers);

}  // namespace kilter::coordinate
