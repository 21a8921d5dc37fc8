#include "cli/folders/write/left_behind.hpp"

#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <string_view>
#include <system_error>
#include <vector>

namespace kilter::cli {
namespace fs = std::filesystem;

namespace {

constexpr std::chrono::minutes kYoung{10};

bool runs_no_more(std::string_view number) {
  pid_t program = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), program);
  if (error != std::errc() || end != number.data() + number.size() || program <= 0) return false;
  return ::kill(program, 0) != 0 && errno == ESRCH;
}

bool is_old(const fs::path& folder) {
  std::error_code error;
  const fs::file_time_type written = fs::last_write_time(folder, error);
  return !error && fs::file_time_type::clock::now() - written > kYoung;
}

}  // namespace

std::string partial_prefix(const fs::path& target) {
  const std::string name = target.filename().string();
  return (name.empty() ? "" : "." + name) + ".partial-";
}

std::string partial_name(const fs::path& target) { return partial_prefix(target) + std::to_string(::getpid()); }

void remove_left_behind(const fs::path& place, const std::string& prefix) {
  std::error_code error;
  std::vector<fs::path> left;
  for (fs::directory_iterator at(place, error); !error && at != fs::directory_iterator(); at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with(prefix) && runs_no_more(std::string_view(name).substr(prefix.size())) && is_old(at->path())) {
      left.push_back(at->path());
    }
  }
  for (const fs::path& folder : left) fs::remove_all(folder, error);
}

}  // namespace kilter::cli
