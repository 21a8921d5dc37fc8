// Kiosk stations, kept by administrators: screens on the floor, each of one plant, in an area (a work centre) and for
// some work units. A station shows a token of its own, which lets it ask for nothing but what kiosks need.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/enterprise/administration.hpp"

namespace kilter::service {

struct NewStation {
  std::string id;    // a-z, 0-9, . - _
  std::string name;  // shown
  std::string plant;
  std::string work_centre;              // may be empty when units are given
  std::vector<std::string> work_units;  // empty: all of the work centre
};

// What is given is changed.
struct StationChange {
  std::string id;
  std::optional<std::string> name;
  std::optional<std::string> work_centre;
  std::optional<std::vector<std::string>> work_units;
};

// `tables` of its plant; null: there is no such plant.
base::Issues why_no_station(const Directory& directory, const PlantTables* tables, const NewStation& station);

// The secret is for the device.
base::Result<MadeToken, Refusal> add_station(Enterprise& enterprise, const Actor& actor, const NewStation& station);
Answer change_station(Enterprise& enterprise, const Actor& actor, const StationChange& change);
// With its token and the sessions at it.
Answer drop_station(Enterprise& enterprise, const Actor& actor, std::string_view id);
// Another token for it; the one before is worth nothing from then on.
base::Result<MadeToken, Refusal> renew_station(Enterprise& enterprise, const Actor& actor, std::string_view id);

// The work units that it serves, in the order of the plant's table where they come from its work centre.
std::vector<std::string> units_of(const KioskStation& station, const PlantTables& tables);

}  // namespace kilter::service
