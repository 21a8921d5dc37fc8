#include "codec/text/values/civil_time.hpp"

#include <array>
#include <optional>

namespace kilter::codec::text {
namespace {

using std::chrono::year_month_day;
using time::LocalDay;
using time::LocalTime;

constexpr Fault kNotADate{"bad-date", "is not a date", "Write it like 2026-11-23 or 2026-11-23T06:00."};
constexpr Fault kNoSuchDay{"bad-date", "is a day that does not exist", "Check day, month and year."};
constexpr Fault kOtherOrder{"bad-date", "is not an ISO date", "Write year, month, day: 2026-11-23."};
constexpr Fault kAbsurdYear{"absurd-date", "lies outside the years 1990 to 2150", "Check the year."};
constexpr Fault kNotATime{"bad-time-of-day", "is not a time of the day", "Write it like 06:00 or 22:30."};

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2150;

// Fixed-width digits; -1 when there are none.
int digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

Parsed<LocalDay> parse_date(std::string_view text) {
  const int year = digits(text, 0, 4);
  const int month = digits(text, 5, 2);
  const int day = digits(text, 8, 2);
  const bool shaped = year >= 0 && month >= 0 && day >= 0 && text[4] == '-' && text[7] == '-';
  if (!shaped) {
    const bool has_year_last = text.find_first_of("./") != std::string_view::npos;
    return {.fault = has_year_last ? &kOtherOrder : &kNotADate};
  }
  const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return {.fault = &kNoSuchDay};
  if (year < kFirstYear || year > kLastYear) return {.fault = &kAbsurdYear};
  return {.value = LocalDay(date)};
}

// `Z`, `+01:00`, `-0530`, `+01`.
std::optional<time::Duration> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return time::Duration(0);
  const int hours = digits(text, 1, 2);
  if ((text.front() != '+' && text.front() != '-') || hours < 0 || hours > 23) return std::nullopt;
  std::string_view rest = text.substr(3);
  if (!rest.empty() && rest.front() == ':') rest.remove_prefix(1);
  const int minutes = rest.empty() ? 0 : digits(rest, 0, 2);
  if (minutes < 0 || minutes > 59 || rest.size() > 2) return std::nullopt;
  const int seconds = hours * 3600 + minutes * 60;
  return time::Duration(text.front() == '-' ? -seconds : seconds);
}

std::string two(std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string date_text(LocalDay day) {
  const year_month_day date(day);
  return std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) + "-" +
         two(static_cast<unsigned>(date.day()));
}

constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::array<std::string_view, 7> kLongDays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
constexpr Fault kNotDays{"bad-days", "is not a set of weekdays", "Write days like Mon-Fri, \"Mon,Wed\" or daily."};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

int weekday(std::string_view name) {
  for (std::size_t i = 0; i < kDays.size(); ++i) {
    if (name == kDays[i] || name == kLongDays[i]) return static_cast<int>(i);
  }
  return -1;
}

// One day, or a range that may run over Sunday (Sat-Mon). 0 when it is neither.
unsigned days_of(std::string_view part) {
  if (part == "daily") return 0x7F;
  const std::size_t dash = part.find('-');
  const int first = weekday(part.substr(0, dash));
  const int last = dash == std::string_view::npos ? first : weekday(part.substr(dash + 1));
  if (first < 0 || last < 0) return 0;
  unsigned bits = 1U << static_cast<unsigned>(last);
  for (int day = first; day != last; day = (day + 1) % 7) bits |= 1U << static_cast<unsigned>(day);
  return bits;
}

}  // namespace

