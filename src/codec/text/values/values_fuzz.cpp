// Any text as a number, a duration, a date, a time of day, a set of days: refused with a reason, or read to a value
// that is written and read back unchanged.
#include <cstdint>
#include <string_view>

#include "base/require.hpp"
#include "codec/text/values/civil_time.hpp"
#include "codec/text/values/decimal.hpp"
#include "codec/text/values/duration.hpp"
#include "model/decimal_text.hpp"

namespace text = kilter::codec::text;

namespace {

const kilter::time::Zone& berlin() {
  static const kilter::time::Zone kZone = kilter::time::Zone::named("Europe/Berlin").value_or(kilter::time::Zone());
  return kZone;
}

void try_number(std::string_view input) {
  for (const unsigned decimals : {0U, 2U, 6U}) {
    const auto value = text::parse_decimal(input, decimals);
    if (!value.ok()) continue;
    const auto again = text::parse_decimal(kilter::model::decimal_text(value.value, decimals), decimals);
    KILTER_REQUIRE(again.ok() && again.value == value.value);
  }
  const auto whole = text::parse_whole(input);
  KILTER_REQUIRE(!whole.ok() || text::parse_whole(std::to_string(whole.value)).value == whole.value);
}

void try_times(std::string_view input) {
  const auto duration = text::parse_duration(input);
  KILTER_REQUIRE(!duration.ok() || text::parse_duration(text::duration_text(duration.value)).value == duration.value);
  for (const auto meaning : {text::DateOnly::start_of_day, text::DateOnly::end_of_day}) {
    const auto instant = text::parse_instant(input, berlin(), meaning);
    if (!instant.ok()) continue;
    const auto again = text::parse_instant(text::instant_text(instant.value, berlin(), meaning), berlin(), meaning);
    // The last day of the last year may end in the next one, which is not read any more.
    KILTER_REQUIRE(!again.ok() || again.value == instant.value);
  }
  const auto time_of_day = text::parse_time_of_day(input);
  KILTER_REQUIRE(!time_of_day.ok() ||
                 text::parse_time_of_day(text::time_of_day_text(time_of_day.value)).value == time_of_day.value);
  const auto days = text::parse_days(input);
  KILTER_REQUIRE(!days.ok() || text::parse_days(text::days_text(days.value)).value == days.value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  try_number(input);
  try_times(input);
  return 0;
}
