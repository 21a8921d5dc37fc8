#include "cli/folders/disk_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace kilter::cli {
namespace fs = std::filesystem;

namespace {

base::Result<bool> unwritable(const fs::path& path, const std::string& why) {
  return base::Result<bool>::failure({{.code = "cannot-write",
                                       .where = {.file = path.string()},
                                       .message = "cannot write " + path.string() + ": " + why,
                                       .way_out = "Choose another file, or make room and permission there."}});
}

}  // namespace

base::Result<bool> write_file(const std::string& path, std::string_view bytes) {
  const fs::path target(path);
  const fs::path partial =
      target.parent_path() / ("." + target.filename().string() + ".partial-" + std::to_string(::getpid()));
  std::error_code error;
  if (fs::is_directory(target, error)) return unwritable(target, "it is a folder");
  std::ofstream file(partial, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  const std::string why = file ? std::string() : std::strerror(errno);
  if (file) fs::rename(partial, target, error);
  if (file && !error) return true;
  std::error_code ignored;
  fs::remove(partial, ignored);
  return unwritable(target, why.empty() ? error.message() : why);
}

}  // namespace kilter::cli
