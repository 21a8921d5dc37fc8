#include "codec/benchmark/format.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <utility>

namespace kilter::codec::benchmark {
namespace {

constexpr std::array<std::pair<Format, std::string_view>, 14> kWords{{
    {Format::jsp, "jsp"},
    {Format::jsp_large, "jsp-large"},
    {Format::fjsp, "fjsp"},
    {Format::fajsp, "fajsp"},
    {Format::fjsp_sdst, "fjsp-sdst"},
    {Format::hfsp, "hfsp"},
    {Format::jsp_twt, "jsp-twt"},
    {Format::jsp_sdst, "jsp-sdst"},
    {Format::rcpsp, "rcpsp"},
    {Format::mrcpsp, "mrcpsp"},
    {Format::ms_rcpsp, "ms-rcpsp"},
    {Format::pfsp_tt, "pfsp-tt"},
    {Format::pfsp_sdst, "pfsp-sdst"},
    {Format::lot_sizing, "lot-sizing"},
}};

constexpr std::string_view kBlanks = " \t\r\f\v";

bool holds(std::string_view bytes, std::string_view text) { return bytes.find(text) != std::string_view::npos; }

std::string extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  std::string ending(dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return ending;
}

// The shape of a file of numbers: how many stand in each line that is neither blank nor a comment.
struct Shape {
  std::vector<std::size_t> lines;
  std::size_t tokens = 0;
  std::array<std::int64_t, 2> first{};  // the first two numbers
  std::int64_t largest_behind = 0;      // of as many as the second says, behind the two
  bool ends_lines_with_minus_one = false;

  void add(std::string_view token) {
    std::int64_t value = 0;
    std::from_chars(token.data(), token.data() + token.size(), value);
    if (tokens < first.size()) {
      first.at(tokens) = value;
    } else if (static_cast<std::int64_t>(tokens - first.size()) < first[1]) {
      largest_behind = std::max(largest_behind, value);
    }
    ++tokens;
  }
};

void count_line(std::string_view line, Shape& shape) {
  const std::size_t before = shape.tokens;
  std::string_view last;
  for (std::size_t at = line.find_first_not_of(kBlanks); at < line.size();) {
    const std::size_t end = std::min(line.find_first_of(kBlanks, at), line.size());
    last = line.substr(at, end - at);
    shape.add(last);
    at = std::min(line.find_first_not_of(kBlanks, end), line.size());
  }
  shape.ends_lines_with_minus_one = shape.ends_lines_with_minus_one || last == "-1";
  if (shape.tokens > before) shape.lines.push_back(shape.tokens - before);
}

Shape shape_of(std::string_view bytes) {
  Shape shape;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    if (line.find_first_not_of(kBlanks) != line.find('#')) count_line(line, shape);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return shape;
}

std::optional<Format> by_marks(std::string_view name, std::string_view bytes) {
  if (holds(bytes, "PRECEDENCE RELATIONS")) return extension_of(name) == "mm" ? Format::mrcpsp : Format::rcpsp;
  if (holds(bytes, "nActs") || holds(bytes, "Number of skill types")) return Format::ms_rcpsp;
  if (holds(bytes, "StockingCosts")) return Format::lot_sizing;
  return std::nullopt;
}

// Two numbers in the first line: jobs and machines, then a line per job.
Format job_shop_of(const Shape& shape) {
  const auto jobs = static_cast<std::size_t>(shape.first[0]);
  const auto machines = static_cast<std::size_t>(shape.first[1]);
  const auto& lines = shape.lines;
  const bool two_more = lines.size() == jobs + 3 && lines[jobs + 1] == jobs && lines[jobs + 2] == jobs;
  if (two_more) return Format::jsp_twt;
  const bool square = std::all_of(lines.begin() + 1, lines.end(), [&](std::size_t n) { return n == 2 * machines; });
  return square && !shape.ends_lines_with_minus_one ? Format::jsp : Format::jsp_large;
}

// One number in the first line and one in the second: told apart by how many follow. With as many jobs as columns the
// numbers behind are machines of stages if none has more than there are jobs, and due dates otherwise.
std::optional<Format> flow_shop_of(const Shape& shape) {
  const auto jobs = static_cast<std::uint64_t>(shape.first[0]);
  const auto columns = static_cast<std::uint64_t>(shape.first[1]);
  constexpr std::uint64_t kMost = 1'000'000;  // of either: products stay exact
  if (jobs > kMost || columns > kMost || shape.tokens < 2 + jobs * columns) return std::nullopt;
  const std::uint64_t rest = shape.tokens - 2 - jobs * columns;
  const bool few_behind = shape.largest_behind <= shape.first[0];
  if (rest == columns && (columns != jobs || few_behind)) return Format::hfsp;
  if (rest == jobs) return Format::pfsp_tt;
  return rest == columns * jobs * jobs ? std::optional(Format::pfsp_sdst) : std::nullopt;
}

std::optional<Format> by_shape(std::string_view extension, std::string_view bytes) {
  if (extension == "rcp") return Format::rcpsp;
  if (extension == "psp") return Format::lot_sizing;
  const Shape shape = shape_of(bytes);
  if (shape.lines.empty()) return std::nullopt;
  if (extension == "dat") return shape.lines.front() == 3 ? Format::jsp_sdst : Format::lot_sizing;
  if (extension == "fjs") {
    const auto jobs = static_cast<std::size_t>(std::max<std::int64_t>(shape.first[0], 0));
    return shape.lines.size() > jobs + 1 ? Format::fjsp_sdst : Format::fjsp;
  }
  if (shape.first[0] < 1 || shape.first[1] < 0) return std::nullopt;
  if (shape.lines.front() == 3) return Format::fajsp;
  if (shape.lines.front() == 2) return job_shop_of(shape);
  return shape.lines.front() == 1 ? flow_shop_of(shape) : std::nullopt;
}

}  // namespace

std::string_view word(Format format) {
  const auto found = std::find_if(kWords.begin(), kWords.end(), [&](const auto& row) { return row.first == format; });
  return found->second;
}

std::optional<Format> format_named(std::string_view word) {
  for (const auto& [format, name] : kWords) {
    if (name == word) return format;
  }
  return std::nullopt;
}

std::vector<std::string> format_words() {
  std::vector<std::string> words;
  words.reserve(kWords.size());
  for (const auto& row : kWords) words.emplace_back(row.second);
  return words;
}

std::optional<Format> detect_format(std::string_view name, std::string_view bytes) {
  const auto marked = by_marks(name, bytes);
  return marked ? marked : by_shape(extension_of(name), bytes);
}

}  // namespace kilter::codec::benchmark
