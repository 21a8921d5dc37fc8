#include "codec/import/adventureworks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "codec/plant/read.hpp"
#include "codec/plant/write.hpp"
#include "model/builder.hpp"

namespace kilter::codec {
namespace {

using base::Quantity;
using namespace std::chrono_literals;

time::Instant day(int year, unsigned month, unsigned day_of_month) {
  return std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day_of_month));
}

// Rows are written with '|' between cells; the files have tabs.
std::string tabs(std::string text) {
  std::ranges::replace(text, '|', '\t');
  return text;
}

// A bike (made, booked at Final Assembly), its frame (made, by instructions), a fork end (made, no hours), tubes and
// bolts.
SourceFiles small_source() {
  return {
      {"Product.csv", tabs("1|Bike|BK-1|1|1||100|75|300|500|||||4|||||||||g|d\n"
                           "2|Frame|FR-2|1|1||100|75|80|0|||||2|||||7||||g|d\n"
                           "3|Fork End|FE-3|1|0||100|75|5|0|||||3|||||||||g|d\n"
                           "4|Tube|TU-4|0|0||500|75|2|0|||||0|||||||||g|d\n"
                           "5|Bolt|BO-5|0|0||500|75|1|0|||||0|||||||||g|d\n"
                           "6|Ghost|GH-6|0|0||500|75|1|0|||||0|||||||||g|d\n")},
      {"BillOfMaterials.csv", tabs("1||1|2010-01-01 00:00:00||EA |0|1.00|d\n"
                                   "2|1|2|2010-01-01 00:00:00||EA |1|1.00|d\n"
                                   "3|1|5|2010-01-01 00:00:00|2012-01-01 00:00:00|EA |1|9.00|d\n"
                                   "4|1|5|2012-01-01 00:00:00||EA |1|4.00|d\n"
                                   "5|2|3|2010-01-01 00:00:00||EA |2|2.00|d\n"
                                   "6|3|4|2010-01-01 00:00:00||IN |3|.50|d\n")},
      {"Location.csv", tabs("1|Stores|0|.00|d\n20|Welding|25|108.00|d\n60|Final Assembly|12.25|120.00|d\n")},
      {"ProductInventory.csv", tabs("4|1|A|1|250|g|d\n")},
      {"Vendor.csv", tabs("10|ACME01|Acme|1|1|1||d\n11|GONE01|Gone|1|1|0||d\n")},
      {"ProductVendor.csv", tabs("4|10|17|6|0|d|1|5|3|PAK|d\n5|10|19|12|0|d|2|100||DZ |d\n5|11|1|1|0|d|1|1||EA |d\n")},
      {"Shift.csv", tabs("1|Day|07:00:00.0000000|15:00:00.0000000|d\n2|Evening|15:00:00.0000000|23:00:00.0000000|d\n"
                         "3|Night|23:00:00.0000000|07:00:00.0000000|d\n")},
      {"EmployeeDepartmentHistory.csv",
       tabs("1|7|1|2009-01-01||d\n2|7|1|2009-01-01||d\n3|7|3|2009-01-01||d\n4|7|1|2009-01-01|2012-05-05|d\n"
            "4|7|2|2012-05-06||d\n")},
      {"EmployeePayHistory.csv",
       tabs("1|2009-01-01 00:00:00|10|1|d\n1|2012-01-01 00:00:00|12.5|1|d\n1|2014-01-01 00:00:00|99|1|d\n")},
      {"Employee.slice.csv",
       tabs("BusinessEntityID|JobTitle|HireDate|CurrentFlag\n1|Production Technician - WC60|2009-01-01|1\n"
            "2|Production Technician - WC60|2009-01-01|1\n3|Production Technician - WC60|2009-01-01|1\n"
            "4|Production Technician - WC20|2009-01-01|1\n5|Production Technician - WC20|2015-01-01|1\n"
            "6|Buyer|2009-01-01|1\n")},
      {"ProductModel.Instructions.slice.csv",
       tabs("ProductModelID|ModelName|StepNo|LocationID|SetupHours|MachineHours|LaborHours|LotSize|WorkSteps\n"
            "7|Frame|1|20|0.25|1.75|1.5|1|3\n")},
      {"WorkOrderRouting.to-2013.csv", tabs("1|1|7|60|2011-01-01 00:00:00|e|s|e|9.0000|1|1|d\n"
                                            "2|1|7|60|2013-01-01 00:00:00|e|s|e|4.0000|1|1|d\n"
                                            "3|1|7|60|2014-01-01 00:00:00|e|s|e|8.0000|1|1|d\n")},
      {"SalesOrderLine.csv",
       tabs("1|1|900|1|2013-10-27 00:00:00|S|1|500|d\n2|1|901|1|2013-10-28 00:00:00|S|2|500|d\n"
            "3|2|902|1|2013-11-24 00:00:00|S|3|90.5|d\n4|1|903|1|2013-11-25 00:00:00|S|4|500|d\n")},
      {"SalesOrderHeader.csv", tabs("900|2013-10-27 00:00:00|2013-11-08 00:00:00|s|5|0|70|1|1|1|1|1|1\n"
                                    "901|2013-10-28 00:00:00|2013-11-09 00:00:00|s|5|0|71|1|1|1|1|1|1\n"
                                    "902|2013-11-24 00:00:00|2013-12-06 00:00:00|s|5|0|71|1|1|1|1|1|1\n"
                                    "903|2013-11-25 00:00:00|2013-12-07 00:00:00|s|5|0|72|1|1|1|1|1|1\n")},
  };
}

