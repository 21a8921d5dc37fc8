// A whole plant folder in one string, for tests, examples and scenarios:
//
//   == plant.csv ==
//   name,origin
//   Hello,2026-11-23
//   == items.csv ==
//   id
//   bike
//
// Blanks at the start of lines are passed over, so that the text may be indented.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "codec/plant/source_file.hpp"
#include "model/plant.hpp"

namespace kilter::codec::plant {

// The files in the text, as views into it. What stands before the first heading is passed over.
std::vector<SourceFile> split_text(std::string_view text);

// As `read` of these files.
base::Result<model::Plant> read_text(std::string_view text);

// All files of a folder in one string, as `split_text` reads it.
std::string join_text(const std::vector<TargetFile>& files);

}  // namespace kilter::codec::plant
