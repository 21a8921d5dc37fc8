// A small plant with work on its floor, for tests and for the examples of the reference of events.
#pragma once

#include <string>
#include <string_view>

#include "service/floor/effect.hpp"
#include "service/floor/read_events.hpp"
#include "service/tables/plant_tables.hpp"

namespace kilter::service {

// Frames are welded of tubes and painted; bikes are assembled of a frame and a motor. MO-118 is to weld 20 frames.
PlantTables floor_plant();

// Whether the folder can be built as a plant; a fault of each kind is told as a failure when not.
bool is_buildable(const PlantTables& tables);

// Takes events one after another, as JSON without braces and ids: R"("kind":"unit.up","work_unit":"weld-1")".
class Floor {
 public:
  explicit Floor(PlantTables tables = floor_plant());

  // Conflicts that the event made: "code" of each, with blanks between. Fails the test when it is refused.
  std::string take(const std::string& members);
  // Codes of the faults for which the event is refused; fails the test when it is taken.
  std::string refuse(const std::string& members);

  [[nodiscard]] const PlantTables& tables() const { return tables_; }
  // The rows of a table as "a,b;a,b": the columns named, in order; of those whose first column is `key`, if it is
  // given.
  [[nodiscard]] std::string rows(std::string_view table, std::string_view columns, std::string_view key = {}) const;
  [[nodiscard]] bool buildable() const { return is_buildable(tables_); }

 private:
  Event event(const std::string& members);
  PlantTables tables_;
  time::Zone zone_;
  time::Instant now_;
  int count_ = 0;
};

}  // namespace kilter::service
