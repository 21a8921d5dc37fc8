// Where the files of a folder go, one after the other: memory, or a disk (cli/, store/).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kilter::codec {

class FolderSink {
 public:
  FolderSink() = default;
  FolderSink(const FolderSink&) = delete;
  FolderSink& operator=(const FolderSink&) = delete;
  virtual ~FolderSink() = default;

  // Everything appended from now on belongs to `file`.
  virtual void begin(std::string_view file) = 0;
  virtual void append(std::string_view bytes) = 0;
};

// Keeps all files in memory, in the order in which they were begun.
class MemoryFolder : public FolderSink {
 public:
  void begin(std::string_view file) override { files_.emplace_back(std::string(file), std::string()); }
  void append(std::string_view bytes) override { files_.back().second += bytes; }
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& files() const { return files_; }
  // The file's content; empty when there is none.
  [[nodiscard]] std::string_view content(std::string_view file) const {
    for (const auto& [name, content] : files_) {
      if (name == file) return content;
    }
    return {};
  }

 private:
  std::vector<std::pair<std::string, std::string>> files_;
};

}  // namespace kilter::codec
