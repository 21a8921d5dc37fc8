// A publication as rows of the database's read tables.
#pragma once

#include <vector>

#include "service/journal/read_tables.hpp"
#include "service/plant/plant_state.hpp"

namespace kilter::service {

// All read tables; without rows those whose source the plan folder does not have.
std::vector<ReadTable> publication_rows(const Publication& publication);

}  // namespace kilter::service
