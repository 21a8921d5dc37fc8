#include "support/random_plant.hpp"

#include <cstdio>
#include <cstdlib>

#include "model/builder.hpp"
#include "support/random_plant/maker.hpp"

namespace kilter::support {

model::PlantDraft random_draft(std::uint64_t seed, int size) {
  Maker maker(seed, size);
  add_frame(maker);
  add_resources(maker);
  add_products(maker);
  add_supply(maker);
  add_demand(maker);
  return maker.draft;
}

model::Plant random_plant(std::uint64_t seed, int size) {
  base::Result<model::Plant> plant = model::build(random_draft(seed, size));
  if (plant.ok()) return std::move(plant).value();
  for (const base::Issue& issue : plant.error()) {
    if (issue.severity != base::Severity::error) continue;
    std::fprintf(stderr, "random_plant(%llu, %d): %s %s %s \"%s\": %s\n", static_cast<unsigned long long>(seed), size,
                 issue.code.c_str(), issue.where.file.c_str(), issue.where.column.c_str(), issue.where.value.c_str(),
                 issue.message.c_str());
  }
  std::abort();
}

}  // namespace kilter::support
