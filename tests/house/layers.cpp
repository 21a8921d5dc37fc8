#include "house/layers.hpp"

#include <optional>

namespace kilter::house {
namespace {

struct Include {
  std::size_t line = 0;
  std::string path;
};

// The layer of a path from the root: the folder below src/, or apps.
std::string layer_of(std::string_view path) {
  if (path.starts_with("src/")) path.remove_prefix(4);
  return std::string(path.substr(0, path.find('/')));
}

std::optional<std::string> quoted_include(std::string_view line) {
  const std::size_t hash = line.find_first_not_of(' ');
  if (hash == std::string_view::npos || !line.substr(hash).starts_with("#include")) return std::nullopt;
  const std::size_t open = line.find('"');
  const std::size_t close = line.rfind('"');
  if (open == close) return std::nullopt;
  return std::string(line.substr(open + 1, close - open - 1));
}

std::vector<Include> own_includes(const SourceFile& file) {
  std::vector<Include> includes;
  std::size_t number = 0;
  for (const std::string_view line : lines_of(file.text)) {
    ++number;
    if (auto path = quoted_include(line)) includes.push_back({number, *path});
  }
  return includes;
}

std::size_t first_include_line(const SourceFile& file) {
  std::size_t number = 0;
  for (const std::string_view line : lines_of(file.text)) {
    ++number;
    if (line.starts_with("#include")) return number;
  }
  return 0;
}

// Tests of any layer may use what tests share, tests/support/.
bool is_test_support(const SourceFile& file, const std::string& include) {
  return file.path.ends_with("_test.cpp") && include.starts_with("support/");
}

void check_own_header(const SourceFile& file, const std::vector<Include>& includes, const std::set<std::string>& paths,
                      Findings& findings) {
  if (!file.path.starts_with("src/") || !file.path.ends_with(".cpp")) return;
  const std::string header = file.path.substr(0, file.path.size() - 4) + ".hpp";
  if (paths.count(header) == 0) return;
  const bool first =
      !includes.empty() && "src/" + includes[0].path == header && includes[0].line == first_include_line(file);
  if (!first) findings.push_back(finding(file, 1, "must include its own header first: \"" + header.substr(4) + "\""));
}

void check_file(const LayerTable& table, const SourceFile& file, const std::set<std::string>& paths,
                Findings& findings) {
  const std::string layer = layer_of(file.path);
  const auto allowed = table.find(layer);
  if (allowed == table.end()) {
    findings.push_back(finding(file, 1, "layer `" + layer + "` is not in tests/house/layers.txt"));
    return;
  }
  const std::vector<Include> includes = own_includes(file);
  for (const Include& include : includes) {
    if (is_test_support(file, include.path)) continue;
    const std::string used = layer_of(include.path);
    if (paths.count("src/" + include.path) == 0) {
      findings.push_back(finding(file, include.line, "\"" + include.path + "\" is no file below src/"));
    } else if (allowed->second.count(used) == 0) {
      findings.push_back(finding(file, include.line, "layer `" + layer + "` must not include `" + include.path + "`"));
    }
  }
  check_own_header(file, includes, paths, findings);
}

}  // namespace

LayerTable read_layers(std::string_view text, Findings& findings) {
  LayerTable table;
  for (const std::string_view line : lines_of(text)) {
    std::vector<std::string> words = words_of(line);
    if (words.empty() || words[0].starts_with('#')) continue;
    std::string layer = words[0];
    if (layer.ends_with(':')) layer.pop_back();
    std::set<std::string> allowed = {layer};
    for (std::size_t i = 1; i < words.size(); ++i) {
      const auto below = table.find(words[i]);
      if (below == table.end()) {
        findings.push_back("layers.txt: `" + layer + "` stands on `" + words[i] + "`, which is not above it");
      } else {
        allowed.insert(below->second.begin(), below->second.end());
      }
    }
    if (!table.emplace(layer, allowed).second) findings.push_back("layers.txt: `" + layer + "` stands there twice");
  }
  return table;
}

Findings check_layers(const LayerTable& table, const std::vector<SourceFile>& files) {
  std::set<std::string> paths;
  for (const SourceFile& file : files) paths.insert(file.path);
  Findings findings;
  for (const SourceFile& file : files) check_file(table, file, paths, findings);
  return findings;
}

}  // namespace kilter::house
