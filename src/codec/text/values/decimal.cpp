#include "codec/text/values/decimal.hpp"

#include <array>
#include <limits>
#include <optional>

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

constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMost = kLargest / 10;  // another digit up to 7 may follow
constexpr std::array<std::int64_t, 10> kPowers{1,       10,        100,        1'000,       10'000,
                                               100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Digits put together to a number.
struct Digits {
  std::int64_t value = 0;
  bool overflow = false;

  // Takes up to `most` digits off the front and returns how many.
  std::size_t take(const char*& at, const char* end, std::size_t most) {
    const char* const begin = at;
    if (static_cast<std::size_t>(end - at) > most) end = at + most;
    for (; at != end && is_digit(*at); ++at) {
      overflow = overflow || value > kMost || (value == kMost && *at > '7');
      if (!overflow) value = value * 10 + (*at - '0');
    }
    return static_cast<std::size_t>(at - begin);
  }
};

// The common case in one pass: so few characters that neither the digits nor their scaling can overflow. None for all
// that is longer, finer or wrong, which the thorough way judges.
std::optional<std::int64_t> parse_short(std::string_view text, unsigned decimals) {
  constexpr std::size_t kShort = 9;
  if (text.empty() || text.size() > kShort) return std::nullopt;
  const char* at = text.data();
  const char* const end = at + text.size();
  const bool negative = *at == '-';
  if (negative) ++at;
  std::int64_t value = 0;
  const char* const whole = at;
  for (; at != end && is_digit(*at); ++at) value = value * 10 + (*at - '0');
  std::size_t digits = static_cast<std::size_t>(at - whole);
  std::size_t fraction = 0;
  if (at != end && *at == '.') {
    const char* const point = at;
    for (++at; at != end && is_digit(*at); ++at) value = value * 10 + (*at - '0');
    fraction = static_cast<std::size_t>(at - point) - 1;
    digits += fraction;
  }
  if (at != end || digits == 0 || fraction > decimals) return std::nullopt;
  value *= kPowers[decimals - fraction];
  return negative ? -value : value;
}

const Fault* reason(std::string_view text) {
  if (text.find('%') != std::string_view::npos) return &kPercent;
  const std::size_t at = text.find_first_not_of("+-0123456789.");
  if (at == std::string_view::npos || at == 0) return &kNotANumber;
  if (text[at] == ',' || text[at] == '\'' || text[at] == ' ') return &kComma;
  return text[at] == 'e' || text[at] == 'E' ? &kExponent : &kNotANumber;
}

}  // namespace

Parsed<std::int64_t> parse_decimal(std::string_view text, unsigned decimals) {
  if (const auto value = parse_short(text, decimals)) return {.value = *value};
  const char* at = text.data();
  const char* const end = at + text.size();
  const bool negative = at != end && *at == '-';
  if (negative || (at != end && *at == '+')) ++at;
  Digits digits;
  const std::size_t whole = digits.take(at, end, text.size());
  std::size_t fraction = 0;
  bool too_fine = false;
  if (at != end && *at == '.') {
    ++at;
    fraction = digits.take(at, end, decimals);
    for (; at != end && is_digit(*at); ++at) too_fine = too_fine || *at != '0';
  }
  if (whole + fraction == 0 || at != end) return {.fault = reason(text)};
  if (too_fine) return {.fault = &kTooFine};
  const std::int64_t scale = kPowers[decimals - fraction];
  if (digits.overflow || digits.value > kLargest / scale) return {.fault = &kTooLarge};
  return {.value = negative ? -digits.value * scale : digits.value * scale};
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
