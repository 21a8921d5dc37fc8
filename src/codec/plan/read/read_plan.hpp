// A written plan folder back to the plan, or every fault at once. Columns that only repeat what others or the plant say
// are compared with what they should say, cell by cell, so that a folder that was changed by hand is found out.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::codec {

struct PlanFile {
  std::string name;  // without folders: "operations.csv"
  std::string_view bytes;
};

// `plant` is the one that the plan was made from. Equal to the plan that was written.
base::Result<kilter::plan::Plan> read_plan(const model::Plant& plant, std::span<const PlanFile> files);

}  // namespace kilter::codec
