// The tables of the plant folder by theme; field.hpp puts them together.
#pragma once

#include "codec/plant/cells.hpp"

namespace kilter::codec::plant {

Table plant_table();
std::vector<Table> site_tables();      // currencies, sites, locations
std::vector<Table> calendar_tables();  // calendars, shifts, exceptions
std::vector<Table> item_tables();      // items, BOMs, substitutes
std::vector<Table> routing_tables();   // operations and what they need
std::vector<Table> resource_tables();  // work centres, units, closures, tools, families, setup matrices
std::vector<Table> people_tables();    // skills, people, certificates, absences
std::vector<Table> supply_tables();    // vendors, offers, stock
std::vector<Table> demand_tables();    // customers, orders, clearances
std::vector<Table> floor_tables();     // open production orders, progress, purchase orders
std::vector<Table> money_tables();     // accounts, budgets

}  // namespace kilter::codec::plant
