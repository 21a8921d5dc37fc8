#include "codec/text/csv.hpp"

#include <algorithm>

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

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string_view trimmed(std::string_view cell) {
  while (!cell.empty() && is_blank(cell.front())) cell.remove_prefix(1);
  while (!cell.empty() && is_blank(cell.back())) cell.remove_suffix(1);
  return cell;
}

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
    if (!read_cell()) return false;
  }
  return at_ <= checked_ || check_encoding(at_);
}

bool CsvReader::read_cell() {
  if (cells_.size() == kMostCells) return fail(kTooManyCells);
  std::size_t start = at_;
  while (start < bytes_.size() && is_blank(bytes_[start])) ++start;
  if (start < bytes_.size() && bytes_[start] == '"') {
    at_ = start;
    return read_quoted();
  }
  return read_plain();
}

bool CsvReader::read_plain() {
  const std::size_t limit = std::min(bytes_.size(), at_ + kLongestCell + 1);
  std::size_t end = at_;
  while (end < limit && bytes_[end] != ',' && bytes_[end] != '\n' && bytes_[end] != '\r') ++end;
  const std::string_view cell = bytes_.substr(at_, end - at_);
  if (cell.size() > kLongestCell) {
    // A file that is not text at all is better called that.
    return check_encoding(end) && fail(kCellTooLong);
  }
  at_ = end;
  cells_.push_back(trimmed(cell));
  return end_of_cell();
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
  return end_of_cell();
}

// Steps over the comma or the line end.
bool CsvReader::end_of_cell() {
  if (at_ == bytes_.size()) {
    row_ended_ = true;
    return true;
  }
  const char c = bytes_[at_++];
  if (c == ',') return true;
  row_ended_ = true;
  if (c == '\r' && at_ < bytes_.size() && bytes_[at_] == '\n') ++at_;
  return true;
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
    if (bad != std::string_view::npos) return fail(*fault_of_byte(chunk, bad));
    checked_ = end;
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

std::string_view unguarded(std::string_view cell) {
  if (cell.size() >= 2 && cell[0] == '\'' && is_guarded_sign(cell[1])) cell.remove_prefix(1);
  return cell;
}

}  // namespace kilter::codec::text
