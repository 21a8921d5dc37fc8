#include "time/civil_text.hpp"

#include <chrono>
#include <utility>

namespace kilter::time {
namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kTickDays = 24856;  // days that a tick reaches either way

std::int64_t floor_day(std::int64_t second) { return second >= 0 ? second / kDay : -((-second + kDay - 1) / kDay); }

void two_digits(char* out, std::int64_t value) {
  out[0] = static_cast<char>('0' + value / 10 % 10);
  out[1] = static_cast<char>('0' + value % 10);
}

std::array<char, 6> offset_text(std::int32_t offset) {
  std::array<char, 6> text{'+', '0', '0', ':', '0', '0'};
  const std::int32_t minutes = (offset < 0 ? -offset : offset) / 60;
  if (offset < 0) text[0] = '-';
  two_digits(text.data() + 1, minutes / 60);
  two_digits(text.data() + 4, minutes % 60);
  return text;
}

std::array<char, 11> date_text(std::int64_t local_day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{local_day}}};
  std::array<char, 11> text{};
  const int year = static_cast<int>(date.year());
  two_digits(text.data(), year / 100);
  two_digits(text.data() + 2, year % 100);
  text[4] = '-';
  two_digits(text.data() + 5, static_cast<unsigned>(date.month()));
  text[7] = '-';
  two_digits(text.data() + 8, static_cast<unsigned>(date.day()));
  text[10] = 'T';
  return text;
}

// Reads exactly `digits` digits of `text` at `at`; -1 when they are not there.
int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (text.size() < at + digits) return -1;
  int value = 0;
  for (const char c : text.substr(at, digits)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool is_at(std::string_view text, std::size_t at, char c) { return at < text.size() && text[at] == c; }

// Offset in seconds of "Z", "+01:00" or "+0100".
std::optional<int> parse_offset(std::string_view text) {
  if (text == "Z") return 0;
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const std::size_t minute_at = is_at(text, 3, ':') ? 4 : 3;
  const int hours = number_at(text, 1, 2);
  const int minutes = number_at(text, minute_at, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || text.size() != minute_at + 2) return std::nullopt;
  const int seconds = (hours * 60 + minutes) * 60;
  return text[0] == '-' ? -seconds : seconds;
}

}  // namespace

base::Result<CivilText, std::string> CivilText::in_zone(const Frame& frame, std::string_view zone) {
  std::optional<Zone> found = Zone::named(zone);
  if (!found) return base::Result<CivilText, std::string>::failure(std::string(zone));
  return CivilText(frame, *std::move(found));
}

CivilText::CivilText(const Frame& frame, Zone zone)
    : zone_(std::move(zone)),
      origin_(frame.origin().time_since_epoch().count()),
      first_day_(floor_day(origin_) - kTickDays - 2),
      days_(2 * kTickDays + 5),
      dates_(2 * kTickDays + 5) {}

std::int32_t CivilText::offset_at(std::int64_t utc_second) const {
  return static_cast<std::int32_t>(zone_.offset(Instant(Duration(utc_second))).count() / 60 * 60);
}

const CivilText::Day& CivilText::day_of(std::int64_t utc_day) const {
  Day& day = days_[static_cast<std::size_t>(utc_day - first_day_)];
  if (day.known) return day;
  day.known = true;
  day.offset = offset_at(utc_day * kDay);
  day.changes = offset_at((utc_day + 1) * kDay - 1) != day.offset;
  day.offset_text = offset_text(day.offset);
  return day;
}

const CivilText::Date& CivilText::date_of(std::int64_t local_day) const {
  Date& date = dates_[static_cast<std::size_t>(local_day - first_day_)];
  if (date.known) return date;
  date.known = true;
  date.text = date_text(local_day);
  return date;
}

void CivilText::write(Tick tick, char* out) const {
  const std::int64_t utc = origin_ + tick;
  const Day& day = day_of(floor_day(utc));
  const std::int32_t offset = day.changes ? offset_at(utc) : day.offset;
  const std::int64_t local = utc + offset;
  const std::int64_t local_day = floor_day(local);
  const std::int64_t second = local - local_day * kDay;
  const Date& date = date_of(local_day);
  for (std::size_t i = 0; i < date.text.size(); ++i) out[i] = date.text[i];
  two_digits(out + 11, second / 3600);
  out[13] = ':';
  two_digits(out + 14, second / 60 % 60);
  out[16] = ':';
  two_digits(out + 17, second % 60);
  const std::array<char, 6> zone = day.changes ? offset_text(offset) : day.offset_text;
  for (std::size_t i = 0; i < zone.size(); ++i) out[19 + i] = zone[i];
}

std::string CivilText::str(Tick tick) const {
  std::string text(kLength, ' ');
  write(tick, text.data());
  return text;
}

Civil CivilText::civil(Tick tick) const {
  const std::int64_t utc = origin_ + tick;
  Civil civil;
  civil.offset = offset_at(utc);
  const std::int64_t local = utc + civil.offset;
  const std::int64_t day = floor_day(local);
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  civil.year = static_cast<int>(date.year());
  civil.month = static_cast<std::uint8_t>(static_cast<unsigned>(date.month()));
  civil.day = static_cast<std::uint8_t>(static_cast<unsigned>(date.day()));
  civil.weekday = static_cast<std::uint8_t>(((day + 3) % 7 + 7) % 7);  // day 0 was a Thursday
  civil.second_of_day = static_cast<std::int32_t>(local - day * kDay);
  return civil;
}

std::optional<Tick> parse_civil(std::string_view text, const Frame& frame) {
  const int year = number_at(text, 0, 4);
  const int month = number_at(text, 5, 2);
  const int day = number_at(text, 8, 2);
  const int hour = number_at(text, 11, 2);
  const int minute = number_at(text, 14, 2);
  const bool has_seconds = is_at(text, 16, ':');
  const int second = has_seconds ? number_at(text, 17, 2) : 0;
  const bool shape = is_at(text, 4, '-') && is_at(text, 7, '-') && is_at(text, 10, 'T') && is_at(text, 13, ':');
  if (!shape || year < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return {};
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  const std::optional<int> offset = parse_offset(text.substr(has_seconds ? 19 : 16));
  if (!date.ok() || !offset) return {};
  const std::int64_t days = std::chrono::sys_days{date}.time_since_epoch().count();
  const int of_day = hour * 3600 + minute * 60 + second;
  const std::int64_t utc = days * kDay + of_day - *offset;
  return frame.tick(Instant{Duration{utc}});
}

}  // namespace kilter::time
