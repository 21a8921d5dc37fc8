// Runs a shell command and gives back what it said.
#pragma once

#include <filesystem>
#include <string>

namespace kilter::house {

struct CommandResult {
  int exit_code = 0;   // 128 + signal when it died
  std::string output;  // standard output and standard error, as a terminal would show them
};

// `command` by sh, in `folder`, with `input` as its standard input.
CommandResult run_command(const std::string& command, const std::string& input, const std::filesystem::path& folder);

// A new empty folder that is removed with everything in it at the end of its life.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace kilter::house
