#include "house/rim.hpp"

namespace kilter::house {
namespace {

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

bool has_word(std::string_view line, std::string_view word) {
  for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_word(line[at - 1]);
    if (begins && (end == line.size() || !is_word(line[end]))) return true;
  }
  return false;
}

std::string place_of(std::string_view path) { return std::string(path.starts_with("src/") ? path.substr(4) : path); }

bool is_test(std::string_view path) { return path.ends_with("_test.cpp") || path.ends_with("_fuzz.cpp"); }

std::string joined(const std::vector<std::string>& places) {
  std::string text;
  for (const std::string& place : places) text += " " + place;
  return text.empty() ? " nowhere" : text;
}

}  // namespace

std::vector<RimRule> read_rim(std::string_view text) {
  std::vector<RimRule> rules;
  for (const std::string_view line : lines_of(text)) {
    std::vector<std::string> words = words_of(line);
    if (words.empty() || words[0].starts_with('#')) continue;
    words[0].pop_back();  // the colon
    rules.push_back({words[0], {words.begin() + 1, words.end()}});
  }
  return rules;
}

Findings check_rim(const std::vector<RimRule>& rules, const std::vector<SourceFile>& files) {
  Findings findings;
  for (const SourceFile& file : files) {
    if (is_test(file.path)) continue;
    const std::string code = code_only(file.text);
    const auto lines = lines_of(code);
    for (const RimRule& rule : rules) {
      if (starts_with_any(place_of(file.path), rule.places)) continue;
      for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!has_word(lines[i], rule.word)) continue;
        findings.push_back(finding(file, i + 1, "`" + rule.word + "` may stand only in:" + joined(rule.places)));
      }
    }
  }
  return findings;
}

}  // namespace kilter::house
