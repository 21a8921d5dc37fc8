#include "codec/text/decimal.hpp"

#include <limits>

namespace kilter::codec::text {
namespace {

constexpr Fault kNotANumber{"bad-number", "is not a number", "Write it like 12 or 12.5, without a unit."};
constexpr Fault kComma{"bad-number", "is not a number",
                       "Write decimals with a point and leave out thousands separators: 1234.5."};
constexpr Fault kPercent{"bad-number", "is not a plain number", "Write a share as a decimal: 5 % is 0.05."};
constexpr Fault kExponent{"bad-number", "is not a plain number", "Write the number out, without an exponent."};
constexpr Fault kTooFine{"too-many-decimals", "has more decimals than can be kept exactly",
                         "Quantities, prices and shares have six decimals, amounts of money two."};
constexpr Fault kTooLarge{"absurd-value", "is larger than anything that a plant needs",
                          "Check the unit and the decimal point."};
constexpr Fault kNotWhole{"bad-number", "is not a whole number", "Write it like 3."};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

const Fault* reason(std::string_view text) {
  if (text.find('%') != std::string_view::npos) return &kPercent;
  const std::size_t at = text.find_first_not_of("+-0123456789.");
  if (at == std::string_view::npos || at == 0) return &kNotANumber;
  if (text[at] == ',' || text[at] == '\'' || text[at] == ' ') return &kComma;
  return text[at] == 'e' || text[at] == 'E' ? &kExponent : &kNotANumber;
}

}  // namespace

Parsed<std::int64_t> parse_decimal(std::string_view text, unsigned decimals) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / 10 - 1;
  std::size_t at = 0;
  const bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) ++at;
  std::int64_t value = 0;
  std::size_t digits = 0;
  for (; at < text.size() && is_digit(text[at]); ++at, ++digits) {
    if (value > kMost) return {.fault = &kTooLarge};
    value = value * 10 + (text[at] - '0');
  }
  unsigned fraction = 0;
  bool too_fine = false;
  if (at < text.size() && text[at] == '.') {
    for (++at; at < text.size() && is_digit(text[at]); ++at, ++digits) {
      if (fraction == decimals) {
        too_fine = too_fine || text[at] != '0';
        continue;
      }
      if (value > kMost) return {.fault = &kTooLarge};
      value = value * 10 + (text[at] - '0');
      ++fraction;
    }
  }
  if (digits == 0 || at != text.size()) return {.fault = reason(text)};
  if (too_fine) return {.fault = &kTooFine};
  for (; fraction < decimals; ++fraction) {
    if (value > kMost) return {.fault = &kTooLarge};
    value *= 10;
  }
  return {.value = negative ? -value : value};
}

Parsed<std::int32_t> parse_whole(std::string_view text) {
  const Parsed<std::int64_t> parsed = parse_decimal(text, 0);
  if (parsed.fault == &kTooFine) return {.fault = &kNotWhole};
  if (!parsed.ok()) return {.fault = parsed.fault};
  constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
  if (parsed.value > kMost || parsed.value < -kMost) return {.fault = &kTooLarge};
  return {.value = static_cast<std::int32_t>(parsed.value)};
}

}  // namespace kilter::codec::text
