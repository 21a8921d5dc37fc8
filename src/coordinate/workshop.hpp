// A small workshop for the tests of this layer: one saw open round the clock, tables sawn from boards at an hour each.
#pragma once

#include <string>
#include <vector>

#include "base/require.hpp"
#include "model/builder.hpp"
#include "model/draft.hpp"

namespace kilter::coordinate {

inline constexpr time::Tick kHour = 3600;

struct Workshop {
  model::PlantDraft draft;

  Workshop() {
    draft.plant = {.name = "Workshop", .origin = monday(), .horizon = monday() + time::Duration(60 * 24 * kHour)};
    draft.work_centres.push_back({.id = "sawing"});
    draft.work_units.push_back({.id = "saw", .work_centre = "sawing"});
    draft.items.push_back({.id = "table", .source = model::Source::make});
    draft.items.push_back({.id = "board"});
    draft.operations.push_back(
        {.item = "table", .operation = "10", .work_centre = "sawing", .run_per_unit = time::Duration(kHour)});
    draft.boms.push_back({.item = "table", .component = "board", .quantity = base::Quantity::units(1)});
    draft.vendors.push_back({.id = "mill"});
    draft.offers.push_back({.vendor = "mill",
                            .item = "board",
                            .price = base::UnitPrice::micros(5'000'000),
                            .lead_time = time::Duration(24 * kHour)});
  }

  static time::Instant monday() { return std::chrono::sys_days(std::chrono::year(2026) / 11 / 23); }

  void stock(const char* item, std::int64_t units) {
    draft.stock.push_back({.item = item, .quantity = base::Quantity::units(units)});
  }
  void order(const char* id, std::int64_t units, time::Tick due) {
    draft.orders.push_back({.id = id,
                            .item = "table",
                            .quantity = base::Quantity::units(units),
                            .requested = monday() + time::Duration(due)});
  }
  [[nodiscard]] model::Plant build() const {
    auto result = model::build(draft);
    KILTER_REQUIRE(result.ok());
    return std::move(result).value();
  }
};

}  // namespace kilter::coordinate