AdventureWorksOptions november(InventoryUse inventory = InventoryUse::none) {
  return {.plant_name = "bikes",
          .from = day(2013, 10, 28),
          .until = day(2013, 11, 24),
          .today = day(2013, 10, 28),
          .inventory = inventory};
}

std::string words(const base::Issues& issues) {
  std::string text;
  for (const base::Issue& issue : issues) {
    text += issue.where.file + ":" + std::to_string(issue.where.row) + " " + issue.where.column + " '" +
            issue.where.value + "' " + issue.code + " " + issue.message + "\n";
  }
  return text;
}

bool says(const base::Issues& issues, std::string_view file, std::uint32_t row, std::string_view column) {
  return std::ranges::any_of(issues, [&](const base::Issue& issue) {
    return issue.where.file == file && issue.where.row == row && issue.where.column == column;
  });
}

class AdventureWorksImport : public testing::Test {
 protected:
  void carry(const AdventureWorksOptions& options) {
    auto result = import_adventureworks(files_, options);
    ASSERT_TRUE(result.ok()) << words(result.error());
    notes_ = result.value().notes;
    const auto written = plant::write_draft(result.value().draft, result.value().gaps);
    std::vector<plant::SourceFile> files;
    for (const plant::TargetFile& file : written) files.push_back({file.name, file.bytes});
    const auto back = plant::read(files);
    ASSERT_TRUE(back.ok()) << words(back.error());
    read_back_ = plant::write(back.value());
    assumed_ = back.value().notes;
    auto plant = model::build(result.value().draft);
    ASSERT_TRUE(plant.ok()) << words(plant.error());
    plant_ = std::move(plant).value();
  }
  [[nodiscard]] model::ItemId item(std::string_view id) const {
    for (const model::ItemId candidate : base::ids_of(plant_.items)) {
      if (plant_.items[candidate].id == id) return candidate;
    }
    return {};
  }
  [[nodiscard]] const model::Operation& only_operation(std::string_view id) const {
    EXPECT_EQ(plant_.items[item(id)].operations.size(), 1U);
    return plant_.operations[*plant_.items[item(id)].operations.begin()];
  }

  SourceFiles files_ = small_source();
  model::Plant plant_;
  base::Issues notes_;    // of the import
  base::Issues assumed_;  // by a plan of the written folder
  std::vector<plant::TargetFile> read_back_;
};

TEST_F(AdventureWorksImport, OrdersDatedInThePeriodBothDaysIncluded) {
  carry(november());
  ASSERT_EQ(plant_.orders.size(), 2U);
  const model::CustomerOrder& first = plant_.orders[model::OrderId(0)];
  EXPECT_EQ(first.id, "901-1");
  EXPECT_EQ(first.due(), day(2013, 11, 9));
  EXPECT_EQ(plant_.items[first.item].id, "BK-1");
  EXPECT_EQ(plant_.orders[model::OrderId(1)].price.raw(), 90'500'000);
  EXPECT_EQ(plant_.customers.size(), 1U);
}

