#include "codec/import/adventureworks/session.hpp"

#include <array>
#include <vector>

namespace kilter::codec::adventureworks {
namespace {

// Column names as in Microsoft's tables. No columns: the file has a header line.
struct Table {
  std::string_view name;
  bool needed = true;
  std::vector<std::string_view> columns;
};

const std::array<Table, 14> kUsedTables{{
    {"Product",
     true,
     {"ProductID",
      "Name",
      "ProductNumber",
      "MakeFlag",
      "FinishedGoodsFlag",
      "Color",
      "SafetyStockLevel",
      "ReorderPoint",
      "StandardCost",
      "ListPrice",
      "Size",
      "SizeUnitMeasureCode",
      "WeightUnitMeasureCode",
      "Weight",
      "DaysToManufacture",
      "ProductLine",
      "Class",
      "Style",
      "ProductSubcategoryID",
      "ProductModelID",
      "SellStartDate",
      "SellEndDate",
      "DiscontinuedDate",
      "rowguid",
      "ModifiedDate"}},
    {"BillOfMaterials",
     true,
     {"BillOfMaterialsID", "ProductAssemblyID", "ComponentID", "StartDate", "EndDate", "UnitMeasureCode", "BOMLevel",
      "PerAssemblyQty", "ModifiedDate"}},
    {"Location", true, {"LocationID", "Name", "CostRate", "Availability", "ModifiedDate"}},
    {"ProductInventory", false, {"ProductID", "LocationID", "Shelf", "Bin", "Quantity", "rowguid", "ModifiedDate"}},
    {"Vendor",
     true,
     {"BusinessEntityID", "AccountNumber", "Name", "CreditRating", "PreferredVendorStatus", "ActiveFlag",
      "PurchasingWebServiceURL", "ModifiedDate"}},
    {"ProductVendor",
     true,
     {"ProductID", "BusinessEntityID", "AverageLeadTime", "StandardPrice", "LastReceiptCost", "LastReceiptDate",
      "MinOrderQty", "MaxOrderQty", "OnOrderQty", "UnitMeasureCode", "ModifiedDate"}},
    {"Shift", true, {"ShiftID", "Name", "StartTime", "EndTime", "ModifiedDate"}},
    {"EmployeeDepartmentHistory",
     true,
     {"BusinessEntityID", "DepartmentID", "ShiftID", "StartDate", "EndDate", "ModifiedDate"}},
    {"EmployeePayHistory", true, {"BusinessEntityID", "RateChangeDate", "Rate", "PayFrequency", "ModifiedDate"}},
    {"Employee", true, {}},
    {"ProductModel", false, {}},
    {"WorkOrderRouting",
     true,
     {"WorkOrderID", "ProductID", "OperationSequence", "LocationID", "ScheduledStartDate", "ScheduledEndDate",
      "ActualStartDate", "ActualEndDate", "ActualResourceHrs", "PlannedCost", "ActualCost", "ModifiedDate"}},
    {"SalesOrderLine",
     true,
     {"TransactionID", "ProductID", "ReferenceOrderID", "ReferenceOrderLineID", "TransactionDate", "TransactionType",
      "Quantity", "ActualCost", "ModifiedDate"}},
    {"SalesOrderHeader",
     true,
     {"SalesOrderID", "OrderDate", "DueDate", "ShipDate", "Status", "OnlineOrderFlag", "CustomerID", "TerritoryID",
      "ShipMethodID", "SubTotal", "TaxAmt", "Freight", "TotalDue"}},
}};

const Table* find_table(std::string_view name) {
  for (const Table& table : kUsedTables) {
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
    if (name == "ProductModel" && file.ends_with(".jsonl")) {
      session.instructions = bytes;
      continue;
    }
    if (table == nullptr) {
      session.not_carried({file, 0, "", ""}, "This table is not used for the plant.");
      continue;
    }
    const SourceLayout layout{.quotes = false, .separator = '\t', .columns = table->columns};
    session.tables.insert_or_assign(name, SourceTable::read(file, bytes, layout, reading));
  }
  for (const Table& table : kUsedTables) {
    if (table.needed) session.require_table(table.name, "Put it into the folder; compressed files end in .gz.");
  }
}

bool in_force(const SourceRow& row, std::string_view start, std::string_view end, time::Instant day) {
  const auto from = row.instant(start);
  const auto until = row.instant(end);
  return (!from || *from <= day) && (!until || *until > day);
}

}  // namespace kilter::codec::adventureworks
