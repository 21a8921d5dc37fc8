// What time it is in a plant: the world's time, or for a plant whose data is of another day the time that began at its
// origin when it was taken in and has run on since. Kept in clock.csv, so that a replay knows it too.
#pragma once

#include <cstdint>
#include <vector>

#include "service/tables/plant_tables.hpp"
#include "time/instant.hpp"

namespace kilter::service {

// Seconds that a plant's clock is ahead of the world's, when its data is of `origin` and is taken in at `at`
// (microseconds since 1970): 0 when they are within a day and a half.
std::int64_t clock_offset_for(time::Instant origin, std::int64_t at);

// What the plant's clock shows when the world's shows `at`.
time::Instant plant_time(const PlantTables& tables, std::int64_t at);

// Sets the clock.
std::vector<RowEdit> clock_edits(const PlantTables& tables, std::int64_t offset);

}  // namespace kilter::service
