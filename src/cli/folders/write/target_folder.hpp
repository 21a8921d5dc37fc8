// May a command write into this folder? What stands there and was not written by the same command is not replaced
// unasked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/issue.hpp"
#include "codec/plant/source_file.hpp"

namespace kilter::cli {

// The file whose presence says that a folder holds a whole plan.
inline constexpr const char* kPlanMark = "plan.json";

// Why `path` cannot take a plan: it holds a plant, whose tables have the names of a plan's; nothing when it can. A
// folder with a plan in it (plan.json) can: the new plan replaces the old one.
std::optional<base::Issue> why_not_for_plan(const std::string& path);

// Why `path` cannot take the plant made of these tables: it holds a plan, another plant, or tables of none; nothing
// when it can. The same plant (by the name in plant.csv) is replaced.
std::optional<base::Issue> why_not_for_plant(const std::string& path,
                                             const std::vector<codec::plant::TargetFile>& files);

}  // namespace kilter::cli
