// The bytes of files that tests look into.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace kilter::cli {

// Empty when the file cannot be read.
inline std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace kilter::cli
