// The parts of `draft_of`, by theme.
#pragma once

#include "model/draft.hpp"
#include "model/plant.hpp"

namespace kilter::model {

void policy_back(const Plant& plant, PlantDraft& draft);       // the plant's row, sites, locations, calendars
void families_back(const Plant& plant, PlantDraft& draft);     // families, setup matrices
void products_back(const Plant& plant, PlantDraft& draft);     // items, BOMs, substitutes
void routings_back(const Plant& plant, PlantDraft& draft);     // operations and what they need
void resources_back(const Plant& plant, PlantDraft& draft);    // work centres, units, tools, people
void supply_back(const Plant& plant, PlantDraft& draft);       // vendors, offers, stock
void open_orders_back(const Plant& plant, PlantDraft& draft);  // open production and purchase orders
void demand_back(const Plant& plant, PlantDraft& draft);       // customers, orders, money, clearances

// The id of an entity, or nothing.
template <class Id, class T>
Text id_of(const IndexedVector<Id, T>& entities, Id id) {
  return id.valid() ? Text(entities[id].id) : Text();
}

}  // namespace kilter::model
