#include <array>
#include <vector>

#include "codec/import/adventureworks/session.hpp"

namespace kilter::codec::adventureworks {
namespace {

// Column names as `SourceRow` knows them: small letters, nothing between words. No columns: the file has a header line.
struct Table {
  std::string_view name;
  bool needed = true;
  std::vector<std::string_view> columns;
};

const std::array<Table, 14>& used_tables() {
  static const std::array<Table, 14> kTables{{
      {"Product",
       true,
       {"productid",
        "name",
        "productnumber",
        "makeflag",
        "finishedgoodsflag",
        "color",
        "safetystocklevel",
        "reorderpoint",
        "standardcost",
        "listprice",
        "size",
        "sizeunitmeasurecode",
        "weightunitmeasurecode",
        "weight",
        "daystomanufacture",
        "productline",
        "class",
        "style",
        "productsubcategoryid",
        "productmodelid",
        "sellstartdate",
        "sellenddate",
        "discontinueddate",
        "rowguid",
        "modifieddate"}},
      {"BillOfMaterials",
       true,
       {"billofmaterialsid", "productassemblyid", "componentid", "startdate", "enddate", "unitmeasurecode", "bomlevel",
        "perassemblyqty", "modifieddate"}},
      {"Location", true, {"locationid", "name", "costrate", "availability", "modifieddate"}},
      {"ProductInventory", false, {"productid", "locationid", "shelf", "bin", "quantity", "rowguid", "modifieddate"}},
      {"Vendor",
       true,
       {"businessentityid", "accountnumber", "name", "creditrating", "preferredvendorstatus", "activeflag",
        "purchasingwebserviceurl", "modifieddate"}},
      {"ProductVendor",
       true,
       {"productid", "businessentityid", "averageleadtime", "standardprice", "lastreceiptcost", "lastreceiptdate",
        "minorderqty", "maxorderqty", "onorderqty", "unitmeasurecode", "modifieddate"}},
      {"Shift", true, {"shiftid", "name", "starttime", "endtime", "modifieddate"}},
      {"EmployeeDepartmentHistory",
       true,
       {"businessentityid", "departmentid", "shiftid", "startdate", "enddate", "modifieddate"}},
      {"EmployeePayHistory", true, {"businessentityid", "ratechangedate", "rate", "payfrequency", "modifieddate"}},
      {"Employee", true, {}},
      {"ProductModel", false, {}},
      {"WorkOrderRouting",
       true,
       {"workorderid", "productid", "operationsequence", "locationid", "scheduledstartdate", "scheduledenddate",
        "actualstartdate", "actualenddate", "actualresourcehrs", "plannedcost", "actualcost", "modifieddate"}},
      {"SalesOrderLine",
       true,
       {"transactionid", "productid", "referenceorderid", "referenceorderlineid", "transactiondate", "transactiontype",
        "quantity", "actualcost", "modifieddate"}},
      {"SalesOrderHeader",
       true,
       {"salesorderid", "orderdate", "duedate", "shipdate", "status", "onlineorderflag", "customerid", "territoryid",
        "shipmethodid", "subtotal", "taxamt", "freight", "totaldue"}},
  }};
  return kTables;
}

const Table* find_table(std::string_view name) {
  for (const Table& table : used_tables()) {
    if (table.name == name) return &table;
  }
  return nullptr;
}

}  // namespace

void read_tables(const SourceFiles& files, Session& session) {
  const SourceReading reading = session.reading();
  for (const auto& [file, bytes] : files) {
    const std::string name = file.substr(0, file.find('.'));
    const Table* table = file.ends_with(".csv") ? find_table(name) : nullptr;
    if (table == nullptr) {
      session.not_carried({file, 0, "", ""}, "This table is not used for the plant.");
      continue;
    }
    const SourceLayout layout{.quotes = false, .separator = '\t', .columns = table->columns};
    session.tables.insert_or_assign(name, SourceTable::read(file, bytes, layout, reading));
  }
  for (const Table& table : used_tables()) {
    if (!table.needed || session.table(table.name).present()) continue;
    session.error("import-table-missing", {std::string(table.name) + ".csv", 0, "", ""}, "The table is missing.",
                  "Put it into the folder; compressed files end in .gz.");
  }
}

bool in_force(const SourceRow& row, std::string_view start, std::string_view end, time::Instant day) {
  const auto from = row.instant(start);
  const auto until = row.instant(end);
  return (!from || *from <= day) && (!until || *until > day);
}

}  // namespace kilter::codec::adventureworks
