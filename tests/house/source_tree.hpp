// The repository as the guards see it: files with their text, read once.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kilter::house {

struct SourceFile {
  std::string path;  // from the repository's root, with forward slashes
  std::string text;
};

// One broken house rule: "path:line: what is wrong and the way out".
using Findings = std::vector<std::string>;

// All files below `folders` (or the files themselves) whose names end in one of `endings`, sorted by path.
std::vector<SourceFile> read_tree(const std::filesystem::path& root, const std::vector<std::string>& folders,
                                  const std::vector<std::string>& endings);

std::vector<std::string_view> lines_of(std::string_view text);

std::vector<std::string> words_of(std::string_view line);

// C++ text with comments and the inside of literals blanked out; line numbers stay.
std::string code_only(std::string_view text);

bool starts_with_any(std::string_view path, const std::vector<std::string>& prefixes);

std::string finding(const SourceFile& file, std::size_t line, const std::string& what);

// One finding per line, for a failing test's message.
std::string as_text(const Findings& findings);

}  // namespace kilter::house
