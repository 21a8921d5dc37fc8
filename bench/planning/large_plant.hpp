// A plant of the kind of examples/veloria at another size: more units and people of the same kinds, more of the same
// orders in less time, so that its machines are as busy.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "model/draft.hpp"
#include "model/plant.hpp"

namespace kilter::bench {

struct PlantSize {
  int units = 3;         // of each unit
  double people = 2.5;   // of each person; the fraction is of those that come first
  double orders = 1.25;  // of each order
  double time = 0.45;    // of the time until an order is due
};

// The plant of the folder at that size; aborts when it cannot be read or is none.
model::Plant large_plant(const std::filesystem::path& folder, const PlantSize& size);

}  // namespace kilter::bench
