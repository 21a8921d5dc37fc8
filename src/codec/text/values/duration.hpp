// Durations: `1d 2h 30m 15s`, `90m`, `1.5h`, or ISO 8601 `PT1H30M`, `P2W`. A day is 24 hours of elapsed time, a week
// seven days.
#pragma once

#include <string>
#include <string_view>

#include "codec/text/fault.hpp"
#include "time/instant.hpp"

namespace kilter::codec::text {

// Whole seconds. A bare 0 needs no unit; a leading minus is read, so that a later check can call it negative.
Parsed<time::Duration> parse_duration(std::string_view text);

// `2d` for whole days, else `26h 30m 15s` without the parts that are zero; `0s` for none.
std::string duration_text(time::Duration duration);

}  // namespace kilter::codec::text