TEST_F(AdventureWorksImport, BillsOfMaterialInForceToday) {
  carry(november());
  const auto lines = plant_.items[item("BK-1")].bom;
  ASSERT_EQ(lines.size(), 2U);
  for (const model::BomLineId id : lines) {
    if (plant_.bom_lines[id].component == item("BO-5")) {
      EXPECT_EQ(plant_.bom_lines[id].per_unit, Quantity::units(4));
    }
  }
}

TEST_F(AdventureWorksImport, HoursComeFromTheLatestWorkOrderThenFromInstructionsThenFromDays) {
  carry(november());
  const model::Operation& bike = only_operation("BK-1");
  EXPECT_EQ(bike.fixed, 4h) << "neither the older nor the later work order";
  EXPECT_EQ(bike.run_per_unit, 0s) << "booked hours are per work order";
  EXPECT_EQ(plant_.work_centres[bike.work_centre].id, "Final Assembly");
  const model::Operation& frame = only_operation("FR-2");
  EXPECT_EQ(frame.setup, 15min);
  EXPECT_EQ(frame.fixed, 105min) << "the longer of machine and labour";
  EXPECT_EQ(plant_.items[item("FE-3")].lead_time, 72h);
  EXPECT_TRUE(says(notes_, "Product.csv", 3, "DaysToManufacture"));
}

TEST_F(AdventureWorksImport, TechniciansOfTodayWithShiftWageAndSkill) {
  carry(november());
  ASSERT_EQ(plant_.people.size(), 4U) << "one is hired later, one is a buyer";
  const model::Person& first = plant_.people[model::PersonId(0)];
  EXPECT_EQ(first.wage.raw(), 12'500'000);
  EXPECT_EQ(plant_.calendars[first.calendar].id, "Day");
  EXPECT_EQ(plant_.calendars[plant_.people[model::PersonId(3)].calendar].id, "Evening") << "moved there in 2012";
  EXPECT_EQ(plant_.skills[first.skills.at(0).skill].id, "Final Assembly");
}

TEST_F(AdventureWorksImport, AWorkCentreHasAStationForEveryTechnicianOfItsLargestShift) {
  carry(november());
  ASSERT_EQ(plant_.work_units.size(), 2U);
  for (const model::WorkUnit& unit : plant_.work_units) {
    const bool assembly = unit.id == "Final Assembly";
    EXPECT_EQ(unit.count, assembly ? 2 : 1);
    EXPECT_EQ(plant_.calendars[unit.calendar].regular.work_between(0, 7 * 86400), (assembly ? 120 : 108) * 3600);
    EXPECT_EQ(unit.cost.raw(), assembly ? 12'250'000 : 25'000'000);
  }
}

TEST_F(AdventureWorksImport, OffersCountInUnitsOfUse) {
  carry(november());
  ASSERT_EQ(plant_.offers.size(), 2U) << "the inactive vendor's is not there";
  const model::Offer& bolts = plant_.offers[*plant_.items[item("BO-5")].offers.begin()];
  EXPECT_EQ(bolts.price_for(Quantity::units(24)).raw(), 1'000'000) << "12.00 for a dozen";
  EXPECT_EQ(bolts.minimum, Quantity::units(24));
  EXPECT_EQ(bolts.multiple, Quantity::units(12));
  EXPECT_EQ(bolts.maximum, Quantity::units(1200));
  EXPECT_EQ(bolts.lead_time, 19 * 24h);
  const model::Offer& tubes = plant_.offers[*plant_.items[item("TU-4")].offers.begin()];
  EXPECT_TRUE(tubes.maximum.is_zero()) << "nobody knows how many inches are in a pack";
  EXPECT_TRUE(says(notes_, "ProductVendor.csv", 1, "UnitMeasureCode"));
  EXPECT_TRUE(says(notes_, "Vendor.csv", 2, "ActiveFlag"));
}

