#include "codec/text/human.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace kilter::codec {
namespace {

constexpr std::array<std::string_view, 7> kDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::uint64_t magnitude(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? ~bits + 1 : bits;
}

std::string day_text(const time::Civil& civil) {
  return fmt::format("{} {} {}", kDays[civil.weekday], civil.day, kMonths[civil.month - 1U]);
}

std::string pair_of(std::uint64_t large, std::string_view large_unit, std::uint64_t small,
                    std::string_view small_unit) {
  if (small == 0) return fmt::format("{} {}", large, large_unit);
  return fmt::format("{} {} {} {}", large, large_unit, small, small_unit);
}

// Millionths to two decimals; what is less than one to three digits that count.
std::uint64_t as_written(std::uint64_t micros) {
  std::uint64_t grain = 1;
  if (micros >= static_cast<std::uint64_t>(base::kMicro)) {
    grain = 10'000;
  } else {
    while (micros / grain >= 1'000) grain *= 10;
  }
  return (micros + grain / 2) / grain * grain;
}

}  // namespace

std::string human_day(const time::CivilText& civil, time::Tick tick) {
  if (tick == time::kNever) return "never";
  if (tick == time::kLongAgo) return "long ago";
  return day_text(civil.civil(tick));
}

std::string human_moment(const time::CivilText& civil, time::Tick tick) {
  if (tick == time::kNever || tick == time::kLongAgo) return human_day(civil, tick);
  const time::Civil pieces = civil.civil(tick);
  return fmt::format("{} {:02}:{:02}", day_text(pieces), pieces.second_of_day / 3600, pieces.second_of_day / 60 % 60);
}

std::string human_deadline(const time::CivilText& civil, time::Tick tick) {
  const bool bounded = tick != time::kNever && tick != time::kLongAgo;
  if (!bounded || civil.civil(tick).second_of_day != 0) return human_moment(civil, tick);
  return human_day(civil, tick - 1) + " 24:00";
}

std::string human_deadline_day(const time::CivilText& civil, time::Tick tick) {
  const bool bounded = tick != time::kNever && tick != time::kLongAgo;
  return human_day(civil, bounded ? tick - 1 : tick);
}

std::string human_count(std::uint64_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string human_money(base::Money money) {
  const std::uint64_t cents = magnitude(money.raw());
  return fmt::format("{}{}.{:02}", money.negative() ? "-" : "", human_count(cents / 100), cents % 100);
}

std::string human_quantity(base::Quantity quantity) {
  constexpr auto kUnit = static_cast<std::uint64_t>(base::kMicro);
  const std::uint64_t micros = as_written(magnitude(quantity.raw()));
  std::string text = (quantity.negative() ? "-" : "") + human_count(micros / kUnit);
  if (micros % kUnit == 0) return text;
  text += fmt::format(".{:06}", micros % kUnit);
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

std::string human_duration(std::int64_t seconds) {
  const std::uint64_t minutes = (magnitude(seconds) + 59) / 60;
  const std::string sign = seconds < 0 ? "-" : "";
  if (minutes >= 1440) return sign + pair_of(minutes / 1440, "d", minutes % 1440 / 60, "h");
  if (minutes >= 60) return sign + pair_of(minutes / 60, "h", minutes % 60, "min");
  return sign + fmt::format("{} min", minutes);
}

}  // namespace kilter::codec
