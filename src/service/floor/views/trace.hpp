// Lots traced both ways: what went into a lot, and what was made of it, through every level.
//
//   tube L-2210  ->  frame MO-118  ->  bike MO-131, bike MO-140
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/fixed.hpp"
#include "service/tables/plant_tables.hpp"

namespace kilter::service {

enum class Trace : std::uint8_t {
  made_of_it,   // forward: what it went into
  went_into_it  // backward: what it was made of
};

// A step of the way: a lot went into a production order, whose id is the lot of what it made.
struct LotUse {
  std::uint32_t depth = 0;  // 0: of the lot asked for
  std::string item;
  std::string lot;
  std::string production_order;
  std::string made;  // item that the order makes
  base::Quantity quantity;
};

// Depth first; a lot that is met again is told once more and not followed again. O(uses met).
std::vector<LotUse> trace(const PlantTables& tables, Trace direction, const std::string& item, const std::string& lot);

// {"uses":[...]}
std::string trace_json(std::span<const LotUse> uses);
std::string trace_csv(std::span<const LotUse> uses);

}  // namespace kilter::service
