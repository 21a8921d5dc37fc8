// What differs between two written plans, from their folders alone: orders whose date changed, operations moved or
// reassigned, purchases changed, money by part. New production orders and purchases have no lasting names, so they are
// matched by what they are for: item, customer order and turn.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/fixed.hpp"
#include "base/result.hpp"
#include "codec/plan/read/read_plan.hpp"

namespace kilter::codec {

// `before` and `after` as in the folders; an empty one: not in that plan.
struct OrderChange {
  std::string order;
  std::string before;  // delivered
  std::string after;
  std::int64_t seconds = 0;  // later by; 0 when one of them is empty
};

struct OperationChange {
  std::string name;    // "assemble of BIKE for SO-1"
  std::string before;  // start
  std::string after;
  std::string unit_before;
  std::string unit_after;
  std::string people_before;
  std::string people_after;
  std::int64_t seconds = 0;
};

struct PurchaseChange {
  std::string item;
  std::string before;  // "40 from NORDTEK, arrives 2026-12-01"
  std::string after;
};

struct MoneyChange {
  std::string part;
  base::Money before;
  base::Money after;
};

struct PlanDiff {
  std::vector<OrderChange> orders;
  std::size_t operations = 0;               // in both plans
  std::vector<OperationChange> moved;       // other start, same unit and people
  std::vector<OperationChange> reassigned;  // other unit or people
  std::size_t operations_added = 0;
  std::size_t operations_removed = 0;
  std::vector<PurchaseChange> purchases;
  std::vector<MoneyChange> money;  // parts that differ, then "total"
};

// Faults name the folder ("before", "after") by file and row.
base::Result<PlanDiff> diff_plans(std::span<const PlanFile> before, std::span<const PlanFile> after);

}  // namespace kilter::codec
