// What a plan means to those it concerns, by names and moments of the world, so that two plans of different days can be
// laid side by side.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::service {

using Second = std::int64_t;  // since 1970-01-01 UTC

// An operation that is still to be begun.
struct WorkLine {
  std::string what;  // "40 FR-CITY, Weld"
  Second start = 0;
  std::string unit;  // empty: no machine
  friend bool operator==(const WorkLine&, const WorkLine&) = default;
};

// A customer order's outcome.
struct PromiseLine {
  std::string customer;  // empty: none
  std::string item;
  Second due = 0;
  std::optional<Second> delivered;  // none: not planned whole
  friend bool operator==(const PromiseLine&, const PromiseLine&) = default;
};

// A purchase that is not sent yet.
struct PurchaseLine {
  std::string vendor;
  std::string item;
  std::string quantity;
  Second order_at = 0;
  Second receipt_at = 0;
  friend auto operator<=>(const PurchaseLine&, const PurchaseLine&) = default;
};

struct PlanSheet {
  using Work = std::map<std::string, WorkLine>;  // by operation, "MO-7/10"
  std::map<std::string, Work> people;            // by person: their work
  std::map<std::string, Work> centres;           // by work centre
  std::map<std::string, PromiseLine> promises;   // by customer order
  std::map<PurchaseLine, int> purchases;         // how many of each
  std::set<std::string> begun;                   // operations that run or are done: nobody has to be told of them
  plan::Objective objective;
};

// Work that runs or is done is a fact and no line.
PlanSheet sheet_of(const model::Plant& plant, const plan::Plan& plan);

}  // namespace kilter::service
