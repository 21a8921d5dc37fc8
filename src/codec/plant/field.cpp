#include "codec/plant/field.hpp"

#include "codec/plant/tables/tables.hpp"

namespace kilter::codec::plant {
namespace {

std::vector<Table> all_tables() {
  std::vector<Table> all{plant_table()};
  for (const auto group : {site_tables, calendar_tables, item_tables, routing_tables, resource_tables, people_tables,
                           supply_tables, demand_tables, floor_tables, money_tables}) {
    for (Table& table : group()) all.push_back(std::move(table));
  }
  return all;
}

}  // namespace

std::span<const Table> tables() {
  static const std::vector<Table> kAll = all_tables();
  return kAll;
}

const Table* find_table(std::string_view file) {
  for (const Table& table : tables()) {
    if (file == table.file) return &table;
  }
  return nullptr;
}

}  // namespace kilter::codec::plant
