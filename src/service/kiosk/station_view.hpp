// What a station and a wall display show: units, what runs and what is next at each, open calls and contradictions,
// with the names that people read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "codec/json/writer.hpp"
#include "service/access/directory.hpp"
#include "service/floor/views/dispatch.hpp"

namespace kilter::service {

// As things stand. No plan: nothing is published, and nothing is next.
struct FloorNow {
  const PlantTables& tables;
  const Published* plan = nullptr;
  Received now;
};

inline constexpr std::size_t kNextJobs = 5;

// What runs at the units, and the next so many after it by their planned start.
std::vector<DispatchJob> jobs_at(const FloorNow& floor, const std::vector<std::string>& units, std::size_t next);

// Members: station, units, now, planned, jobs, people, items, calls, conflicts.
void station_members(const FloorNow& floor, const KioskStation& station, codec::JsonWriter& json);
// Members: area, now, planned, units (each with its jobs), people, items, calls.
void wall_members(const FloorNow& floor, const std::string& work_centre, codec::JsonWriter& json);
// Whether the plant has such a work centre.
bool has_area(const PlantTables& tables, std::string_view work_centre);

// Name of somebody of the plant's people; the id when they have none.
std::string person_name(const PlantTables& tables, const std::string& person);

}  // namespace kilter::service
