// Production orders of publications as rows of the plant's tables.
#pragma once

#include <cstdint>
#include <vector>

#include "coordinate/live/firm.hpp"
#include "model/draft.hpp"
#include "service/tables/plant_tables.hpp"

namespace kilter::service {

// Rows of status `planned`: what the publication before made.
std::vector<coordinate::FirmOrder> published_orders(const model::PlantDraft& draft);

// The highest number that any publication gave to an order, kept in clock.csv; 0: none.
std::uint64_t last_order_number(const PlantTables& tables);

// The edits by which the tables come to say what `folder`, the plant folder after the publication, says of production
// orders of status `planned`, of progress and clearances of those that are gone, and of the origin.
std::vector<RowEdit> publishing_edits(const PlantTables& tables, const std::vector<codec::plant::TargetFile>& folder,
                                      std::uint64_t last_number);

}  // namespace kilter::service
