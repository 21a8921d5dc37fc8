#include "house/docs/markdown.hpp"

#include "house/source_tree.hpp"

namespace kilter::house {
namespace {

void read_code_spans(std::string_view line, std::size_t number, std::vector<Mention>& spans) {
  for (std::size_t open = line.find('`'); open != std::string_view::npos;) {
    const std::size_t close = line.find('`', open + 1);
    if (close == std::string_view::npos) return;
    spans.push_back({number, std::string(line.substr(open + 1, close - open - 1))});
    open = line.find('`', close + 1);
  }
}

void read_links(std::string_view line, std::size_t number, std::vector<Mention>& links) {
  for (std::size_t open = line.find("]("); open != std::string_view::npos; open = line.find("](", open + 1)) {
    const std::size_t close = line.find(')', open);
    if (close == std::string_view::npos) return;
    links.push_back({number, std::string(line.substr(open + 2, close - open - 2))});
  }
}

// "## Plans & people" -> "plans--people"
std::string anchor_of(std::string_view heading) {
  heading.remove_prefix(heading.find_first_not_of('#'));
  if (heading.starts_with(' ')) heading.remove_prefix(1);
  std::string anchor;
  for (const char c : heading) {
    if (c >= 'A' && c <= 'Z') {
      anchor += static_cast<char>(c - 'A' + 'a');
    } else if (c == ' ') {
      anchor += '-';
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || (c & '\x80') != 0) {
      anchor += c;
    }
  }
  return anchor;
}

}  // namespace

Markdown read_markdown(std::string_view text) {
  Markdown document;
  bool in_block = false;
  std::size_t number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    if (line.starts_with("```")) {
      in_block = !in_block;
      if (in_block) document.blocks.push_back({std::string(line.substr(3)), number + 1, {}});
    } else if (in_block) {
      document.blocks.back().lines.emplace_back(line);
    } else {
      read_code_spans(line, number, document.code_spans);
      read_links(line, number, document.links);
      if (line.starts_with('#')) document.anchors.push_back(anchor_of(line));
    }
  }
  return document;
}

}  // namespace kilter::house
