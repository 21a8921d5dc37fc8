// From the bytes of a benchmark file to an instance.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "codec/benchmark/instance.hpp"

namespace kilter::codec::benchmark {

// A file to read: its name without folders and its bytes, which the caller keeps.
struct InstanceFile {
  std::string name;
  std::string_view bytes;
};

// The instance, or every fault by line and token. Without `format` it is told from content and extension. Memory stays
// within a few times the file's size, whatever counts it announces.
base::Result<Instance> read_instance(const InstanceFile& file, std::optional<Format> format);

}  // namespace kilter::codec::benchmark
