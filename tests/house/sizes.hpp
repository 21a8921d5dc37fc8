// Guards the sizes that keep code readable: long functions, long files, wide lines, full folders.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "house/source_tree.hpp"

namespace kilter::house {

struct SizeLimits {
  std::size_t function_lines = 60;
  std::size_t file_lines = 500;
  std::size_t file_lines_warning = 300;
  std::size_t columns = 120;
  std::size_t folder_files = 20;
};

// Functions that are too long, from the output of `ctags -f - --fields=+ne --kinds-c++=f`.
Findings check_functions(std::string_view tags, const SizeLimits& limits);

// Files that are too long and lines (in characters, not bytes) that are too wide.
Findings check_files(const std::vector<SourceFile>& files, const SizeLimits& limits);

// Files that fit but are long: worth a look, no failure.
Findings long_files(const std::vector<SourceFile>& files, const SizeLimits& limits);

// Folders with too many files directly in them.
Findings check_folders(const std::vector<SourceFile>& files, const SizeLimits& limits);

}  // namespace kilter::house
