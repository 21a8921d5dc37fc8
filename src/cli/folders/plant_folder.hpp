// A plant from its folder, for every command that needs one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/terminal/console.hpp"
#include "codec/plant/source_file.hpp"
#include "model/plant.hpp"

namespace kilter::cli {

base::Result<model::Plant> read_plant(const std::string& path);

// The plant; or nothing, with all faults on `err`.
std::optional<model::Plant> open_plant(const std::string& path, Console& console);

// Writes the tables as the plant folder `path`; plant tables that it had before and are not among them go.
// True, or why it cannot be written.
base::Result<bool> write_plant(const std::string& path, const std::vector<codec::plant::TargetFile>& files);

}  // namespace kilter::cli
