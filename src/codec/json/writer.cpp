#include "codec/json/writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "codec/json/utf8.hpp"

namespace kilter::codec {
namespace {

void append_unicode_escape(std::string& out, unsigned code) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += "\\u00";
  out += kHex[code >> 4U];
  out += kHex[code & 15U];
}

// One ASCII character as it stands in a JSON string.
void append_escaped(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  const bool markup = c == '<' || c == '>' || c == '&';
  if (markup || static_cast<unsigned char>(c) < 0x20U || c == 0x7F)
    return append_unicode_escape(out, static_cast<unsigned char>(c));
  out += c;
}

}  // namespace

void JsonWriter::new_line() {
  if (!indented_) return;
  out_ += '\n';
  out_.append(2 * has_members_.size(), ' ');
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (has_members_.empty()) return;
  if (has_members_.back()) out_ += ',';
  has_members_.back() = true;
  new_line();
}

JsonWriter& JsonWriter::open(char bracket) {
  before_value();
  out_ += bracket;
  has_members_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  const bool filled = has_members_.back();
  has_members_.pop_back();
  if (filled) new_line();
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  before_value();
  string(name);
  out_ += indented_ ? ": " : ":";
  after_key_ = true;
  return *this;
}

void JsonWriter::string(std::string_view text) {
  out_ += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    if (length == 1) {
      append_escaped(out_, text[at]);
    } else if (length == 0) {
      out_ += "\xEF\xBF\xBD";
    } else {
      out_ += text.substr(at, length);
    }
    at += length == 0 ? 1 : length;
  }
  out_ += '"';
}

JsonWriter& JsonWriter::text(std::string_view text) {
  before_value();
  string(text);
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) { return decimal(value, 0); }

JsonWriter& JsonWriter::decimal(std::int64_t raw, int digits) {
  before_value();
  const auto bits = static_cast<std::uint64_t>(raw);
  const std::uint64_t magnitude = raw < 0 ? ~bits + 1 : bits;
  std::uint64_t unit = 1;
  for (int i = 0; i < digits; ++i) unit *= 10;
  if (raw < 0) out_ += '-';
  out_ += std::to_string(magnitude / unit);
  std::uint64_t rest = magnitude % unit;
  if (rest != 0) out_ += '.';
  while (rest != 0) {
    unit /= 10;
    out_ += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  before_value();
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  out_.append(text.data(), end);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  before_value();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  before_value();
  out_ += "null";
  return *this;
}

}  // namespace kilter::codec
