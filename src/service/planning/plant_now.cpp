#include "service/planning/plant_now.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "codec/plant/field.hpp"
#include "coordinate/live/firm.hpp"
#include "model/builder.hpp"
#include "service/planning/hand/reservations.hpp"

namespace kilter::service {

base::Result<std::unique_ptr<PlantNow>> plant_now(const PlantTables& tables, std::optional<time::Instant> now,
                                                  PublishedOrders orders) {
  using Now = base::Result<std::unique_ptr<PlantNow>>;
  auto found = std::make_unique<PlantNow>();
  found->files = tables.files();
  std::vector<codec::plant::SourceFile> sources;
  for (const codec::plant::TargetFile& file : found->files) sources.push_back({file.name, file.bytes});
  found->read = codec::plant::read_draft(sources);
  if (!found->read.complete) return Now::failure(found->read.issues);
  model::PlantRow& row = found->read.draft.plant;
  if (now && (!row.origin || *row.origin < *now)) row.origin = std::chrono::ceil<std::chrono::minutes>(*now);
  if (row.origin) close_expired(tables, *row.origin, found->read.draft);
  const bool firm = orders == PublishedOrders::firm;
  auto plant = firm ? model::build(coordinate::live_draft(found->read.draft), found->read.issues)
                    : model::build(found->read.draft, found->read.issues);
  if (!plant) return Now::failure(plant.error());
  found->plant = std::move(plant).value();
  return found;
}

base::Result<std::unique_ptr<PlantNow>> live_plant(const PlantTables& tables, time::Instant now) {
  return plant_now(tables, now - kReportingDelay, PublishedOrders::firm);
}

time::Tick untold_until(const model::Plant& live, time::Instant now) {
  return std::max<time::Tick>(0, live.frame.tick(std::chrono::ceil<std::chrono::minutes>(now)));
}

bool same_folder(const PlantTables& a, const PlantTables& b) {
  const auto same = [&](const codec::plant::Table& known) {
    const Table* one = a.find(known.file);
    const Table* other = b.find(known.file);
    return one == other || (one != nullptr && other != nullptr && *one == *other);
  };
  const auto tables = codec::plant::tables();
  return std::all_of(tables.begin(), tables.end(), same);
}

}  // namespace kilter::service
