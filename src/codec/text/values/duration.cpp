#include "codec/text/values/duration.hpp"

#include <algorithm>
#include <optional>

#include "codec/text/values/decimal.hpp"

namespace kilter::codec::text {
namespace {

constexpr Fault kNotADuration{"bad-duration", "is not a duration", "Write it like 1d 2h 30m 15s, 90m, or PT1H30M."};
constexpr Fault kNoUnit{"bad-duration", "has no unit",
                        "Say what it counts: 90m for minutes, 1.5h for hours, 30s for seconds."};
constexpr Fault kNotWhole{"bad-duration", "is not a whole number of seconds", "Round it to whole seconds."};
constexpr Fault kTooLong{"absurd-value", "is longer than anything that a plant needs", "Check the unit."};
constexpr Fault kMonths{"bad-duration", "counts months or years, which differ in length", "Write days instead."};

constexpr std::int64_t kMost = 100LL * 366 * 86'400;
constexpr unsigned kDecimals = 6;
constexpr std::int64_t kScale = 1'000'000;

// Reads "12.5" off the front of `text`, as millionths.
std::optional<std::int64_t> take_number(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
  const Parsed<std::int64_t> number = parse_decimal(text.substr(0, end), kDecimals);
  if (!number.ok()) return std::nullopt;
  text.remove_prefix(end);
  return number.value;
}

// Adds amount (millionths) of a unit of `seconds`.
const Fault* add(std::int64_t& total, std::int64_t amount, std::int64_t seconds) {
  if (amount / kScale > kMost / seconds) return &kTooLong;
  const std::int64_t scaled = amount * seconds;
  if (scaled % kScale != 0) return &kNotWhole;
  total += scaled / kScale;
  return total > kMost ? &kTooLong : nullptr;
}

std::int64_t unit_seconds(char unit) {
  switch (unit) {
    case 'w':
    case 'W':
      return std::int64_t{7} * 86'400;
    case 'd':
    case 'D':
      return 86'400;
    case 'h':
    case 'H':
      return 3'600;
    case 'm':
    case 'M':
      return 60;
    case 's':
    case 'S':
      return 1;
    default:
      return 0;
  }
}

// P[nW][nD][T[nH][nM][nS]]
const Fault* read_iso(std::string_view text, std::int64_t& total) {
  bool in_time = false;
  bool any = false;
  while (!text.empty()) {
    if (text.front() == 'T' && !in_time) {
      in_time = true;
      text.remove_prefix(1);
      continue;
    }
    const auto number = take_number(text);
    if (!number || text.empty()) return &kNotADuration;
    const char unit = text.front();
    text.remove_prefix(1);
    const bool is_date_unit = unit == 'W' || unit == 'D';
    if (!in_time && (unit == 'M' || unit == 'Y')) return &kMonths;
    if (unit_seconds(unit) == 0 || is_date_unit == in_time) return &kNotADuration;
    if (const Fault* fault = add(total, *number, unit_seconds(unit))) return fault;
    any = true;
  }
  return any ? nullptr : &kNotADuration;
}

// The unit's seconds, its name taken off the front: one letter, or min, sec, hours, days and the like.
std::int64_t take_unit(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of("0123456789. "), text.size());
  const std::string_view name = text.substr(0, end);
  text.remove_prefix(end);
  if (name.size() == 1) return unit_seconds(name.front());
  for (const std::string_view known : {"min", "mins", "minute", "minutes", "sec", "secs", "second", "seconds", "hour",
                                       "hours", "day", "days", "week", "weeks"}) {
    if (name == known) return unit_seconds(known.front());
  }
  return 0;
}

const Fault* read_units(std::string_view text, std::int64_t& total) {
  while (!text.empty()) {
    const auto number = take_number(text);
    if (!number) return &kNotADuration;
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    if (text.empty()) return *number == 0 ? nullptr : &kNoUnit;
    const std::int64_t seconds = take_unit(text);
    if (seconds == 0) return &kNotADuration;
    if (const Fault* fault = add(total, *number, seconds)) return fault;
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  }
  return nullptr;
}

}  // namespace

Parsed<time::Duration> parse_duration(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty()) return {.fault = &kNotADuration};
  std::int64_t total = 0;
  const Fault* fault = text.front() == 'P' ? read_iso(text.substr(1), total) : read_units(text, total);
  if (fault != nullptr) return {.fault = fault};
  return {.value = time::Duration(negative ? -total : total)};
}

std::string duration_text(time::Duration duration) {
  std::int64_t seconds = duration.count();
  if (seconds == 0) return "0s";
  std::string text;
  if (seconds < 0) {
    text = "-";
    seconds = -seconds;
  }
  if (seconds % 86'400 == 0) return text + std::to_string(seconds / 86'400) + "d";
  const auto part = [&text](std::int64_t amount, char unit) {
    if (amount == 0) return;
    if (!text.empty() && text != "-") text += ' ';
    text += std::to_string(amount) + unit;
  };
  part(seconds / 3'600, 'h');
  part(seconds / 60 % 60, 'm');
  part(seconds % 60, 's');
  return text;
}

}  // namespace kilter::codec::text
