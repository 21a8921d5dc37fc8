// An operation fixed by a person where it is to be done: a row of progress.csv that every plan keeps. Its production
// order becomes firm, so that planning anew does not replace it.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "service/plant/plant_state.hpp"

namespace kilter::service {

struct Pin {
  std::string operation;  // "MO-7/10"
  std::string unit;       // empty, as the other two: as published
  std::string start;
  std::vector<std::string> people;
};

// The rows that fixing it changes. Faults name the field.
base::Result<std::vector<RowEdit>> pin_edits(const PlantState& state, const Pin& pin);

// The rows by which it is free again.
base::Result<std::vector<RowEdit>> unpin_edits(const PlantTables& tables, const std::string& operation);

}  // namespace kilter::service
