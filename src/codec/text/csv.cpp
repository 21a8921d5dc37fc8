#include "codec/text/csv.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>

#include "codec/text/encoding.hpp"

namespace kilter::codec::text {
namespace {

constexpr Fault kCellTooLong{"cell-too-long", "a cell is longer than 65,536 bytes",
                             "Check for a missing closing quote or line end, and whether this is a CSV table at all."};
constexpr Fault kTooManyCells{"too-many-cells", "a row has more than 1,000 cells",
                              "Check the line ends, and whether this is a CSV table at all."};
constexpr Fault kUnclosed{"unclosed-quote", "a quoted cell never ends",
                          "Close the quote, or double it when it is meant as a sign."};
constexpr Fault kAfterQuote{"text-after-quote", "something follows the closing quote of a cell",
                            "Double the quotes inside the cell."};

constexpr std::size_t kEncodingChunk = 65'536;

// What ends an unquoted cell.
constexpr std::array<bool, 256> kEndsCell = [] {
  std::array<bool, 256> ends{};
  for (const char c : {',', '\n', '\r'}) ends[static_cast<unsigned char>(c)] = true;
  return ends;
}();

bool ends_cell(char c) { return kEndsCell[static_cast<unsigned char>(c)]; }

static_assert(std::endian::native == std::endian::little, "the first character of a word of text is its lowest byte");

// The first place from `at` on, below `limit`, that ends an unquoted cell; `limit` when there is none. Eight bytes at a
// time: what ends a cell is smaller than a hyphen, and most of what a cell holds is not (Mycroft's test for small bytes
// in a word; it errs only above a small byte, and each candidate is looked at).
std::size_t end_of_cell(const char* data, std::size_t at, std::size_t limit) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  constexpr std::uint64_t kHigh = 0x8080808080808080ULL;
  for (; at + 8 <= limit; at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, data + at, 8);
    std::uint64_t small = (word - kOnes * '-') & ~word & kHigh;
    for (; small != 0; small &= small - 1) {
      const std::size_t candidate = at + static_cast<std::size_t>(std::countr_zero(small)) / 8;
      if (ends_cell(data[candidate])) return candidate;
    }
  }
  while (at < limit && !ends_cell(data[at])) ++at;
  return at;
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_guarded_sign(char c) { return c == '=' || c == '+' || c == '-' || c == '@' || c == '\''; }

}  // namespace

CsvReader::CsvReader(std::string_view bytes) : bytes_(bytes) {
  if (bytes_.substr(0, kByteOrderMark.size()) == kByteOrderMark) at_ = checked_ = kByteOrderMark.size();
}

bool CsvReader::next() {
  while (fault_ == nullptr && at_ < bytes_.size()) {
    ++row_;
    if (!read_row()) return false;
    const bool blank = cells_.size() == 1 && cells_.front().empty();
    if (!blank) return true;
  }
  return false;
}

bool CsvReader::read_row() {
  cells_.clear();
  row_ended_ = false;
  while (!row_ended_) {
    if (!read_plain_cells()) return false;
    if (!row_ended_ && !read_odd_cell()) return false;
  }
  return at_ <= checked_ || check_encoding(at_);
}

// The fast lane: cells that begin with neither blank nor quote, up to the end of the row or the first odd one.
bool CsvReader::read_plain_cells() {
  const char* const data = bytes_.data();
  const std::size_t size = bytes_.size();
  while (at_ < size && !is_blank(data[at_]) && data[at_] != '"') {
    const std::size_t end = end_of_cell(data, at_, std::min(size, at_ + kLongestCell + 1));
    if (end - at_ > kLongestCell)
      return check_encoding(end) && fail(kCellTooLong);  // better called no text if it is none
    if (cells_.size() == kMostCells) return fail(kTooManyCells);
    std::size_t length = end - at_;
    while (length > 0 && is_blank(data[at_ + length - 1])) --length;
    cells_.emplace_back(data + at_, length);
    at_ = end;
    if (end < size && data[end] == ',') {
      ++at_;
      continue;
    }
    end_cell();
    return true;
  }
  return true;
}

