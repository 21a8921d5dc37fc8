// Numbers and dates as a person reads them: "Tue 24 Nov 14:30", "1,234.50", "2 d 4 h", "40".
#pragma once

#include <cstdint>
#include <string>

#include "base/fixed.hpp"
#include "time/civil_text.hpp"

namespace kilter::codec {

// "Tue 24 Nov 14:30"; "never" and "long ago" for the ends of time.
std::string human_moment(const time::CivilText& civil, time::Tick tick);
// A time by which something is to be: midnight belongs to the day that ends, "Tue 24 Nov 24:00".
std::string human_deadline(const time::CivilText& civil, time::Tick tick);
// The day of a deadline: of midnight the day that ends.
std::string human_deadline_day(const time::CivilText& civil, time::Tick tick);
// "Tue 24 Nov".
std::string human_day(const time::CivilText& civil, time::Tick tick);
// "1,234.50", "-3.00".
std::string human_money(base::Money money);
// Without trailing zeros, thousands apart: "1,234.5".
std::string human_quantity(base::Quantity quantity);
std::string human_count(std::uint64_t count);
// The two largest units, a minute begun counts whole: "3 d 4 h", "5 h 10 min", "1 min"; "0 min". Negative: with a
// minus.
std::string human_duration(std::int64_t seconds);

}  // namespace kilter::codec
