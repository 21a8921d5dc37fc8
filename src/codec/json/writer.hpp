// JSON (RFC 8259) written piece by piece, on std::to_chars: exact integers and decimals, shortest doubles, valid UTF-8.
//
//   JsonWriter json;
//   json.begin_object();
//   json.key("orders").integer(60);
//   json.key("late").begin_array().text("SO-118").end_array();
//   json.end_object();
//   json.str()  ->  {"orders":60,"late":["SO-118"]}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kilter::codec {

class JsonWriter {
 public:
  enum class Style : std::uint8_t { compact, indented };
  explicit JsonWriter(Style style = Style::compact) : indented_(style == Style::indented) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  // Bytes that are not UTF-8 become U+FFFD; "<", ">" and "&" are escaped so that the text can stand inside a script
  // element.
  JsonWriter& text(std::string_view text);
  JsonWriter& integer(std::int64_t value);
  // raw / 10^digits without trailing zeros, exactly.
  JsonWriter& decimal(std::int64_t raw, int digits);
  // The shortest text that reads back to `value`; null when it is not finite.
  JsonWriter& number(double value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();

  [[nodiscard]] const std::string& str() const { return out_; }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void before_value();
  void new_line();
  void string(std::string_view text);

  std::string out_;
  std::vector<bool> has_members_;  // per open bracket
  bool after_key_ = false;
  bool indented_ = false;
};

}  // namespace kilter::codec
