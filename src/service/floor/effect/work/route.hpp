// How an item is made, read off the tables: its operations in the order of the work, and what reaches each of them. The
// same arithmetic as plan/work_content.hpp.
#pragma once

#include <string>
#include <vector>

#include "service/floor/effect/ledger.hpp"

namespace kilter::service {

struct Step {
  RowNumber row = 0;  // in operations.csv; 0: the item has none, this is its lead time
  std::string operation;
  base::Ratio yield = base::Ratio::one();
};

struct Route {
  std::string item;
  base::Ratio yield = base::Ratio::one();  // of the item, after the last step
  std::vector<Step> steps;
  bool network = false;  // precedences.csv says what follows what

  // Place of an operation; steps.size() when the item has none of that id.
  [[nodiscard]] std::size_t place(std::string_view operation) const;
  // Of `started` units, those that reach a step: less the yields before it.
  [[nodiscard]] Quantity reaching(std::size_t step, Quantity started) const;
  // Of `started` units, those expected good in the end.
  [[nodiscard]] Quantity good(Quantity started) const;
  // Units to start so that `out` come out of a step.
  [[nodiscard]] Quantity started_for(std::size_t step, Quantity out) const;
};

Route route_of(const Ledger& ledger, const std::string& item);

// A cell of operations.csv; empty for a lead time.
std::string of_step(const Ledger& ledger, const Step& step, std::string_view column);

// Operations that must be done before the step may begin.
std::vector<std::size_t> before(const Ledger& ledger, const Route& route, std::size_t step);

}  // namespace kilter::service
