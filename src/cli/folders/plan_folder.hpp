// A written plan from its folder, for every command that needs one.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "cli/folders/source_folder.hpp"
#include "cli/text/complaint.hpp"
#include "model/plant.hpp"
#include "plan/plan.hpp"

namespace kilter::cli {

// The tables of a plan in `path`; or why it is none.
base::Result<SourceFolder> open_plan_files(const std::string& path);

// The plan; or nothing, with all faults said. `plant` is the one that it was made from.
std::optional<plan::Plan> open_plan(const model::Plant& plant, const std::string& path, const Complaint& complaint);

}  // namespace kilter::cli
