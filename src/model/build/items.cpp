// Items, and after their routings, BOMs and offers are known: whether each is made or bought, and where it is made.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "model/build/build.hpp"
#include "model/build/values.hpp"

namespace kilter::model {
namespace {

// Whether the unit of measure is a word for pieces, which do not come in halves.
bool counts_pieces(std::string_view unit) {
  static constexpr std::array<std::string_view, 22> kWords{
      "pcs", "pc", "pce",  "piece", "pieces", "ea",   "each",  "set", "sets", "unit", "units",
      "stk", "st", "stck", "stück", "stueck", "pair", "pairs", "kit", "kits", "no",   "nos"};
  std::string lower(unit);
  while (!lower.empty() && lower.back() == '.') lower.pop_back();
  for (char& letter : lower) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

void check_lots(Build& build, const ItemRow& row) {
  check_not_negative(build, row, "lot_size", row.lot_size);
  check_not_negative(build, row, "lot_minimum", row.lot_minimum);
  check_not_negative(build, row, "lot_multiple", row.lot_multiple);
  check_not_negative(build, row, "lot_maximum", row.lot_maximum);
  check_not_negative(build, row, "order_cost", row.order_cost);
  if (row.lot_policy == LotPolicy::fixed) check_positive(build, row, "lot_size", row.lot_size);
  if (row.lot_policy == LotPolicy::period) {
    check_positive(build, row, "lot_days", row.lot_days);
  } else {
    check_not_negative(build, row, "lot_days", row.lot_days);
  }
  if (row.lot_maximum.positive() && row.lot_maximum < row.lot_minimum) {
    const std::string text = decimal_text(row.lot_maximum);
    build.report.error("lot-limits-crossed", spot(row, "lot_maximum", std::string_view(text)),
                       "lot_maximum is below lot_minimum", "Raise the maximum or lower the minimum.");
  }
  if (row.lot_maximum.positive() && row.lot_maximum < row.lot_multiple) {
    const std::string text = decimal_text(row.lot_maximum);
    build.report.error("lot-limits-crossed", spot(row, "lot_maximum", std::string_view(text)),
                       "lot_maximum is below lot_multiple: no lot fits", "Raise the maximum or lower the multiple.");
  }
}

void check_item(Build& build, const ItemRow& row) {
  check_not_negative(build, row, "cost", row.cost);
  check_lots(build, row);
  check_not_negative(build, row, "safety_stock", row.safety_stock);
  if (row.shelf_life) check_positive(build, row, "shelf_life", *row.shelf_life);
  check_share(build, row, "yield", row.yield, Ends::above_zero);
  check_not_negative(build, row, "lead_time", row.lead_time);
}

void add_item(Build& build, const ItemRow& row) {
  build.items.define(build.plant.items.next_id(), spot(row, "id", row.id), build.report);
  check_item(build, row);
  Item item;
  item.id = row.id.str();
  item.name = row.name.empty() ? item.id : row.name.str();
  item.unit = row.unit.str();
  item.whole = row.whole.value_or(counts_pieces(row.unit.view()));
  item.cost = row.cost;
  item.lot_policy = row.lot_policy;
  item.lot_size = row.lot_size;
  item.lot_minimum = row.lot_minimum;
  item.lot_multiple = row.lot_multiple;
  item.lot_maximum = row.lot_maximum;
  item.lot_days = row.lot_days;
  item.order_cost = row.order_cost;
  item.safety_stock = row.safety_stock;
  item.shelf_life = row.shelf_life;
  item.yield = row.yield;
  item.family = family_on_use(build, row.family);
  item.lead_time = row.lead_time;
  build.plant.items.push_back(std::move(item));
}

// The site of the first operation that has a work centre; the first site when none has.
SiteId make_site(const Plant& plant, const Item& item) {
  for (const OperationId id : item.operations) {
    const WorkCentreId centre = plant.operations[id].work_centre;
    if (centre.valid() && plant.work_centres[centre].site.valid()) return plant.work_centres[centre].site;
  }
  return SiteId(0);
}

Source source_of(const Item& item) {
  const bool made = !item.operations.empty() || !item.bom.empty();
  if (made && !item.offers.empty()) return Source::both;
  return made ? Source::make : Source::buy;
}

}  // namespace

void build_items(Build& build) {
  build.plant.items.reserve(build.draft.items.size());
  build.items.reserve(build.draft.items.size());
  for (const ItemRow& row : build.draft.items) add_item(build, row);
}

void build_sources(Build& build) {
  for (const ItemId id : ids_of(build.plant.items)) {
    Item& item = build.plant.items[id];
    item.source = build.draft.items[id.index()].source.value_or(source_of(item));
    if (item.source != Source::buy) item.make_site = make_site(build.plant, item);
  }
}

}  // namespace kilter::model
