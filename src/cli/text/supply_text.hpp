// A line of the supply tree in words.
#pragma once

#include <string>

#include "codec/plan/table.hpp"
#include "coordinate/brief/supply_tree.hpp"

namespace kilter::cli {

struct SupplyText {
  std::string id;    // "P-3", an operation's own id, "B-9", "S-2"
  std::string text;  // "make: 4 of 10 frame"
};
SupplyText text_of(const codec::PlanView& view, const coordinate::SupplyNode& node);

}  // namespace kilter::cli
