#include "cli/folders/disk_folder.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace kilter::cli {
namespace fs = std::filesystem;

namespace {

// A new folder gets its partial twin beside it, an existing one inside: a rename never leaves the file system.
fs::path partial_path(const fs::path& target) {
  const std::string own = ".partial-" + std::to_string(::getpid());
  if (fs::exists(target)) return target / own;
  fs::path name = target.filename().empty() ? target.parent_path() : target;
  return name.parent_path() / ("." + name.filename().string() + own);
}

}  // namespace

DiskFolder::DiskFolder(fs::path target, std::string mark) : target_(std::move(target)), mark_(std::move(mark)) {
  std::error_code error;
  partial_ = partial_path(target_);
  if (fs::exists(target_) && !fs::is_directory(target_)) {
    fault(target_, "it is a file, not a folder");
    return;
  }
  fs::create_directories(partial_, error);
  if (error) fault(target_, error.message());
}

DiskFolder::~DiskFolder() {
  current_.close();
  std::error_code ignored;
  fs::remove_all(partial_, ignored);
}

void DiskFolder::fault(const fs::path& path, const std::string& why) {
  if (!issues_.empty()) return;
  issues_.push_back({.code = "cannot-write",
                     .where = {.file = path.string()},
                     .message = "cannot write " + path.string() + ": " + why,
                     .way_out = "Choose another folder, or make room and permission there."});
}

void DiskFolder::close_current() {
  if (!current_.is_open()) return;
  current_.close();
  if (!current_) fault(target_ / files_.back(), std::strerror(errno));
}

void DiskFolder::begin(std::string_view file) {
  close_current();
  files_.emplace_back(file);
  if (!issues_.empty()) return;
  current_ = std::ofstream(partial_ / files_.back(), std::ios::binary);
  if (!current_) fault(target_ / files_.back(), std::strerror(errno));
}

std::optional<fs::path> DiskFolder::reserve(std::string_view file) {
  begin(file);
  close_current();
  if (!issues_.empty()) return std::nullopt;
  return partial_ / files_.back();
}

void DiskFolder::append(std::string_view bytes) {
  if (!issues_.empty()) return;
  current_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!current_) fault(target_ / files_.back(), std::strerror(errno));
}

void DiskFolder::move_into_place() {
  std::error_code error;
  if (!fs::exists(target_)) {
    fs::rename(partial_, target_, error);
    if (error) fault(target_, error.message());
    return;
  }
  fs::remove(target_ / mark_, error);
  for (const std::string& file : dropped_) {
    fs::remove(target_ / file, error);
    if (error) fault(target_ / file, error.message());
  }
  for (const bool marks : {false, true}) {
    for (const std::string& file : files_) {
      if ((file == mark_) != marks || !issues_.empty()) continue;
      fs::rename(partial_ / file, target_ / file, error);
      if (error) fault(target_ / file, error.message());
    }
  }
}

base::Result<bool> DiskFolder::commit() {
  close_current();
  if (issues_.empty()) move_into_place();
  if (!issues_.empty()) return base::Result<bool>::failure(issues_);
  return true;
}

}  // namespace kilter::cli
