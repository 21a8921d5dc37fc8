// The reference of floor events, docs/floor-events.md, made from the tables of kinds, fields and desk tables.
#pragma once

#include <string>

namespace kilter::service {

std::string floor_events_page();

}  // namespace kilter::service
