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

// People tell what happened, and begin, some minutes late; that is no news. Whether a published plan still holds, what
// is done about it and what is promised on top of it is asked as of so long ago, but not before it was made.
inline constexpr time::Duration kReportingDelay{15 * 60};

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

// The plant beside its published plan: the origin lags behind `now` by the reporting delay.
base::Result<std::unique_ptr<PlantNow>> live_plant(const PlantTables& tables, time::Instant now);
// From the origin of a live plant until `now`: Published::untold.
time::Tick untold_until(const model::Plant& live, time::Instant now);

// Whether two states have the same plant folder: what a plan depends on.
bool same_folder(const PlantTables& a, const PlantTables& b);

}  // namespace kilter::service
