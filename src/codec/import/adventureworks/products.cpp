#include "codec/import/adventureworks/products.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace kilter::codec::adventureworks {
namespace {

using Lines = std::map<std::string_view, std::vector<SourceRow>>;

// Lines of assemblies that hold today or will; top-level entries have no assembly.
Lines bom_lines(Session& session) {
  Lines lines;
  for (const SourceRow row : session.table("BillOfMaterials")) {
    const auto until = row.instant("enddate");
    if (!row.has("productassemblyid") || (until && *until <= session.options.today)) continue;
    lines[row.text("productassemblyid")].push_back(row);
  }
  return lines;
}

std::set<std::string_view> needed_products(const Session& session, const Lines& lines) {
  std::set<std::string_view> needed;
  std::vector<std::string_view> open;
  for (const model::OrderRow& order : session.draft.orders) open.push_back(order.item.view());
  while (!open.empty()) {
    const std::string_view product = open.back();
    open.pop_back();
    if (!needed.insert(product).second) continue;
    const auto parts = lines.find(product);
    if (parts == lines.end()) continue;
    for (const SourceRow& part : parts->second) open.push_back(part.text("componentid"));
  }
  return needed;
}

std::set<std::string_view> bought_products(Session& session) {
  std::set<std::string_view> active;
  for (const SourceRow row : session.table("Vendor")) {
    if (row.truth("activeflag").value_or(true)) active.insert(row.text("businessentityid"));
  }
  std::set<std::string_view> bought;
  for (const SourceRow row : session.table("ProductVendor")) {
    if (active.contains(row.text("businessentityid"))) bought.insert(row.text("productid"));
  }
  return bought;
}

// The unit in which a product is used: that of the first bill of material line that consumes it.
std::map<std::string_view, std::string_view> units_of_use(const Lines& lines, Session& session) {
  std::map<std::string_view, std::string_view> units;
  for (const auto& [assembly, parts] : lines) {
    for (const SourceRow& part : parts) {
      const auto [unit, is_new] = units.emplace(part.text("componentid"), part.text("unitmeasurecode"));
      if (!is_new && unit->second != part.text("unitmeasurecode")) {
        session.not_carried(part.place("unitmeasurecode"), "Elsewhere the component is counted in another unit.");
      }
    }
  }
  return units;
}

// `unit`: empty when no bill of material counts it.
void add_item(const SourceRow& row, std::string_view unit, Session& session) {
  model::ItemRow item{.id = row.text("productnumber"), .name = row.text("name"), .row = row.number()};
  if (unit.empty()) {
    session.leave_next_open("items.csv", "unit");
  } else {
    item.unit = unit;
  }
  const bool made = row.truth("makeflag").value_or(false);
  item.source = made ? model::Source::make : model::Source::buy;
  item.cost = row.price("standardcost");
  if (!row.has("standardcost")) session.leave_next_open("items.csv", "cost");
  if (made) {
    item.lot_policy = model::LotPolicy::period;
    item.lot_days = 1;
    item.lead_time = std::chrono::days(row.whole("daystomanufacture").value_or(0));
  } else {
    session.leave_next_open("items.csv", "lot_policy");
  }
  if (session.options.inventory == InventoryUse::snapshot) item.safety_stock = row.quantity("safetystocklevel");
  session.draft.items.push_back(item);
  session.number_of.emplace(row.text("productid"), row.text("productnumber"));
}

void add_bom_line(const SourceRow& row, Session& session) {
  const auto from = row.instant("startdate");
  session.draft.boms.push_back({.item = session.number_of.at(row.text("productassemblyid")),
                                .component = session.number_of.at(row.text("componentid")),
                                .quantity = row.quantity("perassemblyqty"),
                                .from = from && *from > session.options.today ? from : std::nullopt,
                                .until = row.instant("enddate"),
                                .row = row.number()});
}

void add_boms(const Lines& lines, Session& session) {
  for (const auto& [assembly, parts] : lines) {
    if (!session.number_of.contains(assembly)) continue;
    for (const SourceRow& part : parts) {
      if (session.number_of.contains(part.text("componentid"))) {
        add_bom_line(part, session);
      } else {
        session.not_carried(part.place("componentid"), "There is no product of this number.");
      }
    }
  }
}

// Orders were read with product ids.
void name_ordered_items(Session& session) {
  for (model::OrderRow& order : session.draft.orders) {
    const auto number = session.number_of.find(order.item.view());
    if (number != session.number_of.end()) order.item = number->second;
  }
}

}  // namespace

void import_products(Session& session) {
  const Lines lines = bom_lines(session);
  const std::set<std::string_view> needed = needed_products(session, lines);
  const std::set<std::string_view> bought = bought_products(session);
  const auto units = units_of_use(lines, session);
  for (const SourceRow row : session.table("Product")) {
    const std::string_view product = row.text("productid");
    const bool made = row.truth("makeflag").value_or(false);
    if (!needed.contains(product) && !(made ? lines.contains(product) : bought.contains(product))) {
      session.not_carried(row.place("productnumber"), "It is not needed, and nothing says how to get it.");
      continue;
    }
    const auto unit = units.find(product);
    add_item(row, unit == units.end() ? std::string_view() : unit->second, session);
  }
  add_boms(lines, session);
  name_ordered_items(session);
  const std::string& file = session.table("Product").file();
  session.assumed({file, 0, "MakeFlag", ""},
                  "The needs of one day are made together: the data has one work order per product and day.");
  session.assumed({session.table("BillOfMaterials").file(), 0, "", ""},
                  "Components are needed at the first operation: the data does not say where they are used.");
}

}  // namespace kilter::codec::adventureworks
