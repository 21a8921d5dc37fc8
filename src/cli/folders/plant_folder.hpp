// A plant from its folder, for every command that needs one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/text/complaint.hpp"
#include "codec/plant/rewrite/rewrite.hpp"
#include "codec/plant/source_file.hpp"
#include "model/plant.hpp"

namespace kilter::cli {

base::Result<model::Plant> read_plant(const std::string& path);

// The plant; or nothing, with all faults said.
std::optional<model::Plant> open_plant(const std::string& path, const Complaint& complaint);

// Says why the plant in `path` is refused.
void complain_of_plant(const std::string& path, base::Issues issues, const Complaint& complaint);

// The plant folder in Kilter's own form; or every fault.
base::Result<codec::plant::Rewritten> read_rewritten(const std::string& path);

// Writes the tables as the plant folder `path`; other plant tables that it had before go, and so does a plan.
// The names of those that went; or why it cannot be written.
base::Result<std::vector<std::string>> write_plant(const std::string& path,
                                                   const std::vector<codec::plant::TargetFile>& files);

// "Removed, as the plant has no such table: people.csv, skills.csv." with a line end; nothing when none went.
std::string removed_text(const std::vector<std::string>& gone);

}  // namespace kilter::cli
