// Unpacks gzip.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kilter::cli {

// The content; none when it is damaged, not gzip, or larger than 1 GB.
std::optional<std::string> gunzip(std::string_view packed);

}  // namespace kilter::cli
