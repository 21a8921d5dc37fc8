// Guards the rim: streams, environment, clocks, files and threads only where rim.txt allows them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "house/source_tree.hpp"

namespace kilter::house {

struct RimRule {
  std::string word;                 // as a whole word of code, e.g. `getenv`; may be qualified: `std::cout`
  std::vector<std::string> places;  // path prefixes below src/, or apps/
};

// `text` as in rim.txt: `word: places`.
std::vector<RimRule> read_rim(std::string_view text);

// Uses of a word outside its places, in code (comments and literals do not count) of files that are no tests.
Findings check_rim(const std::vector<RimRule>& rules, const std::vector<SourceFile>& files);

}  // namespace kilter::house
