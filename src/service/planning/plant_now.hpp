// The plant that a state's tables are, at a moment: rows, and what is built from them.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "codec/plant/read.hpp"
#include "model/plant.hpp"
#include "service/tables/plant_tables.hpp"
#include "time/instant.hpp"

namespace kilter::service {

// Whether production orders that a publication made are planned anew, or stay (decision 22).
enum class PublishedOrders : std::uint8_t { free, firm };

struct PlantNow {
  std::vector<codec::plant::TargetFile> files;  // what the draft's texts are views of
  codec::plant::DraftRead read;
  model::Plant plant;
};

// With the origin at the whole minute after `now`, where that is later than the table's; without it at the table's. Or
// every fault that keeps the tables from being a plant. Reservations whose time is up at the origin are closed orders.
base::Result<std::unique_ptr<PlantNow>> plant_now(const PlantTables& tables, std::optional<time::Instant> now,
                                                  PublishedOrders orders);

// Whether two states have the same plant folder: what a plan depends on.
bool same_folder(const PlantTables& a, const PlantTables& b);

}  // namespace kilter::service
