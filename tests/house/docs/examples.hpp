// Runs the examples of the documents: blocks marked `console`, whose lines `$ command` are followed by what the command
// prints. In the expected lines `...` stands for any characters, a line `...` alone for any lines, and a last line
// `(exit code 2)` for a command that must fail so.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "house/docs/markdown.hpp"
#include "house/source_tree.hpp"

namespace kilter::house {

struct Example {
  std::size_t line = 0;
  std::string command;
  std::vector<std::string> expected;
  int exit_code = 0;
};

std::vector<Example> examples_of(const Markdown& document);

// Does `output` read as `expected` says? Trailing blanks do not count.
bool matches(const std::vector<std::string>& expected, std::string_view output);

// Runs the examples of one document in order, in `folder`; every difference is a finding.
Findings run_examples(const SourceFile& document, const std::filesystem::path& folder);

}  // namespace kilter::house
