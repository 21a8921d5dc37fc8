#include "house/docs/examples.hpp"

#include <algorithm>
#include <charconv>

#include "house/command.hpp"

namespace kilter::house {
namespace {

constexpr std::string_view kExit = "(exit code ";

std::string_view without_trailing_blanks(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t\r");
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

bool line_matches(std::string_view pattern, std::string_view line) {
  const std::size_t dots = pattern.find("...");
  if (dots == std::string_view::npos) return pattern == line;
  if (line.substr(0, dots) != pattern.substr(0, dots)) return false;
  const std::string_view rest = pattern.substr(dots + 3);
  for (std::size_t from = dots; from <= line.size(); ++from) {
    if (line_matches(rest, line.substr(from))) return true;
  }
  return false;
}

bool lines_match(const std::vector<std::string>& expected, std::size_t e, const std::vector<std::string_view>& got,
                 std::size_t g) {
  for (; e < expected.size(); ++e, ++g) {
    if (expected[e] == "...") {
      for (std::size_t from = g; from <= got.size(); ++from) {
        if (lines_match(expected, e + 1, got, from)) return true;
      }
      return false;
    }
    if (g >= got.size() || !line_matches(without_trailing_blanks(expected[e]), got[g])) return false;
  }
  return g == got.size();
}

void add_line(const std::string& line, std::size_t number, std::vector<Example>& examples) {
  if (line.starts_with("$ ")) {
    examples.push_back({number, line.substr(2), {}, 0});
  } else if (!examples.empty() && examples.back().expected.empty() && examples.back().command.ends_with('\\')) {
    examples.back().command += "\n" + line;
  } else if (!examples.empty() && line.starts_with(kExit)) {
    std::from_chars(line.data() + kExit.size(), line.data() + line.size(), examples.back().exit_code);
  } else if (!examples.empty()) {
    examples.back().expected.push_back(line);
  }
}

}  // namespace

std::vector<Example> examples_of(const Markdown& document) {
  std::vector<Example> examples;
  for (const CodeBlock& block : document.blocks) {
    if (block.info != "console") continue;
    std::vector<Example> of_block;
    for (std::size_t i = 0; i < block.lines.size(); ++i) add_line(block.lines[i], block.line + i, of_block);
    examples.insert(examples.end(), of_block.begin(), of_block.end());
  }
  for (Example& example : examples) {
    while (!example.expected.empty() && example.expected.back().empty()) example.expected.pop_back();
  }
  return examples;
}

bool matches(const std::vector<std::string>& expected, std::string_view output) {
  std::vector<std::string_view> got = lines_of(output);
  std::transform(got.begin(), got.end(), got.begin(), without_trailing_blanks);
  while (!got.empty() && got.back().empty()) got.pop_back();
  return lines_match(expected, 0, got, 0);
}

Findings run_examples(const SourceFile& document, const std::filesystem::path& folder) {
  Findings findings;
  for (const Example& example : examples_of(read_markdown(document.text))) {
    const CommandResult result = run_command(example.command, "", folder);
    if (result.exit_code == example.exit_code && matches(example.expected, result.output)) continue;
    findings.push_back(finding(
        document, example.line,
        "`" + example.command + "` ended with " + std::to_string(result.exit_code) + " and printed\n" + result.output));
  }
  return findings;
}

}  // namespace kilter::house
