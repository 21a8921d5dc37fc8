// Draft rows of the plant itself: policy, currencies, sites, calendars, families and setup matrices.
// An empty `Text` means "not given"; the defaults here are those of the plant folder's reference page.
#pragma once

#include <optional>

#include "base/fixed.hpp"
#include "model/draft/text.hpp"
#include "model/plant.hpp"

namespace kilter::model {

struct PlantRow {
  static constexpr const char* kFile = "plant.csv";
  Text name{};
  Text currency = "EUR";
  Text time_zone = "UTC";
  std::optional<Instant> origin{};
  std::optional<Instant> horizon{};  // none: 30 days after the last due date, at least 90 days after the origin
  Duration frozen{0};
  Duration slushy{0};
  Money default_penalty_per_day = Money::minor(100'00);
  Ratio holding_per_year = Ratio::micros(200'000);
  Duration delivery_buffer{0};
  RowNumber row = 0;
  friend bool operator==(const PlantRow&, const PlantRow&) = default;
};

struct CurrencyRow {
  static constexpr const char* kFile = "currencies.csv";
  Text currency{};
  Ratio rate{};  // plant currency per unit of this one
  RowNumber row = 0;
  friend bool operator==(const CurrencyRow&, const CurrencyRow&) = default;
};

struct SiteRow {
  static constexpr const char* kFile = "sites.csv";
  Text id{};
  Text name{};
  RowNumber row = 0;
  friend bool operator==(const SiteRow&, const SiteRow&) = default;
};

struct LocationRow {
  static constexpr const char* kFile = "locations.csv";
  Text id{};
  Text name{};
  Text site{};  // empty: the only site
  bool nettable = true;
  RowNumber row = 0;
  friend bool operator==(const LocationRow&, const LocationRow&) = default;
};

struct CalendarRow {
  static constexpr const char* kFile = "calendars.csv";
  Text id{};
  Text name{};
  RowNumber row = 0;
  friend bool operator==(const CalendarRow&, const CalendarRow&) = default;
};

struct CalendarShiftRow {
  static constexpr const char* kFile = "calendar_shifts.csv";
  Text calendar{};
  std::uint8_t days = 0;   // bit 0 = Monday
  std::int32_t start = 0;  // seconds of the local day
  std::int32_t end = 0;    // end <= start: on the next day; 86400 = 24:00
  TimeClass time_class = TimeClass::regular;
  std::optional<Instant> from{};
  std::optional<Instant> until{};
  RowNumber row = 0;
  friend bool operator==(const CalendarShiftRow&, const CalendarShiftRow&) = default;
};

struct CalendarExceptionRow {
  static constexpr const char* kFile = "calendar_exceptions.csv";
  Text calendar{};
  Instant from{};
  Instant until{};
  ExceptionKind kind = ExceptionKind::closed;
  Text reason{};
  RowNumber row = 0;
  friend bool operator==(const CalendarExceptionRow&, const CalendarExceptionRow&) = default;
};

// Optional: families are also created where they are first used.
struct FamilyRow {
  static constexpr const char* kFile = "families.csv";
  Text id{};
  RowNumber row = 0;
  friend bool operator==(const FamilyRow&, const FamilyRow&) = default;
};

// One entry; the matrix and its families come to be by being named here.
struct SetupMatrixRow {
  static constexpr const char* kFile = "setup_matrices.csv";
  Text matrix{};
  Text from_family{};
  Text to_family{};
  Duration time{0};
  Money cost{};
  RowNumber row = 0;
  friend bool operator==(const SetupMatrixRow&, const SetupMatrixRow&) = default;
};

}  // namespace kilter::model
