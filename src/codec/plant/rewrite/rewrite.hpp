// A plant folder in the form that Kilter itself writes: the same rows in the same order, every value in its usual
// spelling, and what was left to be assumed still left so.
#pragma once

#include <span>
#include <vector>

#include "base/issue.hpp"
#include "base/result.hpp"
#include "codec/plant/source_file.hpp"

namespace kilter::codec::plant {

struct Rewritten {
  std::vector<TargetFile> files;
  // Columns that no plant folder has ("unknown-column"), of the owner's own: `files` lack them.
  base::Issues left_out;
};

// The folder rewritten; or every fault at once when it is no plant.
base::Result<Rewritten> rewrite(std::span<const SourceFile> files);

}  // namespace kilter::codec::plant
