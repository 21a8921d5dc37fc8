// The files of a folder as bytes, mapped and not copied, so that size costs no memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace kilter::cli {

// One mapped file; unmapped when it goes.
class MappedFile {
 public:
  MappedFile(std::string name, const void* address, std::size_t size);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view bytes() const { return {static_cast<const char*>(address_), size_}; }

 private:
  std::string name_;
  const void* address_;
  std::size_t size_;
};

// One file; or why it cannot be read.
base::Result<MappedFile> open_file(const std::string& path);

class SourceFolder {
 public:
  // All regular files directly in `path` whose name ends in one of `endings` (".csv"), by name; or why it cannot be
  // read.
  static base::Result<SourceFolder> open(const std::string& path, const std::vector<std::string>& endings);

  [[nodiscard]] const std::vector<MappedFile>& files() const { return files_; }

 private:
  std::vector<MappedFile> files_;
};

}  // namespace kilter::cli
