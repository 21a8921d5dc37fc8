#include "http/answers/temporary_file.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <array>

namespace kilter::http {

TemporaryFile::TemporaryFile() : path_("/tmp/kilter-XXXXXX") {
  const int handle = ::mkstemp(path_.data());
  if (handle >= 0) {
    ::close(handle);
  } else {
    path_.clear();
  }
}

TemporaryFile::~TemporaryFile() {
  if (!path_.empty()) ::unlink(path_.c_str());
}

std::string TemporaryFile::bytes() const {
  std::string all;
  const int handle = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (handle < 0) return all;
  std::array<char, 65'536> part{};
  for (ssize_t count = 0; (count = ::read(handle, part.data(), part.size())) > 0;) {
    all.append(part.data(), static_cast<std::size_t>(count));
  }
  ::close(handle);
  return all;
}

}  // namespace kilter::http
