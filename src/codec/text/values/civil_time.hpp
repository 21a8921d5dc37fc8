// Dates and times: ISO 8601 `2026-11-23`, `2026-11-23T06:00`, with seconds, with `Z` or an offset `+01:00`; a space may
// stand for the T. Without an offset the plant's time zone holds.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "codec/text/fault.hpp"
#include "time/zone.hpp"

namespace kilter::codec::text {

// What a date without a time means.
enum class DateOnly : std::uint8_t {
  start_of_day,  // 00:00 of that local day
  end_of_day,    // 24:00 of that local day: all of the day is included
};

Parsed<time::Instant> parse_instant(std::string_view text, const time::Zone& zone, DateOnly meaning);

// The shortest text that `parse_instant` reads back to the same instant.
std::string instant_text(time::Instant instant, const time::Zone& zone, DateOnly meaning);

// `06:00`, `22:30:15`, `24:00`: seconds of the day, at most 86400.
Parsed<std::int32_t> parse_time_of_day(std::string_view text);
std::string time_of_day_text(std::int32_t seconds);

// `Mon-Fri`, `Mon,Wed`, `Mon-Wed;Sat`, `daily`: bits, bit 0 = Monday.
Parsed<std::uint8_t> parse_days(std::string_view text);
std::string days_text(std::uint8_t days);

}  // namespace kilter::codec::text
