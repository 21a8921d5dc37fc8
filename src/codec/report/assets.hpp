// The files of codec/report/assets, built into the program (cmake/KilterAssets.cmake).
#pragma once

#include <string_view>

namespace kilter::codec {

// The content of "report.css" and so on; empty when there is no such file.
std::string_view asset(std::string_view name);

}  // namespace kilter::codec
