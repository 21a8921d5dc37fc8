// Bills of material, grouped by parent item in file order, with substitutes.
#include <algorithm>

#include "model/build/build.hpp"
#include "model/build/grouped.hpp"
#include "model/build/values.hpp"

namespace kilter::model {
namespace {

OperationId consuming_operation(Build& build, const BomRow& row, ItemId parent) {
  const IdRange<OperationId> operations = build.plant.items[parent].operations;
  if (!row.operation.empty()) return operation_of(build, parent, spot(row, "operation", row.operation));
  return operations.empty() ? OperationId::none() : *operations.begin();
}

void check_line(Build& build, const BomRow& row) {
  check_not_negative(build, row, "quantity", row.quantity);
  check_not_negative(build, row, "fixed_quantity", row.fixed_quantity);
  check_share(build, row, "scrap", row.scrap, Ends::below_one);
  check_interval(build, spot(row, "until"), row.from, row.until);
  if (row.quantity.is_zero() && row.fixed_quantity.is_zero()) {
    build.report.error("zero-value", spot(row, "quantity", "0"), "the BOM line needs nothing of its component",
                       "Give a quantity or a fixed_quantity above zero, or remove the row.");
  }
}

void add_line(Build& build, std::uint32_t index, ItemId parent) {
  const BomRow& row = build.draft.boms[index];
  Item& item = build.plant.items[parent];
  const BomLineId id = build.plant.bom_lines.next_id();
  if (item.bom.empty()) item.bom = IdRange<BomLineId>(id, id);
  item.bom = IdRange<BomLineId>(*item.bom.begin(), BomLineId(id.index() + 1));
  check_line(build, row);
  BomLine line;
  line.parent = parent;
  line.component = build.items.required(spot(row, "component", row.component), build.report);
  line.per_unit = row.quantity;
  line.fixed = row.fixed_quantity;
  line.scrap = row.scrap;
  line.operation = consuming_operation(build, row, parent);
  line.from = row.from;
  line.until = row.until;
  build.plant.bom_lines.push_back(std::move(line));
  build.bom_rows.push_back(index);
}

void add_substitute(Build& build, const SubstituteRow& row) {
  const ItemId parent = build.items.required(spot(row, "item", row.item), build.report);
  const ItemId component = build.items.required(spot(row, "component", row.component), build.report);
  const ItemId substitute = build.items.required(spot(row, "substitute", row.substitute), build.report);
  const bool ratio = check_positive(build, row, "ratio", row.ratio);
  const bool rank = check_not_negative(build, row, "rank", row.rank);
  if (!parent.valid() || !component.valid() || !substitute.valid() || !ratio || !rank) return;
  bool found = false;
  for (const BomLineId id : build.plant.items[parent].bom) {
    BomLine& line = build.plant.bom_lines[id];
    if (line.component != component) continue;
    found = true;
    line.substitutes.push_back({.item = substitute, .ratio = row.ratio, .rank = row.rank});
  }
  if (!found) {
    build.report.error("unknown-bom-line", spot(row, "component", row.component),
                       "item \"" + build.plant.items[parent].id + "\" has no BOM line with this component",
                       "Add the line to boms.csv or correct the row.");
  }
}

}  // namespace

void build_boms(Build& build) {
  const std::vector<BomRow>& rows = build.draft.boms;
  const std::vector<ItemId> parents = items_of(build, rows);
  build.plant.bom_lines.reserve(rows.size());
  const std::vector<std::uint32_t> order = rows_by_parent(parents, build.plant.items.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i + kAhead < order.size()) build.items.index().prefetch(rows[order[i + kAhead]].component.view());
    add_line(build, order[i], parents[order[i]]);
  }
  for (const SubstituteRow& row : build.draft.substitutes) add_substitute(build, row);
  for (BomLine& line : build.plant.bom_lines) {
    std::stable_sort(line.substitutes.begin(), line.substitutes.end(),
                     [](const Substitute& a, const Substitute& b) { return a.rank < b.rank; });
  }
}

}  // namespace kilter::model
