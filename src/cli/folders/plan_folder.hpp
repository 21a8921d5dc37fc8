// A written plan from its folder, for every command that needs one.
#pragma once

#include <optional>
#include <string>

#include "cli/terminal/console.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::cli {

// The plan; or nothing, with all faults on `err`. `plant` is the one that it was made from.
std::optional<plan::Plan> open_plan(const model::Plant& plant, const std::string& path, Console& console);

}  // namespace kilter::cli
