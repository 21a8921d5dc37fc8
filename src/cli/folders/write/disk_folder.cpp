#include "cli/folders/write/disk_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

#include "cli/folders/write/left_behind.hpp"

namespace kilter::cli {
namespace fs = std::filesystem;

namespace {

fs::path parent_of(const fs::path& target) {
  const fs::path parent = target.parent_path();
  return parent.empty() ? fs::path(".") : parent;
}

// The folder itself, not a link to it nor a path that ends in a slash.
fs::path resolved(const fs::path& named) {
  std::error_code error;
  const fs::path target = fs::weakly_canonical(named, error);
  const fs::path plain = error ? named : target;
  return plain.filename().empty() ? plain.parent_path() : plain;
}

// Held while a folder of `parent` is put in place; programs that do so at once come one after another.
class PlaceLock {
 public:
  explicit PlaceLock(const fs::path& parent) : folder_(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (folder_ >= 0) ::flock(folder_, LOCK_EX);
  }
  PlaceLock(const PlaceLock&) = delete;
  PlaceLock& operator=(const PlaceLock&) = delete;
  ~PlaceLock() {
    if (folder_ >= 0) ::close(folder_);
  }

 private:
  int folder_;
};

bool stands_in(const fs::path& folder) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), here.begin(), here.end());
  return error || end == folder.end();
}

// Gives `folder` the owner and the permissions of `like`.
bool made_alike(const fs::path& folder, const fs::path& like) {
  struct stat status {};
  if (::stat(like.c_str(), &status) != 0) return false;
  return ::chown(folder.c_str(), status.st_uid, status.st_gid) == 0 &&
         ::chmod(folder.c_str(), status.st_mode & 07777) == 0;
}

}  // namespace

DiskFolder::DiskFolder(fs::path target, std::string mark)
    : named_(std::move(target)), target_(resolved(named_)), mark_(std::move(mark)) {
  std::error_code error;
  if (fs::exists(named_, error) && !fs::is_directory(named_, error)) {
    fault(named_, "it is a file, not a folder");
    return;
  }
  make_partial();
}

DiskFolder::~DiskFolder() {
  current_.close();
  std::error_code ignored;
  if (!partial_.empty()) fs::remove_all(partial_, ignored);
}

void DiskFolder::make_partial() {
  std::error_code error;
  const fs::path parent = parent_of(target_);
  fs::create_directories(parent, error);
  if (!error) {
    remove_left_behind(parent, partial_prefix(target_));
    remove_left_behind(target_, partial_prefix({}));
    partial_ = parent / partial_name(target_);
    fs::create_directory(partial_, error);
    if (error && fs::exists(target_)) {
      beside_ = false;
      partial_ = target_ / partial_name({});
      fs::create_directory(partial_, error);
    }
  }
  if (error) fault(named_, error.message());
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
  if (!current_) fault(named_ / files_.back(), std::strerror(errno));
}

void DiskFolder::begin(std::string_view file) {
  close_current();
  files_.emplace_back(file);
  if (!issues_.empty()) return;
  current_ = std::ofstream(partial_ / files_.back(), std::ios::binary);
  if (!current_) fault(named_ / files_.back(), std::strerror(errno));
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
  if (!current_) fault(named_ / files_.back(), std::strerror(errno));
}

bool DiskFolder::ours(const std::string& file) const {
  const auto among = [&file](const std::vector<std::string>& names) {
    return std::find(names.begin(), names.end(), file) != names.end();
  };
  return among(files_) || among(dropped_);
}

bool DiskFolder::carry_over() const {
  std::error_code error;
  for (fs::directory_iterator at(target_, error); !error && at != fs::directory_iterator(); at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (ours(name)) continue;
    if (at->is_symlink() || !at->is_regular_file()) return false;
    fs::create_hard_link(at->path(), partial_ / name, error);
  }
  return !error;
}

bool DiskFolder::exchange() const {
  if (!beside_ || stands_in(target_) || !made_alike(partial_, target_) || !carry_over()) return false;
  return ::renameat2(AT_FDCWD, partial_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) == 0;
}

void DiskFolder::move_one_by_one() {
  std::error_code error;
  fs::remove(target_ / mark_, error);
  for (const std::string& file : dropped_) {
    fs::remove(target_ / file, error);
    if (error) fault(named_ / file, error.message());
  }
  for (const bool marks : {false, true}) {
    for (const std::string& file : files_) {
      if ((file == mark_) != marks || !issues_.empty()) continue;
      fs::rename(partial_ / file, target_ / file, error);
      if (error) fault(named_ / file, error.message());
    }
  }
}

void DiskFolder::move_into_place() {
  std::error_code error;
  const PlaceLock lock(parent_of(target_));
  if (fs::exists(target_)) {
    if (!exchange()) move_one_by_one();
    return;
  }
  fs::rename(partial_, target_, error);
  if (error) fault(named_, error.message());
}

base::Result<bool> DiskFolder::commit() {
  close_current();
  if (issues_.empty()) move_into_place();
  if (!issues_.empty()) return base::Result<bool>::failure(issues_);
  return true;
}

}  // namespace kilter::cli
