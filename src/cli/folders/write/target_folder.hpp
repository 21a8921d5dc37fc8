// May a command write into this folder? What stands there and would be lost is not replaced unasked.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/issue.hpp"
#include "codec/plant/source_file.hpp"

namespace kilter::cli {

// The file whose presence says that a folder holds a whole plan.
inline constexpr const char* kPlanMark = "plan.json";
// What a plan has for people beside its tables.
inline constexpr const char* kReport = "report.html";
inline constexpr const char* kWorkbook = "plan.xlsx";

// The name of every file that a plan may consist of.
std::set<std::string> plan_files();

// Whether a plan that Kilter wrote stands in the folder.
bool holds_plan(const std::string& path);

// Why `path` cannot take a plan: it holds a plant, or files of the plan's names that are no plan's; nothing when it
// can. A plan that stands there alone is replaced.
std::optional<base::Issue> why_not_for_plan(const std::string& path);

// Why `path` cannot take the plant made of these tables: something of a plan, of another plant or of the owner's own
// would be lost; nothing when it can. A plant is the same when writing it anew gives the same tables.
std::optional<base::Issue> why_not_for_plant(const std::string& path,
                                             const std::vector<codec::plant::TargetFile>& files);

}  // namespace kilter::cli