Parsed<time::Instant> parse_instant(std::string_view text, const time::Zone& zone, DateOnly meaning) {
  const Parsed<LocalDay> day = parse_date(text);
  if (!day.ok()) return {.fault = day.fault};
  if (text.size() == 10) {
    return {.value = zone.start_of(meaning == DateOnly::start_of_day ? day.value : day.value + std::chrono::days(1))};
  }
  if (text[10] != 'T' && text[10] != 't' && text[10] != ' ') return {.fault = &kNotADate};
  const std::string_view clock = text.substr(11);
  const std::size_t end = std::min(clock.find_first_of("Zz+-"), clock.size());
  const Parsed<std::int32_t> time_of_day = parse_time_of_day(clock.substr(0, end));
  if (!time_of_day.ok()) return {.fault = time_of_day.fault};
  const LocalTime local = LocalTime(day.value) + time::Duration(time_of_day.value);
  if (end == clock.size()) return {.value = zone.instant(local)};
  const auto offset = parse_offset(clock.substr(end));
  if (!offset) return {.fault = &kNotADate};
  return {.value = time::Instant(local.time_since_epoch() - *offset)};
}

std::string instant_text(time::Instant instant, const time::Zone& zone, DateOnly meaning) {
  const LocalTime local = zone.local(instant);
  const LocalDay day = std::chrono::floor<std::chrono::days>(local);
  if (local == LocalTime(day) && zone.start_of(day) == instant) {
    return date_text(meaning == DateOnly::start_of_day ? day : day - std::chrono::days(1));
  }
  std::string text =
      date_text(day) + "T" + time_of_day_text(static_cast<std::int32_t>((local - LocalTime(day)).count()));
  if (zone.instant(local) == instant) return text;
  // The second of two equal local times: the offset tells them apart.
  const std::int64_t offset = zone.offset(instant).count();
  const std::int64_t size = offset < 0 ? -offset : offset;
  return text + (offset < 0 ? "-" : "+") + two(size / 3600) + ":" + two(size / 60 % 60);
}

Parsed<std::int32_t> parse_time_of_day(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon != 1 && colon != 2) return {.fault = &kNotATime};
  const int hours = digits(text, 0, colon);
  const int minutes = digits(text, colon + 1, 2);
  std::string_view rest = text.substr(std::min(text.size(), colon + 3));
  int seconds = 0;
  if (!rest.empty()) {
    seconds = rest.front() == ':' ? digits(rest, 1, 2) : -1;
    rest.remove_prefix(std::min<std::size_t>(rest.size(), 3));
    const bool zero_fraction =
        rest.size() > 1 && rest.front() == '.' && rest.find_first_not_of('0', 1) == std::string_view::npos;
    if (!rest.empty() && !zero_fraction) return {.fault = &kNotATime};
  }
  const bool right = hours >= 0 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60;
  const int total = hours * 3600 + minutes * 60 + seconds;
  if (!right || total > 86'400) return {.fault = &kNotATime};
  return {.value = total};
}

std::string time_of_day_text(std::int32_t seconds) {
  std::string text = two(seconds / 3600) + ":" + two(seconds / 60 % 60);
  if (seconds % 60 != 0) text += ":" + two(seconds % 60);
  return text;
}

Parsed<std::uint8_t> parse_days(std::string_view text) {
  const std::string all = lower(text);
  std::string_view rest = all;
  unsigned days = 0;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(",; "), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), end + 1));
    if (part.empty()) continue;
    const unsigned bits = days_of(part);
    if (bits == 0) return {.fault = &kNotDays};
    days |= bits;
  }
  if (days == 0) return {.fault = &kNotDays};
  return {.value = static_cast<std::uint8_t>(days)};
}

std::string days_text(std::uint8_t days) {
  if (days == 0x7F) return "daily";
  const unsigned mask = days;
  std::string text;
  for (unsigned day = 0; day < 7; ++day) {
    if (((mask >> day) & 1U) == 0) continue;
    unsigned last = day;
    while (last + 1 < 7 && ((mask >> (last + 1)) & 1U) != 0) ++last;
    if (!text.empty()) text += ',';
    for (const char* separator = ""; const unsigned edge : {day, last}) {
      if (edge == last && *separator != '\0' && last == day) break;
      text += separator;
      text += static_cast<char>(kDays[edge][0] - 'a' + 'A');
      text += kDays[edge].substr(1);
      separator = "-";
    }
    day = last;
  }
  return text;
}

}  // namespace kilter::codec::text
