// A benchmark instance from disk.
#pragma once

#include <optional>

#include "cli/text/complaint.hpp"
#include "codec/benchmark/instance.hpp"

namespace kilter::cli {

// The instance at `path`, in the format named ("jsp"; empty: told from the file); nothing when it has faults, which are
// said.
std::optional<codec::benchmark::Instance> open_instance(const std::string& path, const std::string& format,
                                                        const Complaint& complaint);

}  // namespace kilter::cli
