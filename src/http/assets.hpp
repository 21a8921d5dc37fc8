// Files that are built into the program (cmake/KilterAssets.cmake): api/.
#pragma once

#include <string_view>

namespace kilter::http {

// Empty when there is none of that name.
std::string_view asset(std::string_view name);

}  // namespace kilter::http
