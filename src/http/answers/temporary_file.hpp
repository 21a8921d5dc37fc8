// A file of one's own for a library that writes nothing else; gone with the object.
#pragma once

#include <string>

namespace kilter::http {

class TemporaryFile {
 public:
  // In the system's folder for such; without a path() when there is no room.
  TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string bytes() const;

 private:
  std::string path_;
};

}  // namespace kilter::http
