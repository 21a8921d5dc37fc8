#include "cli/folders/source_folder.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace kilter::cli {
namespace fs = std::filesystem;

namespace {

base::Issue unreadable(const fs::path& path, const std::string& why) {
  return {.code = "cannot-read",
          .where = {.file = path.string()},
          .message = "cannot read " + path.string() + ": " + why,
          .way_out = "Check the path and the permission to read it."};
}

std::optional<MappedFile> map_file(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  struct stat status {};
  const bool known = ::fstat(file, &status) == 0;
  const auto size = known ? static_cast<std::size_t>(status.st_size) : 0;
  const void* address = size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0) : nullptr;
  const int error = errno;
  ::close(file);
  errno = error;
  if (!known || (size > 0 && address == MAP_FAILED)) return std::nullopt;
  return MappedFile(path.filename().string(), address, size);
}

// Paths of the files wanted, by name.
std::vector<fs::path> wanted_files(const fs::path& folder, const std::vector<std::string>& endings,
                                   std::error_code& error) {
  std::vector<fs::path> paths;
  for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator(); at.increment(error)) {
    const std::string ending = at->path().extension().string();
    const bool wanted = std::find(endings.begin(), endings.end(), ending) != endings.end();
    if (wanted) paths.push_back(at->path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

MappedFile::MappedFile(std::string name, const void* address, std::size_t size)
    : name_(std::move(name)), address_(address), size_(size) {}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : name_(std::move(other.name_)),
      address_(std::exchange(other.address_, nullptr)),
      size_(std::exchange(other.size_, 0)) {}

MappedFile::~MappedFile() {
  if (address_ != nullptr) ::munmap(const_cast<void*>(address_), size_);
}

base::Result<MappedFile> open_file(const std::string& path) {
  std::error_code ignored;
  const bool folder = fs::is_directory(path, ignored);
  std::optional<MappedFile> mapped = folder ? std::nullopt : map_file(path);
  if (mapped) return std::move(*mapped);
  return base::Result<MappedFile>::failure({unreadable(path, folder ? "it is a folder" : std::strerror(errno))});
}

base::Result<SourceFolder> SourceFolder::open(const std::string& path, const std::vector<std::string>& endings) {
  std::error_code error;
  const std::vector<fs::path> paths = wanted_files(path, endings, error);
  base::Issues issues;
  if (error) issues.push_back(unreadable(path, error.message()));
  SourceFolder folder;
  for (const fs::path& file : paths) {
    // Opening a pipe would wait for somebody who writes.
    const bool plain = fs::is_regular_file(file, error);
    std::optional<MappedFile> mapped = plain ? map_file(file) : std::nullopt;
    if (!mapped) issues.push_back(unreadable(file, plain ? std::strerror(errno) : "it is not a file"));
    if (mapped) folder.files_.push_back(std::move(*mapped));
  }
  if (!issues.empty()) return base::Result<SourceFolder>::failure(std::move(issues));
  return folder;
}

}  // namespace kilter::cli
