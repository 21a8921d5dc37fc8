#include "house/sizes.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace kilter::house {
namespace {

// The number after `field` (as in "\tline:"), 0 when the tag has none.
std::size_t number_field(std::string_view tag, std::string_view field) {
  const std::size_t at = tag.find(field);
  std::size_t number = 0;
  if (at != std::string_view::npos) {
    const std::string_view digits = tag.substr(at + field.size());
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
  }
  return number;
}

std::size_t characters(std::string_view line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;  // UTF-8 continuation bytes do not count
  }));
}

}  // namespace

Findings check_functions(std::string_view tags, const SizeLimits& limits) {
  Findings findings;
  for (const std::string_view tag : lines_of(tags)) {
    const std::size_t line = number_field(tag, "\tline:");
    const std::size_t end = number_field(tag, "\tend:");
    if (end < line + limits.function_lines) continue;
    const std::size_t name_end = tag.find('\t');
    const std::size_t file_end = tag.find('\t', name_end + 1);
    const SourceFile file = {std::string(tag.substr(name_end + 1, file_end - name_end - 1)), ""};
    findings.push_back(finding(file, line,
                               "function `" + std::string(tag.substr(0, name_end)) + "` has " +
                                   std::to_string(end - line + 1) + " lines, more than " +
                                   std::to_string(limits.function_lines)));
  }
  return findings;
}

Findings check_files(const std::vector<SourceFile>& files, const SizeLimits& limits) {
  Findings findings;
  for (const SourceFile& file : files) {
    const auto lines = lines_of(file.text);
    if (lines.size() > limits.file_lines) {
      findings.push_back(finding(
          file, 1,
          std::to_string(lines.size()) + " lines, more than " + std::to_string(limits.file_lines) + ": split it"));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool row_of_a_page = lines[i].substr(0, 1) == "|";  // Markdown inside a raw string; it cannot be broken
      const std::size_t width = characters(lines[i]);
      if (width > limits.columns && !row_of_a_page)
        findings.push_back(finding(file, i + 1, std::to_string(width) + " columns"));
    }
  }
  return findings;
}

Findings long_files(const std::vector<SourceFile>& files, const SizeLimits& limits) {
  Findings notes;
  for (const SourceFile& file : files) {
    const std::size_t lines = lines_of(file.text).size();
    if (lines > limits.file_lines_warning) notes.push_back(finding(file, 1, std::to_string(lines) + " lines"));
  }
  return notes;
}

Findings check_folders(const std::vector<SourceFile>& files, const SizeLimits& limits) {
  std::map<std::string, std::size_t> counts;
  for (const SourceFile& file : files) ++counts[file.path.substr(0, file.path.rfind('/'))];
  Findings findings;
  for (const auto& [folder, count] : counts) {
    if (count > limits.folder_files) {
      findings.push_back(folder + ": " + std::to_string(count) + " files, more than " +
                         std::to_string(limits.folder_files) + ": make sub-folders by what belongs together");
    }
  }
  return findings;
}

}  // namespace kilter::house
