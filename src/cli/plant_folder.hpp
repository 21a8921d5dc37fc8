// A plant from its folder, for every command that needs one.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "cli/console.hpp"
#include "model/plant.hpp"

namespace kilter::cli {

base::Result<model::Plant> read_plant(const std::string& path);

// The plant; or nothing, with all faults on `err`.
std::optional<model::Plant> open_plant(const std::string& path, Console& console);

}  // namespace kilter::cli
