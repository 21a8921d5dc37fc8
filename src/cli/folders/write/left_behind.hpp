// Hidden folders that programs write into before they put a folder in place, and what killed ones left of them.
#pragma once

#include <filesystem>
#include <string>

namespace kilter::cli {

// What the names of all partial folders of a target begin with, and that of this program's own. An empty target: those
// that stand inside the target.
std::string partial_prefix(const std::filesystem::path& target);
std::string partial_name(const std::filesystem::path& target);

// Removes folders in `place` whose name is `prefix` and the number of a program that runs no more. Young ones stay: on
// a shared disk their program may run elsewhere.
void remove_left_behind(const std::filesystem::path& place, const std::string& prefix);

}  // namespace kilter::cli