TEST_F(AdventureWorksImport, AStepAtALocationWithoutCapacityGoesWhereItsTextSays) {
  files_["ProductModel.Instructions.slice.csv"] = tabs(
      "ProductModelID|ModelName|StepNo|LocationID|SetupHours|MachineHours|LaborHours|LotSize|WorkSteps\n"
      "7|Frame|1|1|0.25|1.75|1.5|1|3\n");
  carry(november());
  EXPECT_FALSE(only_operation("FR-2").work_centre.valid());
  EXPECT_TRUE(says(notes_, "ProductModel.Instructions.slice.csv", 2, "LocationID"));
  files_["ProductModel.Instructions.jsonl"] =
      R"({"ProductModelID": 7, "Instructions": "<Location LocationID=\"1\"> Work Center 20 - Welding."})";
  carry(november());
  EXPECT_EQ(plant_.work_centres[only_operation("FR-2").work_centre].id, "Welding");
}

TEST_F(AdventureWorksImport, StockOnlyWhenAskedFor) {
  carry(november());
  EXPECT_TRUE(plant_.stock.empty());
  EXPECT_TRUE(plant_.items[item("TU-4")].safety_stock.is_zero());
  carry(november(InventoryUse::snapshot));
  ASSERT_EQ(plant_.stock.size(), 1U);
  EXPECT_EQ(plant_.stock[model::StockId(0)].quantity, Quantity::units(250));
  EXPECT_EQ(plant_.items[item("TU-4")].safety_stock, Quantity::units(500));
}

TEST_F(AdventureWorksImport, AProductThatNothingTellsHowToGetIsListed) {
  carry(november());
  EXPECT_FALSE(item("GH-6").valid());
  EXPECT_TRUE(says(notes_, "Product.csv", 6, "ProductNumber"));
}

TEST_F(AdventureWorksImport, TheWrittenFolderReadsBackToTheSamePlant) {
  carry(november(InventoryUse::snapshot));
  const std::vector<plant::TargetFile> direct = plant::write(plant_);
  ASSERT_EQ(direct.size(), read_back_.size());
  for (std::size_t i = 0; i < direct.size(); ++i) EXPECT_EQ(direct[i].bytes, read_back_[i].bytes) << direct[i].name;
}

TEST_F(AdventureWorksImport, WhatTheSourceDoesNotSayIsAssumedByThePlan) {
  files_["ProductVendor.csv"] = tabs("5|10||12|0|d|2|100||DZ |d\n4|10|17|6|0|d|1|5|3|IN |d\n");
  carry(november(InventoryUse::snapshot));
  const std::string said = words(assumed_);
  const auto assumes = [&](std::string_view what) { return said.find(what) != std::string::npos; };
  EXPECT_TRUE(assumes("unit is not given in 1 of 5 rows: assumed pcs")) << "no bill of material counts the bike";
  EXPECT_TRUE(assumes("lot_policy is not given in 2 of 5 rows")) << "what is bought";
  EXPECT_TRUE(assumes("setup is not given in 1 of 2 rows")) << "booked hours tell no setup apart";
  EXPECT_TRUE(assumes("lead_time is not given in 1 of 2 rows"));
  EXPECT_TRUE(assumes("wage_per_hour is not given in 3 of 4 rows"));
  EXPECT_TRUE(assumes("priority is not given in 2 of 2 rows"));
  EXPECT_TRUE(assumes("held is not given in 1 of 1 row"));
  EXPECT_FALSE(assumes("cost is not given"));
  EXPECT_FALSE(assumes("count is not given"));
  EXPECT_FALSE(assumes("currency is not given")) << "the company counts in dollars";
}

TEST_F(AdventureWorksImport, APeriodWithoutSalesAndAMissingTableAreErrors) {
  AdventureWorksOptions options = november();
  options.from = options.until = day(2015, 1, 1);
  EXPECT_FALSE(import_adventureworks(files_, options).ok());
  files_.erase("Location.csv");
  const auto result = import_adventureworks(files_, november());
  ASSERT_FALSE(result.ok());
  EXPECT_TRUE(says(result.error(), "Location.csv", 0, ""));
}

}  // namespace
}  // namespace kilter::codec