// A cell that begins with blanks or a quote, or the empty one that ends the bytes.
bool CsvReader::read_odd_cell() {
  if (cells_.size() == kMostCells) return fail(kTooManyCells);
  const std::size_t limit = std::min(bytes_.size(), at_ + kLongestCell);
  std::size_t start = at_;
  while (start < limit && is_blank(bytes_[start])) ++start;
  if (start == limit && limit < bytes_.size()) return fail(kCellTooLong);
  at_ = start;
  if (start < bytes_.size() && bytes_[start] == '"') return read_quoted();
  if (start < bytes_.size() && !ends_cell(bytes_[start])) return true;  // the fast lane again
  cells_.emplace_back();
  end_cell();
  return true;
}

bool CsvReader::read_quoted() {
  const std::size_t start = at_ + 1;
  const std::size_t limit = std::min(bytes_.size(), start + kLongestCell + 1);
  std::size_t end = start;
  std::size_t doubled = 0;
  while (end < limit) {
    if (bytes_[end] != '"') {
      ++end;
    } else if (end + 1 < bytes_.size() && bytes_[end + 1] == '"') {
      ++doubled;
      end += 2;
    } else {
      break;
    }
  }
  if (end >= limit) return check_encoding(limit) && fail(limit == bytes_.size() ? kUnclosed : kCellTooLong);
  std::string_view cell = bytes_.substr(start, end - start);
  if (doubled > 0) {
    std::string& plain = unescaped_.emplace_back();
    plain.reserve(cell.size() - doubled);
    for (std::size_t i = 0; i < cell.size(); ++i) {
      plain += cell[i];
      if (cell[i] == '"') ++i;
    }
    cell = plain;
  }
  at_ = end + 1;
  while (at_ < bytes_.size() && is_blank(bytes_[at_])) ++at_;
  if (at_ < bytes_.size() && bytes_[at_] != ',' && bytes_[at_] != '\n' && bytes_[at_] != '\r') return fail(kAfterQuote);
  cells_.push_back(cell);
  end_cell();
  return true;
}

// Steps over the comma or the line end.
void CsvReader::end_cell() {
  row_ended_ = at_ == bytes_.size();
  if (row_ended_) return;
  const char c = bytes_[at_++];
  if (c == ',') return;
  row_ended_ = true;
  if (c == '\r' && at_ < bytes_.size() && bytes_[at_] == '\n') ++at_;
}

// Checks at least up to `until`, a chunk at a time; `until` need not be the end of a character.
bool CsvReader::check_encoding(std::size_t until) {
  while (checked_ < until) {
    std::size_t end = std::min(bytes_.size(), std::max(until, checked_ + kEncodingChunk));
    while (end < bytes_.size() && (static_cast<unsigned char>(bytes_[end]) & 0xC0U) == 0x80U && end > until) --end;
    std::size_t extra = 0;
    while (end < bytes_.size() && (static_cast<unsigned char>(bytes_[end]) & 0xC0U) == 0x80U && extra < 3)
      ++end, ++extra;
    const std::string_view chunk = bytes_.substr(checked_, end - checked_);
    const std::size_t bad = first_bad_byte(chunk);
    checked_ = bad == std::string_view::npos ? end : checked_ + bad;
    // A fault further on waits until its row is reached.
    if (bad != std::string_view::npos && checked_ < until) return fail(*fault_of_byte(chunk, bad));
    if (bad != std::string_view::npos) return true;
  }
  return true;
}

void append_cell(std::string& out, std::string_view cell) {
  const bool blank_edge = !cell.empty() && (is_blank(cell.front()) || is_blank(cell.back()));
  if (!blank_edge && cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_text_cell(std::string& out, std::string_view text) {
  if (text.empty() || !is_guarded_sign(text.front())) {
    append_cell(out, text);
    return;
  }
  append_cell(out, "'" + std::string(text));
}

namespace {

bool is_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

void append_row(const std::vector<std::string>& cells, std::string& out) {
  bool first = true;
  for (const std::string& cell : cells) {
    if (!first) out += ',';
    first = false;
    const bool runs = !cell.empty() && cell.front() != '\'' && is_guarded_sign(cell.front()) && !is_number(cell);
    append_cell(out, runs ? "'" + cell : cell);
  }
  out += '\n';
}

std::string_view unguarded(std::string_view cell) {
  if (cell.size() >= 2 && cell[0] == '\'' && is_guarded_sign(cell[1])) cell.remove_prefix(1);
  return cell;
}

}  // namespace kilter::codec::text
