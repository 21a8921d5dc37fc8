// One file of a plant folder, in memory.
#pragma once

#include <string>
#include <string_view>

namespace kilter::codec::plant {

// A file to read: its name without folders ("items.csv") and its bytes, which the caller keeps.
struct SourceFile {
  std::string name;
  std::string_view bytes;
};

// A file to write.
struct TargetFile {
  std::string name;
  std::string bytes;
  friend bool operator==(const TargetFile&, const TargetFile&) = default;
};

}  // namespace kilter::codec::plant
