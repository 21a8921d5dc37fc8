// The parts of a Markdown document that the guards look at.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kilter::house {

// A fenced code block; `info` is the word after the opening fence (```console).
struct CodeBlock {
  std::string info;
  std::size_t line = 0;  // of its first line of content
  std::vector<std::string> lines;
};

// Something in running text: the content of `code spans`, the target of [links](target).
struct Mention {
  std::size_t line = 0;
  std::string text;
};

struct Markdown {
  std::vector<CodeBlock> blocks;
  std::vector<Mention> code_spans;
  std::vector<Mention> links;
  std::vector<std::string> anchors;  // of its headings, as GitHub makes them
};

Markdown read_markdown(std::string_view text);

}  // namespace kilter::house
