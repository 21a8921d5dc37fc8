// Draft rows of what does the work: work centres and units, tools, people.
#pragma once

#include <optional>

#include "base/fixed.hpp"
#include "model/draft/text.hpp"
#include "model/plant.hpp"

namespace kilter::model {

struct WorkCentreRow {
  static constexpr const char* kFile = "work_centres.csv";
  Text id{};
  Text name{};
  Text site{};  // empty: the only site
  RowNumber row = 0;
  friend bool operator==(const WorkCentreRow&, const WorkCentreRow&) = default;
};

struct WorkUnitRow {
  static constexpr const char* kFile = "work_units.csv";
  Text id{};
  Text name{};
  Text work_centre{};
  Text calendar{};  // empty: open round the clock (calendar "24/7")
  std::int32_t count = 1;
  bool unlimited = false;
  HourlyRate cost_per_hour{};
  std::optional<HourlyRate> overtime_cost_per_hour{};  // none: the regular rate
  Text setup_matrix{};
  Text initial_family{};
  Quantity batch_capacity{};
  RowNumber row = 0;
  friend bool operator==(const WorkUnitRow&, const WorkUnitRow&) = default;
};

struct ClosureRow {
  static constexpr const char* kFile = "closures.csv";
  Text work_unit{};
  Instant from{};
  Instant until{};
  Text reason{};
  RowNumber row = 0;
  friend bool operator==(const ClosureRow&, const ClosureRow&) = default;
};

struct ToolRow {
  static constexpr const char* kFile = "tools.csv";
  Text id{};
  Text name{};
  std::int32_t count = 1;
  RowNumber row = 0;
  friend bool operator==(const ToolRow&, const ToolRow&) = default;
};

struct SkillRow {
  static constexpr const char* kFile = "skills.csv";
  Text id{};
  Text name{};
  RowNumber row = 0;
  friend bool operator==(const SkillRow&, const SkillRow&) = default;
};

struct PersonRow {
  static constexpr const char* kFile = "people.csv";
  Text id{};
  Text name{};
  Text calendar{};  // empty: open round the clock (calendar "24/7")
  HourlyRate wage_per_hour{};
  std::optional<HourlyRate> overtime_wage_per_hour{};  // none: 125 % of the wage
  std::optional<Duration> hours_per_day{};
  std::optional<Duration> hours_per_week{};
  RowNumber row = 0;
  friend bool operator==(const PersonRow&, const PersonRow&) = default;
};

struct PersonSkillRow {
  static constexpr const char* kFile = "person_skills.csv";
  Text person{};
  Text skill{};
  std::int32_t level = 1;
  std::optional<Instant> from{};
  std::optional<Instant> until{};
  RowNumber row = 0;
  friend bool operator==(const PersonSkillRow&, const PersonSkillRow&) = default;
};

struct AbsenceRow {
  static constexpr const char* kFile = "absences.csv";
  Text person{};
  Instant from{};
  Instant until{};
  Text reason{};
  RowNumber row = 0;
  friend bool operator==(const AbsenceRow&, const AbsenceRow&) = default;
};

}  // namespace kilter::model
