// Values as other systems write them: decimals, dates with a time, durations, truth values. Nothing here knows a table.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "time/instant.hpp"

namespace kilter::codec {

// "12", "-0.5", "1e-3", ".00" as millionths, half away from zero beyond the sixth decimal. None: not a number or too
// large.
std::optional<std::int64_t> read_micros(std::string_view text);

// "2027-01-04", "2027-01-04 23:00:00", "2027-01-04T23:00:00.123000000" as UTC; fractions of a second are cut.
std::optional<time::Instant> read_instant(std::string_view text);

// Seconds ("86400", "86400.0"), "HH:MM:SS" or "D HH:MM:SS" (days). Fractions of a second are rounded up.
std::optional<time::Duration> read_seconds(std::string_view text);

// "07:00:00" or "07:00:00.0000000" as seconds of the day; 24:00:00 is allowed.
std::optional<std::int32_t> read_time_of_day(std::string_view text);

// true/false, yes/no, 1/0 and t/f, whatever the case.
std::optional<bool> read_truth(std::string_view text);

// Without blanks at either end.
std::string_view trimmed(std::string_view text);

}  // namespace kilter::codec
