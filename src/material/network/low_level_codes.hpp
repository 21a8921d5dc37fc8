// Low-level codes (Orlicky, Material Requirements Planning, 1975): the longest way down from any item that nothing
// contains. Items are planned in ascending code, so that all demand for an item is known before it is netted.
//
//   bike 0 -> wheel 1 -> hub 2
//   bike 0 -------------> bolt 3 (also in hub)
#pragma once

#include <cstdint>
#include <vector>

#include "model/plant.hpp"

namespace kilter::material {

struct LowLevelCodes {
  std::vector<std::uint32_t> code;   // by ItemId index
  std::vector<model::ItemId> order;  // all items, ascending code, then ascending id
};

// `sourceless[item]`: the item can be neither made nor bought, so its demand may switch to its substitutes, which then
// get a higher code than the item. Where that contradicts the bills of material (or other switches), the switches are
// ignored. O(items + BOM lines).
LowLevelCodes low_level_codes(const model::Plant& plant, const std::vector<bool>& sourceless);

}  // namespace kilter::material
