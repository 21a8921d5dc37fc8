#include "model/back/back.hpp"

namespace kilter::model {
namespace {

ItemRow row_of(const Plant& plant, const Item& item) {
  return {.id = item.id,
          .name = item.name,
          .unit = item.unit,
          .source = item.source,
          .whole = item.whole,
          .cost = item.cost,
          .lot_policy = item.lot_policy,
          .lot_size = item.lot_size,
          .lot_minimum = item.lot_minimum,
          .lot_multiple = item.lot_multiple,
          .lot_maximum = item.lot_maximum,
          .lot_days = item.lot_days,
          .order_cost = item.order_cost,
          .safety_stock = item.safety_stock,
          .shelf_life = item.shelf_life,
          .yield = item.yield,
          .family = id_of(plant.families, item.family),
          .lead_time = item.lead_time};
}

// Whether an earlier line of the same parent has the same component: its substitutes are written there.
bool repeated(const Plant& plant, const Item& item, BomLineId line) {
  for (const BomLineId other : item.bom) {
    if (other == line) return false;
    if (plant.bom_lines[other].component == plant.bom_lines[line].component) return true;
  }
  return false;
}

void line_back(const Plant& plant, const Item& item, BomLineId id, PlantDraft& draft) {
  const BomLine& line = plant.bom_lines[id];
  const Text component = plant.items[line.component].id;
  draft.boms.push_back({.item = item.id,
                        .component = component,
                        .quantity = line.per_unit,
                        .fixed_quantity = line.fixed,
                        .scrap = line.scrap,
                        .operation = id_of(plant.operations, line.operation),
                        .from = line.from,
                        .until = line.until});
  if (repeated(plant, item, id)) return;
  for (const Substitute& substitute : line.substitutes) {
    draft.substitutes.push_back({.item = item.id,
                                 .component = component,
                                 .substitute = plant.items[substitute.item].id,
                                 .ratio = substitute.ratio,
                                 .rank = substitute.rank});
  }
}

}  // namespace

void products_back(const Plant& plant, PlantDraft& draft) {
  draft.items.reserve(plant.items.size());
  draft.boms.reserve(plant.bom_lines.size());
  for (const Item& item : plant.items) {
    draft.items.push_back(row_of(plant, item));
    for (const BomLineId line : item.bom) line_back(plant, item, line, draft);
  }
}

}  // namespace kilter::model
