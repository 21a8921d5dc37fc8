#include "codec/plant/plant_text.hpp"

#include "codec/plant/read.hpp"

namespace kilter::codec::plant {
namespace {

// The file name of a heading line `== name ==`; empty when it is none.
std::string_view heading(std::string_view line) {
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) line.remove_suffix(1);
  constexpr std::string_view kOpen = "== ";
  constexpr std::string_view kClose = " ==";
  if (line.size() <= kOpen.size() + kClose.size()) return {};
  if (line.substr(0, kOpen.size()) != kOpen || line.substr(line.size() - kClose.size()) != kClose) return {};
  return line.substr(kOpen.size(), line.size() - kOpen.size() - kClose.size());
}

}  // namespace

std::vector<SourceFile> split_text(std::string_view text) {
  std::vector<SourceFile> files;
  std::size_t at = 0;
  std::size_t begin = 0;  // of the current file's bytes
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view name = heading(text.substr(at, end - at));
    const std::size_t next = std::min(end + 1, text.size());
    if (!name.empty()) {
      if (!files.empty()) files.back().bytes = text.substr(begin, at - begin);
      files.push_back({.name = std::string(name), .bytes = {}});
      begin = next;
    }
    at = next;
  }
  if (!files.empty()) files.back().bytes = text.substr(begin);
  return files;
}

base::Result<model::Plant> read_text(std::string_view text) { return read(split_text(text)); }

std::string join_text(const std::vector<TargetFile>& files) {
  std::string text;
  for (const TargetFile& file : files) {
    text += "== " + file.name + " ==\n";
    text += file.bytes;
  }
  return text;
}

}  // namespace kilter::codec::plant
