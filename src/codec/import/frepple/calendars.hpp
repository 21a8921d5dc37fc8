// frePPLe's calendars: a default value and dated weekly buckets, of which the one with the lowest priority number
// holds. A positive value means open. Here they become shifts, and closed exceptions where a closing bucket overrules
// an open one.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "codec/import/frepple/session.hpp"
#include "time/working_calendar.hpp"

namespace kilter::codec::frepple {

class Calendars {
 public:
  explicit Calendars(Session& session);

  // The draft's calendar for this one, written to the draft when first asked for. Empty for an empty name.
  model::Text carry(std::string_view name);

  // Open when both are; either may be empty (always open).
  model::Text both(std::string_view first, std::string_view second);

  struct Peak {
    std::int64_t micros = 0;  // the largest value
    bool varies = false;      // there are other positive values
  };
  // Of a calendar whose values are capacities.
  [[nodiscard]] Peak peak(std::string_view name) const;

 private:
  struct Bucket {
    std::optional<time::Instant> from;
    std::optional<time::Instant> until;
    std::int64_t value = 0;
    std::int64_t priority = 0;
    std::uint8_t days = 0;
    std::int32_t start = 0;
    std::int32_t end = 0;
  };
  struct Source {
    std::int64_t default_value = 0;
    std::vector<Bucket> buckets;  // the least important first
  };

  [[nodiscard]] static Bucket read_bucket(const SourceRow& row);
  [[nodiscard]] time::WorkingCalendar expand(const Bucket& bucket) const;
  [[nodiscard]] time::WorkingCalendar expand(const Source& source) const;
  void write_shift(model::Text id, const Bucket& bucket);
  void write_closed(model::Text id, const time::WorkingCalendar& closed, model::Text reason);
  void write_closing_buckets(model::Text id, const Source& source);
  void write(model::Text id, const Source& source);

  Session& session_;
  std::map<std::string, Source, std::less<>> sources_;
  std::map<std::string, model::Text, std::less<>> carried_;
};

}  // namespace kilter::codec::frepple
