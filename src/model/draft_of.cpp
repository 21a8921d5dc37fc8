#include "model/draft_of.hpp"

#include <algorithm>

#include "model/back/back.hpp"

namespace kilter::model {
namespace {

// Calls `visit` with the pointer to each table of a draft.
template <class Visit>
void for_each_table(Visit visit) {
  const auto all = [&visit](auto... tables) { (visit(tables), ...); };
  all(&PlantDraft::currencies, &PlantDraft::sites, &PlantDraft::locations, &PlantDraft::calendars,
      &PlantDraft::calendar_shifts, &PlantDraft::calendar_exceptions, &PlantDraft::families,
      &PlantDraft::setup_matrices);
  all(&PlantDraft::items, &PlantDraft::boms, &PlantDraft::substitutes, &PlantDraft::operations,
      &PlantDraft::precedences, &PlantDraft::operation_units, &PlantDraft::operation_skills,
      &PlantDraft::operation_tools);
  all(&PlantDraft::work_centres, &PlantDraft::work_units, &PlantDraft::closures, &PlantDraft::tools,
      &PlantDraft::skills, &PlantDraft::people, &PlantDraft::person_skills, &PlantDraft::absences);
  all(&PlantDraft::vendors, &PlantDraft::offers, &PlantDraft::price_breaks, &PlantDraft::stock, &PlantDraft::customers,
      &PlantDraft::orders, &PlantDraft::production_orders, &PlantDraft::progress, &PlantDraft::purchase_orders);
  all(&PlantDraft::accounts, &PlantDraft::budgets, &PlantDraft::clearances);
}

void number_rows(PlantDraft& draft) {
  draft.plant.row = 2;
  for_each_table([&draft](auto table) {
    RowNumber next = 2;
    for (auto& row : draft.*table) row.row = next++;
  });
}

bool same_calendars(const Plant& a, const Plant& b) {
  return std::equal(
      a.calendars.begin(), a.calendars.end(), b.calendars.begin(), b.calendars.end(),
      [](const Calendar& x, const Calendar& y) { return x.regular == y.regular && x.overtime == y.overtime; });
}

bool same_make_sites(const Plant& a, const Plant& b) {
  return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                    [](const Item& x, const Item& y) { return x.make_site == y.make_site; });
}

}  // namespace

PlantDraft draft_of(const Plant& plant) {
  PlantDraft draft;
  for (const auto part : {policy_back, families_back, products_back, routings_back, resources_back, supply_back,
                          open_orders_back, demand_back}) {
    part(plant, draft);
  }
  number_rows(draft);
  return draft;
}

bool same_plant(const Plant& a, const Plant& b) {
  const PlantDraft x = draft_of(a);
  const PlantDraft y = draft_of(b);
  bool same = x.plant == y.plant && a.span_begin == b.span_begin && a.span_end == b.span_end;
  for_each_table([&](auto table) { same = same && x.*table == y.*table; });
  return same && same_calendars(a, b) && same_make_sites(a, b);
}

}  // namespace kilter::model
