// From the files of a plant folder to a plant, or every fault at once.
//
//   const std::vector<SourceFile> files{{"plant.csv", bytes}, {"items.csv", more}};
//   const auto plant = codec::plant::read(files);
//   if (!plant.ok()) show(plant.error());   // file, row, column, value, message, way out
//
// Errors refuse the plant as a whole; there is never half of one. Warnings and assumptions (one per column and file,
// with the number of rows) end up in Plant::notes.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <vector>

#include "base/issue.hpp"
#include "base/result.hpp"
#include "codec/plant/rewrite/gaps.hpp"
#include "codec/plant/source_file.hpp"
#include "model/draft.hpp"
#include "model/plant.hpp"

namespace kilter::codec::plant {

base::Result<model::Plant> read(std::span<const SourceFile> files);

// The first half of `read`: rows, before anything is resolved.
struct DraftRead {
  model::PlantDraft draft;  // views into the files' bytes and `unescaped`
  base::Issues issues;      // faults, warnings and assumptions found so far
  bool complete = true;  // false: a file or a needed column is missing or unreadable, so that resolving names is no use
  Gaps gaps;
  std::vector<std::deque<std::string>> unescaped;
};
DraftRead read_draft(std::span<const SourceFile> files);

}  // namespace kilter::codec::plant
