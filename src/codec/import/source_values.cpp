#include "codec/import/source_values.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <string>

#include "base/fixed.hpp"

namespace kilter::codec {
namespace {

constexpr std::int64_t kDay = 86'400;
constexpr int kLargestExponent = 18;
constexpr std::int64_t kLargestMicros = 10'000'000'000'000'000;  // ten thousand million: room to calculate with

bool digit(char c) { return c >= '0' && c <= '9'; }

// A number cut into its parts: value = sign * digits * 10^exponent.
struct Parts {
  bool negative = false;
  base::Int128 digits = 0;
  int exponent = 0;
};

// Takes digits and one decimal point from the front of `text`; false when there is no digit or there are too many.
bool take_mantissa(std::string_view& text, Parts& parts) {
  bool point = false;
  std::size_t digits = 0;
  while (!text.empty() && (digit(text.front()) || (text.front() == '.' && !point))) {
    if (text.front() == '.') {
      point = true;
    } else {
      if (++digits > 30) return false;
      parts.digits = parts.digits * 10 + (text.front() - '0');
      if (point) --parts.exponent;
    }
    text.remove_prefix(1);
  }
  return digits > 0;
}

bool take_exponent(std::string_view& text, Parts& parts) {
  if (text.empty()) return true;
  if (text.front() != 'e' && text.front() != 'E') return false;
  text.remove_prefix(1);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  int exponent = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (fault != std::errc{} || exponent > kLargestExponent || exponent < -kLargestExponent) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  parts.exponent += exponent;
  return text.empty();
}

// digits * 10^power, half away from zero; none when it is too large.
std::optional<std::int64_t> scaled(base::Int128 digits, int power) {
  for (; power > 0 && digits != 0; --power) {
    digits *= 10;
    if (digits > kLargestMicros) return std::nullopt;
  }
  if (power < -36) return 0;
  base::Int128 divisor = 1;
  for (; power < 0; ++power) divisor *= 10;
  digits = (digits + divisor / 2) / divisor;
  if (digits > kLargestMicros) return std::nullopt;
  return static_cast<std::int64_t>(digits);
}

// All of `text` as a number without sign.
std::optional<int> whole(std::string_view text) {
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || !digit(text.front()) || fault != std::errc{} || end != text.data() + text.size()) return {};
  return value;
}

// "HH:MM", "HH:MM:SS" with any number of hours, a fraction of a second cut off.
std::optional<std::int64_t> clock_seconds(std::string_view text) {
  text = text.substr(0, text.find('.'));
  std::array<std::optional<int>, 3> parts{{{}, {}, 0}};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t colon = text.find(':');
    parts[i] = whole(text.substr(0, colon));
    if (!parts[i] || (i > 0 && *parts[i] > 59)) return {};
    if (colon == std::string_view::npos) {
      if (i == 0) return {};
      break;
    }
    if (i == 2) return {};
    text.remove_prefix(colon + 1);
    if (i == 1 && text.empty()) return {};
  }
  return std::int64_t{*parts[0]} * 3600 + std::int64_t{*parts[1]} * 60 + *parts[2];
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::optional<std::int64_t> read_micros(std::string_view text) {
  text = trimmed(text);
  Parts parts;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    parts.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  if (!take_mantissa(text, parts) || !take_exponent(text, parts)) return {};
  const std::optional<std::int64_t> size = scaled(parts.digits, parts.exponent + 6);
  if (!size) return {};
  return parts.negative ? -*size : *size;
}

std::optional<time::Instant> read_instant(std::string_view text) {
  text = trimmed(text);
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return {};
  const auto year = whole(text.substr(0, 4));
  const auto month = whole(text.substr(5, 2));
  const auto day = whole(text.substr(8, 2));
  if (!year || !month || !day) return {};
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return {};
  const time::Instant midnight{std::chrono::sys_days(date)};
  if (text.size() == 10) return midnight;
  if (text[10] != ' ' && text[10] != 'T') return {};
  const auto clock = clock_seconds(text.substr(11));
  if (!clock || *clock > kDay) return {};
  return midnight + time::Duration(*clock);
}

std::optional<time::Duration> read_seconds(std::string_view text) {
  text = trimmed(text);
  if (text.find(':') == std::string_view::npos) {
    const auto micros = read_micros(text);
    if (!micros) return {};
    return time::Duration(base::mul_div_ceil(*micros, 1, base::kMicro));
  }
  std::int64_t days = 0;
  if (const std::size_t blank = text.find(' '); blank != std::string_view::npos) {
    const auto count = whole(text.substr(0, blank));
    if (!count) return {};
    days = *count;
    text = trimmed(text.substr(blank + 1));
  }
  const auto clock = clock_seconds(text);
  if (!clock) return {};
  return time::Duration(days * kDay + *clock);
}

std::optional<std::int32_t> read_time_of_day(std::string_view text) {
  const auto clock = clock_seconds(trimmed(text));
  if (!clock || *clock > kDay) return {};
  return static_cast<std::int32_t>(*clock);
}

std::optional<bool> read_truth(std::string_view text) {
  std::string small;
  for (const char c : trimmed(text)) small += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (small == "true" || small == "yes" || small == "t" || small == "1") return true;
  if (small == "false" || small == "no" || small == "f" || small == "0") return false;
  return {};
}

}  // namespace kilter::codec
