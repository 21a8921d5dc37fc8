// What must not be used or begun until somebody says so: held lots, clearances that are not given.
#pragma once

#include "service/floor/effect/ledger.hpp"

namespace kilter::service {

// What a clearance names: exactly one of order, production_order, or item with operation.
struct Held {
  std::string order;
  std::string production_order;
  std::string item;
  std::string operation;
};

// A row of clearances.csv that is not cleared.
struct Hold {
  std::string id;
  std::string_view lamp;
  std::string note;
};
void add_hold(Ledger& ledger, const Held& held, const Hold& hold);

// Ids of holds begin so, apart from the clearances that planners enter.
inline constexpr std::string_view kHoldPrefix = "HOLD-";
inline constexpr std::string_view kStopPrefix = "STOP-";

}  // namespace kilter::service
