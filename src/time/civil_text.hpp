// Ticks as local civil time with offset: "2026-11-23T06:00:00+01:00" in a named zone. Made for writing millions of
// them: offsets and dates are looked up once per day.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "time/instant.hpp"
#include "time/zone.hpp"

namespace kilter::time {

// A civil moment in pieces, for shows of another form.
struct Civil {
  std::int32_t year = 1970;
  std::uint8_t month = 1;
  std::uint8_t day = 1;
  std::uint8_t weekday = 0;  // 0 = Monday
  std::int32_t second_of_day = 0;
  std::int32_t offset = 0;  // local = UTC + offset, seconds
};

class CivilText {
 public:
  static constexpr std::size_t kLength = 25;

  CivilText(const Frame& frame, Zone zone);
  // `zone` is an IANA name; the name comes back when this machine does not know it.
  static base::Result<CivilText, std::string> in_zone(const Frame& frame, std::string_view zone);

  // Writes exactly kLength characters (years 0000 to 9999).
  void write(Tick tick, char* out) const;
  [[nodiscard]] std::string str(Tick tick) const;
  [[nodiscard]] Civil civil(Tick tick) const;

 private:
  struct Day {
    std::int32_t offset = 0;
    bool known = false;
    bool changes = false;               // the offset changes within this UTC day
    std::array<char, 6> offset_text{};  // "+01:00"
  };
  struct Date {
    std::array<char, 11> text{};  // "2026-11-23T"
    bool known = false;
  };
  [[nodiscard]] const Day& day_of(std::int64_t utc_day) const;
  [[nodiscard]] const Date& date_of(std::int64_t local_day) const;
  [[nodiscard]] std::int32_t offset_at(std::int64_t utc_second) const;

  Zone zone_;
  std::int64_t origin_ = 0;        // UTC seconds of tick 0
  std::int64_t first_day_ = 0;     // UTC day of the first cache entry
  mutable std::vector<Day> days_;  // filled when first asked for
  mutable std::vector<Date> dates_;
};

// The tick of an ISO 8601 moment with offset ("2026-11-23T06:00:00+01:00", also "Z", also without seconds); nothing
// when the text is not one.
std::optional<Tick> parse_civil(std::string_view text, const Frame& frame);

}  // namespace kilter::time
