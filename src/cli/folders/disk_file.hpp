// One file that is written whole or not at all.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace kilter::cli {

// Replaces the file at `path`, by way of a hidden one beside it. True, or one issue that tells why not.
base::Result<bool> write_file(const std::string& path, std::string_view bytes);

}  // namespace kilter::cli
