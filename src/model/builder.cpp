#include "model/builder.hpp"

#include "model/build/build.hpp"
#include "model/doctor/doctor.hpp"

namespace kilter::model {

base::Result<Plant> build(const PlantDraft& draft, base::Issues found) {
  Plant plant;
  Report report(std::move(found));
  Build state{.draft = draft, .plant = plant, .report = report};
  for (const auto stage : {build_policy,
                           build_sites,
                           build_calendars,
                           build_families,
                           build_centres,
                           build_people,
                           build_vendors,
                           build_items,
                           build_operations,
                           build_precedences,
                           build_operation_needs,
                           build_boms,
                           build_offers,
                           build_sources,
                           build_orders,
                           build_stock,
                           build_production_orders,
                           build_purchase_orders,
                           build_money,
                           build_clearances,
                           examine}) {
    stage(state);
  }
  const bool failed = report.errors() > 0;
  base::Issues issues = report.take();
  if (failed) return base::Result<Plant>::failure(std::move(issues));
  plant.notes = std::move(issues);
  return plant;
}

}  // namespace kilter::model
