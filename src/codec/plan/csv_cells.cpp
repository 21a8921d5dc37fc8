#include "codec/plan/csv_cells.hpp"

#include <charconv>
#include <cstring>

namespace kilter::codec {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 20U;
constexpr std::size_t kNumberBytes = 24;

bool is_guarded(std::string_view text) {
  return std::string_view("=+-@'").find(text.front()) != std::string_view::npos;
}
bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool wants_quotes(std::string_view text) {
  if (is_blank(text.front()) || is_blank(text.back())) return true;
  for (const char c : text) {
    if (c == ',' || c == '"' || c == '\n' || c == '\r') return true;
  }
  return false;
}

}  // namespace

CsvCells::CsvCells(FolderSink& sink, const time::CivilText& civil)
    : sink_(&sink), civil_(&civil), buffer_(kBufferBytes, '\0') {}

void CsvCells::reserve(std::size_t bytes) {
  if (used_ + bytes <= buffer_.size()) return;
  finish();
  if (bytes > buffer_.size()) buffer_.resize(bytes);
}

void CsvCells::raw(std::string_view bytes) {
  std::memcpy(buffer_.data() + used_, bytes.data(), bytes.size());
  used_ += bytes.size();
}

void CsvCells::separate() {
  reserve(1);
  if (!first_in_row_) buffer_[used_++] = ',';
  first_in_row_ = false;
}

void CsvCells::number(std::uint64_t value) {
  char* begin = buffer_.data() + used_;
  used_ += static_cast<std::size_t>(std::to_chars(begin, begin + kNumberBytes, value).ptr - begin);
}

void CsvCells::quoted(std::string_view text, bool formula) {
  buffer_[used_++] = '"';
  if (formula) buffer_[used_++] = '\'';
  for (const char c : text) {
    if (c == '"') buffer_[used_++] = '"';
    buffer_[used_++] = c;
  }
  buffer_[used_++] = '"';
}

void CsvCells::text(std::string_view text) {
  separate();
  if (text.empty()) return;
  reserve(2 * text.size() + 3);
  const bool formula = is_guarded(text);
  if (wants_quotes(text)) return quoted(text, formula);
  if (formula) buffer_[used_++] = '\'';
  raw(text);
}

void CsvCells::id(const kilter::plan::IdText& id) {
  if (id.number == 0) return text(id.text);
  separate();
  reserve(id.text.size() + kNumberBytes);
  raw(id.text);
  number(id.number);
}

void CsvCells::operation(const kilter::plan::OperationText& operation) {
  const bool plain = operation.order.number != 0 && (operation.operation.empty() || !wants_quotes(operation.operation));
  if (!plain) return text(operation.str());
  separate();
  reserve(operation.order.text.size() + kNumberBytes + operation.operation.size() + 1);
  raw(operation.order.text);
  number(operation.order.number);
  buffer_[used_++] = '/';
  raw(operation.operation);
}

void CsvCells::integer(std::int64_t value) { decimal(value, {0, 0}); }

void CsvCells::decimal(std::int64_t raw_value, Decimals decimals) {
  separate();
  reserve(2 * kNumberBytes);
  const bool negative = raw_value < 0;
  const std::uint64_t magnitude =
      negative ? ~static_cast<std::uint64_t>(raw_value) + 1 : static_cast<std::uint64_t>(raw_value);
  if (negative) buffer_[used_++] = '-';
  std::uint64_t unit = 1;
  for (int i = 0; i < decimals.digits; ++i) unit *= 10;
  number(magnitude / unit);
  std::uint64_t rest = magnitude % unit;
  if (rest == 0 && decimals.least == 0) return;
  buffer_[used_++] = '.';
  for (int digit = 0; digit < decimals.digits && (rest != 0 || digit < decimals.least); ++digit) {
    unit /= 10;
    buffer_[used_++] = static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
}

void CsvCells::moment(time::Tick tick) {
  separate();
  reserve(time::CivilText::kLength);
  civil_->write(tick, buffer_.data() + used_);
  used_ += time::CivilText::kLength;
}

void CsvCells::end_row() {
  reserve(1);
  buffer_[used_++] = '\n';
  first_in_row_ = true;
}

void CsvCells::finish() {
  if (used_ > 0) sink_->append(std::string_view(buffer_).substr(0, used_));
  used_ = 0;
}

}  // namespace kilter::codec
