#pragma once

#include <string_view>

namespace kilter::cli {

// Set by the build from the project's version.
inline constexpr std::string_view kVersion = KILTER_VERSION;

}  // namespace kilter::cli
