#include "house/docs/names.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>

#include "house/docs/markdown.hpp"

namespace kilter::house {
namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

void add_words(std::string_view text, std::set<std::string>& words) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word(text[end])) ++end;
    if (end > at) words.emplace(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
}

void add_make_targets(std::string_view makefile, std::set<std::string>& targets) {
  for (const std::string_view line : lines_of(makefile)) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || line.starts_with('\t') || line.starts_with('.')) continue;
    for (const std::string& target : words_of(line.substr(0, colon))) targets.insert(target);
  }
}

// "## kilter import frepple" and "| `--out DIR` | ... |".
void add_commands(const Markdown& reference, std::set<std::string>& commands) {
  for (const CodeBlock& block : reference.blocks) {
    for (const std::string& line : block.lines) {
      for (std::string word : words_of(line)) {
        std::erase_if(word, [](char c) { return c == '[' || c == ']'; });
        commands.insert(word);
      }
    }
  }
  commands.insert({"--help", "--version"});
}

std::optional<std::string> fault_of_command(const std::string& span, const KnownNames& known) {
  const auto words = words_of(span);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool named = i == 1 || words[i].starts_with("--");
    if (named && known.commands.count(words[i]) == 0)
      return "`" + span + "`: `" + words[i] + "` is not in docs/commands.md";
  }
  return std::nullopt;
}

bool glob_matches(std::string_view pattern, std::string_view path) {
  if (pattern.empty()) return path.empty();
  if (pattern[0] != '*')
    return !path.empty() && pattern[0] == path[0] && glob_matches(pattern.substr(1), path.substr(1));
  for (std::size_t i = 0; i <= path.size(); ++i) {
    if (glob_matches(pattern.substr(1), path.substr(i))) return true;
  }
  return false;
}

bool exists(std::string path, const KnownNames& known) {
  while (path.ends_with('/')) path.pop_back();
  if (path.find('*') == std::string::npos) return known.paths.count(path) > 0;
  return std::any_of(known.paths.begin(), known.paths.end(), [&](const auto& p) { return glob_matches(path, p); });
}

// Does a code span look like a path of the repository? It begins with one of its folders.
bool is_own_path(const std::string& span, const KnownNames& known) {
  const std::size_t slash = span.find('/');
  return slash != std::string::npos && slash > 0 && known.paths.count(span.substr(0, slash)) > 0 &&
         span.find_first_of(" <>$") == std::string::npos;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

// "docs/a/../b.md" -> "docs/b.md"
std::string normal(const std::string& path) { return std::filesystem::path(path).lexically_normal().generic_string(); }

std::optional<std::string> fault_of_span(const std::string& span, const KnownNames& known) {
  if (is_own_path(span, known)) {
    if (!exists(span, known)) return "`" + span + "` does not exist";
    return std::nullopt;
  }
  if (span.starts_with("make ")) {
    const auto words = words_of(span);
    if (words.size() > 1 && known.make_targets.count(words[1]) == 0)
      return "`" + span + "` is no target of the Makefile";
    return std::nullopt;
  }
  if (span.starts_with("kilter ")) return fault_of_command(span, known);
  const std::size_t colons = span.find("::");
  if (colons == std::string::npos || known.namespaces.count(span.substr(0, colons)) == 0) return std::nullopt;
  std::set<std::string> words;
  add_words(std::string_view(span).substr(colons), words);
  for (const std::string& word : words) {
    if (known.identifiers.count(word) == 0) return "`" + span + "`: no `" + word + "` in the code";
  }
  return std::nullopt;
}

using Anchors = std::map<std::string, std::vector<std::string>>;

std::optional<std::string> fault_of_link(const SourceFile& document, const std::string& link, const KnownNames& known,
                                         const Anchors& anchors) {
  if (link.starts_with("http") || link.starts_with("mailto:")) return std::nullopt;
  const std::size_t hash = link.find('#');
  const std::string file = link.substr(0, hash);
  const std::string target = file.empty() ? document.path : normal(folder_of(document.path) + file);
  if (!exists(target, known)) return "link to `" + link + "`: no such file";
  if (hash == std::string::npos || !target.ends_with(".md")) return std::nullopt;
  const auto found = anchors.find(target);
  const std::string anchor = link.substr(hash + 1);
  if (found != anchors.end() && std::count(found->second.begin(), found->second.end(), anchor) > 0) return std::nullopt;
  return "link to `" + link + "`: no such heading";
}

}  // namespace

KnownNames collect_names(const std::vector<SourceFile>& files, const std::vector<std::string>& layers) {
  KnownNames known;
  known.namespaces.insert(layers.begin(), layers.end());
  for (const SourceFile& file : files) {
    std::string path = file.path;
    known.paths.insert(path);
    for (std::size_t slash = path.rfind('/'); slash != std::string::npos; slash = path.rfind('/')) {
      path.resize(slash);
      known.paths.insert(path);
    }
    if (file.path == "docs/commands.md") add_commands(read_markdown(file.text), known.commands);
    if (file.path == "Makefile") add_make_targets(file.text, known.make_targets);
    if (file.path.starts_with("src/") || file.path.starts_with("apps/")) add_words(file.text, known.identifiers);
  }
  return known;
}

Findings check_names(const std::vector<SourceFile>& documents, const KnownNames& known) {
  Anchors anchors;
  for (const SourceFile& document : documents) anchors[document.path] = read_markdown(document.text).anchors;
  Findings findings;
  for (const SourceFile& document : documents) {
    const Markdown markdown = read_markdown(document.text);
    for (const Mention& span : markdown.code_spans) {
      if (const auto fault = fault_of_span(span.text, known)) findings.push_back(finding(document, span.line, *fault));
    }
    for (const Mention& link : markdown.links) {
      if (const auto fault = fault_of_link(document, link.text, known, anchors)) {
        findings.push_back(finding(document, link.line, *fault));
      }
    }
  }
  return findings;
}

}  // namespace kilter::house
