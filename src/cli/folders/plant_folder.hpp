// A plant from its folder, for every command that needs one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/text/complaint.hpp"
#include "codec/plant/source_file.hpp"
#include "model/plant.hpp"

namespace kilter::cli {

base::Result<model::Plant> read_plant(const std::string& path);

// The plant; or nothing, with all faults said.
std::optional<model::Plant> open_plant(const std::string& path, const Complaint& complaint);

// Writes the tables as the plant folder `path`; plant tables that it had before and are not among them go.
// The names of those that went; or why it cannot be written.
base::Result<std::vector<std::string>> write_plant(const std::string& path,
                                                   const std::vector<codec::plant::TargetFile>& files);

// "Removed, as the plant has no such rows: people.csv, skills.csv." with a line end; nothing when none went.
std::string removed_text(const std::vector<std::string>& gone);

}  // namespace kilter::cli
