// Guards the order of the layers: every include of our own is parsed and compared with layers.txt.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "house/source_tree.hpp"

namespace kilter::house {

// layer -> every layer it may include, itself included.
using LayerTable = std::map<std::string, std::set<std::string>>;

// `text` as in layers.txt: `layer: direct dependencies`, dependencies above their users. Faults of the table itself
// (unknown or later layers) go to `findings`.
LayerTable read_layers(std::string_view text, Findings& findings);

// Includes of `files` (paths src/<layer>/... or apps/...) that the table does not allow, that name no file, and .cpp
// files that do not include their own header first (which is what proves that the header compiles alone).
Findings check_layers(const LayerTable& table, const std::vector<SourceFile>& files);

}  // namespace kilter::house
