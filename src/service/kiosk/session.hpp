// People at kiosk stations. Whoever signs in with badge and PIN has a short session at that station; each report makes
// it a little longer:
//
//   badge + PIN          report            report                 ended
//   |--- 15 minutes -----|--- 15 minutes --|---- 15 minutes ------|
//
// A report is judged by when it happened, not by when it arrives: one that was made within the session and waited for
// the network is taken for a week; one that says it was made after the session ended is refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "service/enterprise/administration.hpp"
#include "service/floor/event.hpp"

namespace kilter::service {

inline constexpr std::int64_t kKioskSessionSeconds = 15 * 60;
inline constexpr std::int64_t kKioskDeliverySeconds = 7 * 86'400;

// Somebody at a station.
struct KioskPerson {
  Badge badge;
  Actor actor;               // as the plant's journal keeps it: "DIAZ@paint-1"
  std::string token;         // id
  std::int64_t expires = 0;  // microseconds since 1970
  RowNumber row = 0;         // of tokens.csv
};

// Takes as long for badges that nobody knows, or of another plant than the station's.
bool is_pin_of(const Directory& directory, const KioskStation& station, std::string_view badge, std::string_view pin);
base::Result<MadeToken, Refusal> open_kiosk_session(Enterprise& enterprise, const KioskStation& station,
                                                    std::string_view badge);
Answer close_kiosk_session(Enterprise& enterprise, const KioskPerson& person);
// The session lasts from a report until its time is up again; kept when that is a good part longer than before, so that
// a count every minute does not fill the journal.
Answer prolong(Enterprise& enterprise, const KioskPerson& person, std::int64_t reported);

// Whose session it is at this station, also one that ended less than a week ago; none when nobody's.
std::optional<KioskPerson> kiosk_person(const Directory& directory, const KioskStation& station,
                                        std::string_view secret, std::int64_t now);

// When it happened, by the world's clock; not after now.
std::int64_t happened(const Event& event, const PlantTables& tables, std::int64_t now);
// Why this person at this station may not say it, whatever their role; none: they may.
base::Issues why_not_said(const KioskPerson& person, const KioskStation& station, const Event& event,
                          const PlantTables& tables, std::int64_t now);

}  // namespace kilter::service
