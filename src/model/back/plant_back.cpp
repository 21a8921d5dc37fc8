#include "model/back/back.hpp"

namespace kilter::model {
namespace {

void calendars_back(const Plant& plant, PlantDraft& draft) {
  for (const Calendar& calendar : plant.calendars) {
    draft.calendars.push_back({.id = calendar.id, .name = calendar.name});
    for (const Shift& shift : calendar.shifts) {
      draft.calendar_shifts.push_back({.calendar = calendar.id,
                                       .days = shift.days,
                                       .start = shift.start,
                                       .end = shift.end,
                                       .time_class = shift.time_class,
                                       .from = shift.from,
                                       .until = shift.until});
    }
    for (const CalendarException& exception : calendar.exceptions) {
      draft.calendar_exceptions.push_back({.calendar = calendar.id,
                                           .from = exception.from,
                                           .until = exception.until,
                                           .kind = exception.kind,
                                           .reason = exception.reason});
    }
  }
}

// Every entry of a matrix that takes time or money.
void setups_back(const Plant& plant, const SetupMatrix& matrix, PlantDraft& draft) {
  for (const FamilyId from : ids_of(plant.families)) {
    for (const FamilyId to : ids_of(plant.families)) {
      const Tick time = matrix.time(from, to);
      const Money cost = matrix.price(from, to);
      if (time == 0 && cost.is_zero()) continue;
      draft.setup_matrices.push_back({.matrix = matrix.id,
                                      .from_family = plant.families[from].id,
                                      .to_family = plant.families[to].id,
                                      .time = Duration(time),
                                      .cost = cost});
    }
  }
}

}  // namespace

void policy_back(const Plant& plant, PlantDraft& draft) {
  const Policy& policy = plant.policy;
  draft.plant = {.name = policy.plant_name,
                 .currency = policy.currency,
                 .time_zone = policy.zone,
                 .origin = policy.origin,
                 .horizon = policy.horizon,
                 .frozen = policy.frozen,
                 .slushy = policy.slushy,
                 .default_penalty_per_day = policy.default_penalty_per_day,
                 .holding_per_year = policy.holding_per_year,
                 .delivery_buffer = policy.delivery_buffer};
  for (const Site& site : plant.sites) draft.sites.push_back({.id = site.id, .name = site.name});
  for (const Location& location : plant.locations) {
    draft.locations.push_back({.id = location.id,
                               .name = location.name,
                               .site = id_of(plant.sites, location.site),
                               .nettable = location.nettable});
  }
  calendars_back(plant, draft);
}

void families_back(const Plant& plant, PlantDraft& draft) {
  for (const Family& family : plant.families) draft.families.push_back({.id = family.id});
  for (const SetupMatrix& matrix : plant.setup_matrices) {
    const std::size_t before = draft.setup_matrices.size();
    setups_back(plant, matrix, draft);
    if (draft.setup_matrices.size() > before || plant.families.empty()) continue;
    // A matrix without any setup keeps its place by one entry of nothing.
    const Text any = plant.families[FamilyId(0)].id;
    draft.setup_matrices.push_back({.matrix = matrix.id, .from_family = any, .to_family = any});
  }
}

}  // namespace kilter::model
