#include "codec/import/frepple.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "codec/import/frepple/setups.hpp"
#include "codec/plant/read.hpp"
#include "codec/plant/write.hpp"
#include "model/builder.hpp"

namespace kilter::codec {
namespace {

using base::Quantity;
using namespace std::chrono_literals;

SourceFiles read_folder(const std::filesystem::path& folder) {
  SourceFiles files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    files.emplace(entry.path().filename().string(), bytes.str());
  }
  return files;
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

// A saw and a lathe make a table leg in two steps; the wood is bought.
SourceFiles small_source() {
  return {
      {"parameter.csv", "name,value\ncurrentdate,2027-01-04 00:00:00\n"},
      {"location.csv", "name,available\nFactory,Week\n"},
      {"calendar.csv", "name,defaultvalue\nWeek,0\n"},
      {"calendarbucket.csv",
       "calendar,value,priority,saturday,sunday,starttime,endtime\nWeek,1,1,false,false,06:00:00,23:59:59\n"},
      {"item.csv", "name,cost\nleg,12.5\nwood,2\n"},
      {"resource.csv", "name,maximum,location\nsaw,3,Factory\nlathe,1,Factory\n"},
      {"operation.csv",
       "name,type,item,location,duration,duration_per,owner,priority,sizeminimum\n"
       "make leg,routing,leg,Factory,,,,,5\n"
       "turn,time_per,,Factory,600,60,make leg,2,\n"
       "cut,fixed_time,,Factory,3600,,make leg,1,\n"},
      {"operationmaterial.csv", "operation,item,quantity,type\nturn,leg,1,end\ncut,wood,-3,start\n"},
      {"operationresource.csv", "operation,resource,quantity\ncut,saw,1\nturn,lathe,1\n"},
      {"buffer.csv", "item,location,onhand,minimum\nwood,Factory,7,4\n"},
      {"supplier.csv", "name\nForest\n"},
      {"itemsupplier.csv",
       "item,supplier,location,leadtime,cost,sizeminimum,sizemultiple,priority\nwood,Forest,Factory,172800,2.25,80,10,"
       "1\n"},
      {"customer.csv", "name\nJoiner\n"},
      {"demand.csv",
       "name,item,location,customer,due,quantity,priority,status\n"
       "D1,leg,Factory,Joiner,2027-02-01 12:00:00,4,1,open\n"
       "D2,leg,Factory,Joiner,2027-02-02,6,3,open\n"
       "D3,leg,Factory,Joiner,2027-02-03,1,2,quote\n"},
  };
}

Imported imported(const SourceFiles& files) {
  auto result = import_frepple(files, "test");
  EXPECT_TRUE(result.ok()) << words(result.ok() ? base::Issues{} : result.error());
  return result.ok() ? std::move(result).value() : Imported{};
}

model::Plant built(const model::PlantDraft& draft) {
  auto plant = model::build(draft);
  EXPECT_TRUE(plant.ok()) << words(plant.ok() ? base::Issues{} : plant.error());
  return plant.ok() ? std::move(plant).value() : model::Plant{};
}

TEST(FreppleImport, MoreUrgentDemandsGetTheHigherPriority) {
  const SourceFiles files = small_source();
  const Imported source = imported(files);
  ASSERT_EQ(source.draft.orders.size(), 3U);
  EXPECT_EQ(source.draft.orders[0].priority, 3);  // 1 in the source: first
  EXPECT_EQ(source.draft.orders[1].priority, 1);  // 3 in the source: last
  EXPECT_EQ(source.draft.orders[2].priority, 2);
  EXPECT_EQ(source.draft.orders[2].status, model::OrderStatus::inquiry);
}

TEST(FreppleImport, ARoutingBecomesAChainInThePriorityOfItsSteps) {
  const SourceFiles files = small_source();
  const model::Plant plant = built(imported(files).draft);
  ASSERT_EQ(plant.operations.size(), 2U);
  const model::Operation& cut = plant.operations[model::OperationId(0)];
  const model::Operation& turn = plant.operations[model::OperationId(1)];
  EXPECT_EQ(cut.id, "cut");
  EXPECT_EQ(cut.fixed, 3600s);
  EXPECT_EQ(cut.run_per_unit, 0s);
  EXPECT_EQ(turn.fixed, 600s);
  EXPECT_EQ(turn.run_per_unit, 60s);
  ASSERT_EQ(turn.predecessors.size(), 1U);
  EXPECT_EQ(turn.predecessors[0].operation, model::OperationId(0));
  EXPECT_EQ(plant.work_units[cut.units.at(0).unit].count, 3);
}

TEST(FreppleImport, MaterialsOffersAndStock) {
  const SourceFiles files = small_source();
  const model::Plant plant = built(imported(files).draft);
  ASSERT_EQ(plant.bom_lines.size(), 1U);
  EXPECT_EQ(plant.bom_lines[model::BomLineId(0)].per_unit, Quantity::units(3));
  ASSERT_EQ(plant.offers.size(), 1U);
  const model::Offer& offer = plant.offers[model::OfferId(0)];
  EXPECT_EQ(offer.lead_time, 48h);
  EXPECT_EQ(offer.minimum, Quantity::units(80));
  EXPECT_EQ(offer.multiple, Quantity::units(10));
  EXPECT_EQ(offer.price_for(Quantity::units(80)).raw(), 2'250'000);
  EXPECT_EQ(plant.stock[model::StockId(0)].quantity, Quantity::units(7));
  EXPECT_EQ(plant.items[model::ItemId(1)].safety_stock, Quantity::units(4));
  EXPECT_EQ(plant.items[model::ItemId(0)].lot_minimum, Quantity::units(5));
}

TEST(FreppleImport, TheLastSecondOfTheDayIsItsEnd) {
  const SourceFiles files = small_source();
  const model::Plant plant = built(imported(files).draft);
  const time::WorkingCalendar& week = plant.calendars[plant.work_units[model::WorkUnitId(0)].calendar].regular;
  EXPECT_EQ(week.work_between(0, 7 * 86400), 5 * 18 * 3600);
  EXPECT_TRUE(week.is_open(86400 - 1));  // Monday 23:59:59
  EXPECT_FALSE(week.is_open(86400));     // Tuesday 00:00
}

TEST(FreppleImport, OperationsWithoutAResourceKeepTheOpenTimesOfTheirLocation) {
  SourceFiles files = small_source();
  files["operationresource.csv"] = "operation,resource,quantity\nturn,lathe,1\n";
  const model::Plant plant = built(imported(files).draft);
  const model::Operation& cut = plant.operations[model::OperationId(0)];
  ASSERT_EQ(cut.units.size(), 1U);
  EXPECT_TRUE(plant.work_units[cut.units[0].unit].unlimited);
  EXPECT_EQ(plant.calendars[plant.work_units[cut.units[0].unit].calendar].regular.work_between(0, 7 * 86400),
            5 * 18 * 3600);
}

TEST(FreppleImport, AClosingBucketOverrulesAnOpenOneUnlessThatIsMoreImportant) {
  SourceFiles files = small_source();
  files["calendar.csv"] = "name,defaultvalue\nWeek,1\n";
  files["calendarbucket.csv"] =
      "calendar,startdate,enddate,value,priority\n"
      "Week,2027-01-04,2027-01-11,0,5\n"   // a week closed
      "Week,2027-01-06,2027-01-07,1,2\n";  // but Wednesday open
  const model::Plant plant = built(imported(files).draft);
  const time::WorkingCalendar& week = plant.calendars[plant.work_units[model::WorkUnitId(0)].calendar].regular;
  EXPECT_EQ(week.work_between(0, 7 * 86400), 86400);
  EXPECT_TRUE(week.is_open(2 * 86400));
  EXPECT_EQ(week.work_between(7 * 86400, 14 * 86400), 7 * 86400);
}

TEST(FreppleImport, ResourcesAskedForBySkillArePeople) {
  SourceFiles files = small_source();
  files["resource.csv"] =
      "name,maximum,location,owner\nsaw,3,Factory,\nlathe,1,Factory,\ncrew,1,Factory,\nAnn,1,Factory,crew\nBob,1,"
      "Factory,crew\n";
  files["skill.csv"] = "name\nturner\n";
  files["resourceskill.csv"] = "resource,skill,priority\nAnn,turner,1\n";
  files["operationresource.csv"] = "operation,resource,quantity,skill\ncut,saw,1,\nturn,lathe,1,\nturn,crew,1,turner\n";
  const model::Plant plant = built(imported(files).draft);
  ASSERT_EQ(plant.people.size(), 1U);
  EXPECT_EQ(plant.people[model::PersonId(0)].id, "Ann");
  EXPECT_EQ(plant.operations[model::OperationId(1)].skills.size(), 1U);
}

TEST(FreppleImport, WhatHasNoPlaceIsListedByFileRowAndColumn) {
  SourceFiles files = small_source();
  files["item.csv"] = "name,cost,volume\nleg,12.5,\nwood,2,0.7\n";
  files["itemdistribution.csv"] = "item,location,origin\nleg,Shop,Factory\n";
  files["forecast.csv"] = "name\nnext year\n";
  const Imported source = imported(files);
  EXPECT_TRUE(says(source.notes, "item.csv", 3, "volume"));
  EXPECT_FALSE(says(source.notes, "item.csv", 2, "volume"));
  EXPECT_TRUE(says(source.notes, "itemdistribution.csv", 2, ""));
  EXPECT_TRUE(says(source.notes, "forecast.csv", 0, ""));
}

TEST(FreppleImport, AllValuesThatCannotBeReadAreNamedAtOnce) {
  SourceFiles files = small_source();
  files["demand.csv"] =
      "name,item,location,customer,due,quantity,priority\nD1,leg,Factory,Joiner,soon,4,1\nD2,leg,Factory,Joiner,2027-"
      "02-30,x,1\n";
  const auto result = import_frepple(files, "test");
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().size(), 3U) << words(result.error());
  EXPECT_TRUE(says(result.error(), "demand.csv", 2, "due"));
  EXPECT_TRUE(says(result.error(), "demand.csv", 3, "due"));
  EXPECT_TRUE(says(result.error(), "demand.csv", 3, "quantity"));
}

TEST(FreppleImport, ATableThatCannotBeReadIsNotCalledMissing) {
  SourceFiles files = small_source();
  files["item.csv"] = std::string("\x89PNG\0\0", 6);
  files.erase("demand.csv");
  const auto refused = import_frepple(files, "small");
  ASSERT_FALSE(refused.ok());
  const auto missing = [&](std::string_view file) {
    return std::ranges::any_of(refused.error(), [&](const base::Issue& issue) {
      return issue.where.file == file && issue.code == "import-table-missing";
    });
  };
  EXPECT_TRUE(says(refused.error(), "item.csv", 0, "")) << words(refused.error());
  EXPECT_FALSE(missing("item.csv")) << words(refused.error());
  EXPECT_TRUE(missing("demand.csv")) << words(refused.error());
}

TEST(FreppleImport, SetupRulesWithPatternsBecomeOneEntryPerPair) {
  SourceFiles files = small_source();
  files["resource.csv"] = "name,maximum,location,setupmatrix,setup\nsaw,1,Factory,blades,fine\nlathe,1,Factory,,\n";
  files["setupmatrix.csv"] = "name\nblades\n";
  files["setuprule.csv"] =
      "setupmatrix,priority,fromsetup,tosetup,duration,cost\n"
      "blades,2,*,*,600,\n"
      "blades,1,f*,coarse,1800,12.5\n";
  files["operationresource.csv"] = "operation,resource,quantity,setup\ncut,saw,1,coarse\nturn,lathe,1,\n";
  const model::Plant plant = built(imported(files).draft);
  const model::Operation& cut = plant.operations[model::OperationId(0)];
  const model::WorkUnit& saw = plant.work_units[cut.units.at(0).unit];
  ASSERT_TRUE(saw.setup_matrix.valid());
  const model::SetupMatrix& blades = plant.setup_matrices[saw.setup_matrix];
  EXPECT_EQ(blades.time(saw.initial_family, cut.family), 1800);
  EXPECT_EQ(blades.price(saw.initial_family, cut.family).raw(), 1250);
  EXPECT_EQ(blades.time(cut.family, saw.initial_family), 600);
}

TEST(FreppleImport, PatternsOfSetups) {
  EXPECT_TRUE(frepple::fits_pattern("", "red"));
  EXPECT_TRUE(frepple::fits_pattern("*", ""));
  EXPECT_TRUE(frepple::fits_pattern("r*d", "reread"));
  EXPECT_TRUE(frepple::fits_pattern("r?d", "red"));
  EXPECT_FALSE(frepple::fits_pattern("r?d", "rd"));
  EXPECT_FALSE(frepple::fits_pattern("r*d", "redo"));
  EXPECT_FALSE(frepple::fits_pattern("red", "re"));
}

TEST(FreppleImport, OfSeveralWaysTheMostPreferredIsPlannedAndTheOthersAreListed) {
  SourceFiles files = small_source();
  files["operation.csv"] =
      "name,type,item,location,duration,owner,priority\n"
      "make leg,alternate,leg,Factory,,,\n"
      "by hand,fixed_time,,Factory,7200,make leg,2\n"
      "by robot,fixed_time,,Factory,60,make leg,1\n"
      "never,fixed_time,,Factory,1,make leg,0\n";
  files["operationresource.csv"] = "operation,resource\nby robot,saw\n";
  files["operationmaterial.csv"] = "operation,item,quantity,type\nby robot,leg,2,end\nby robot,wood,-3,start\n";
  const Imported source = imported(files);
  const model::Plant plant = built(source.draft);
  ASSERT_EQ(plant.operations.size(), 1U);
  EXPECT_EQ(plant.operations[model::OperationId(0)].id, "by robot");
  EXPECT_EQ(plant.bom_lines[model::BomLineId(0)].per_unit.raw(), 1'500'000) << "3 wood for 2 legs";
  EXPECT_TRUE(says(source.notes, "operation.csv", 3, "name"));
  EXPECT_TRUE(says(source.notes, "operation.csv", 5, "priority"));
}

TEST(FreppleImport, GroupsOfResourcesAndEfficiency) {
  SourceFiles files = small_source();
  files["resource.csv"] =
      "name,maximum,location,owner,efficiency\nsaws,1,Factory,,\nold,1,Factory,saws,50\nnew,1,Factory,saws,200\n"
      "lathe,1,Factory,,\n";
  files["operationresource.csv"] = "operation,resource\ncut,saws\nturn,lathe\nturn,new\n";
  const Imported source = imported(files);
  const model::Plant plant = built(source.draft);
  const model::Operation& cut = plant.operations[model::OperationId(0)];
  ASSERT_EQ(cut.units.size(), 2U);
  EXPECT_EQ(cut.units[0].speed.raw(), 500'000);
  EXPECT_EQ(cut.units[1].speed.raw(), 2'000'000);
  EXPECT_EQ(plant.operations[model::OperationId(1)].tools.size(), 1U) << "a second resource is a tool";
  EXPECT_TRUE(says(source.notes, "resource.csv", 4, "name")) << "its capacity is counted twice";
}

TEST(FreppleImport, TheOpenTimesOfALocationNarrowThoseOfTheResource) {
  SourceFiles files = small_source();
  files["resource.csv"] = "name,maximum,location,available\nsaw,1,Factory,Mornings\nlathe,1,Factory,\n";
  files["calendar.csv"] = "name,defaultvalue\nWeek,0\nMornings,0\n";
  files["calendarbucket.csv"] =
      "calendar,value,priority,saturday,sunday,starttime,endtime\nWeek,1,1,false,false,06:00:00,23:59:59\n"
      "Mornings,1,1,true,true,00:00:00,12:00:00\n";
  const model::Plant plant = built(imported(files).draft);
  const model::WorkUnitId saw = plant.operations[model::OperationId(0)].units.at(0).unit;
  EXPECT_EQ(plant.calendars[plant.work_units[saw].calendar].regular.work_between(0, 7 * 86400), 5 * 6 * 3600);
}

TEST(FreppleImport, OrdersUnderWay) {
  SourceFiles files = small_source();
  files["purchaseorder.csv"] =
      "reference,item,supplier,location,quantity,status,startdate,enddate\n"
      "PO1,wood,Forest,Factory,80,confirmed,2027-01-02,2027-01-07\n"
      "PO2,wood,Forest,Factory,80,proposed,2027-01-02,2027-01-07\n";
  files["manufacturingorder.csv"] =
      "reference,operation,quantity,status,startdate,enddate\n"
      "MO1,make leg,5,approved,2027-01-04,2027-01-20\n"
      "MO2,make leg,5,closed,2026-01-04,2026-01-20\n";
  const Imported source = imported(files);
  const model::Plant plant = built(source.draft);
  ASSERT_EQ(plant.purchase_orders.size(), 1U);
  EXPECT_EQ(plant.purchase_orders[model::OpenPurchaseOrderId(0)].id, "PO1");
  ASSERT_EQ(plant.production_orders.size(), 1U);
  EXPECT_EQ(plant.production_orders[model::OpenProductionOrderId(0)].status, model::SupplyStatus::firm);
  EXPECT_TRUE(says(source.notes, "purchaseorder.csv", 3, "status"));
  EXPECT_TRUE(says(source.notes, "manufacturingorder.csv", 3, "status"));
}

base::Result<model::Plant> read_back(const Imported& source) {
  const std::vector<plant::TargetFile> written = plant::write_draft(source.draft, source.gaps);
  std::vector<plant::SourceFile> files;
  for (const plant::TargetFile& file : written) files.push_back({file.name, file.bytes});
  return plant::read(files);
}

// The folder that is written reads back to the plant that the draft makes.
void expect_same_when_written(const Imported& source) {
  const auto back = read_back(source);
  ASSERT_TRUE(back.ok()) << words(back.error());
  const std::vector<plant::TargetFile> direct = plant::write(built(source.draft));
  const std::vector<plant::TargetFile> again = plant::write(back.value());
  ASSERT_EQ(direct.size(), again.size());
  for (std::size_t i = 0; i < direct.size(); ++i) EXPECT_EQ(direct[i].bytes, again[i].bytes) << direct[i].name;
}

TEST(FreppleImport, FixturesReadAsTables) {
  SourceFiles files = small_source();
  files.erase("demand.csv");
  files["demo.json"] =
      R"([{"model": "input.demand", "pk": "D9", "fields": {"item_id": "leg", "location": ["Factory"], "quantity": 2.5,
          "due": "2027-02-01 00:00:00", "priority": 1, "customer": null, "plan": {"x": 1}}},
          {"model": "input.operationplan", "fields": {"type": "PO", "reference": "PO9", "status": "confirmed",
          "item_id": "wood", "supplier_id": "Forest", "location_id": "Factory", "quantity": 80,
          "enddate": "2027-01-09"}}])";
  const Imported source = imported(files);
  const model::Plant plant = built(source.draft);
  ASSERT_EQ(plant.orders.size(), 1U);
  EXPECT_EQ(plant.orders[model::OrderId(0)].id, "D9");
  EXPECT_EQ(plant.orders[model::OrderId(0)].quantity.raw(), 2'500'000);
  EXPECT_EQ(plant.purchase_orders.size(), 1U);
  EXPECT_TRUE(says(source.notes, "demo.json (demand)", 2, "plan"));
  files["demo.json"] = R"({"model": "input.demand"})";
  EXPECT_FALSE(import_frepple(files, "test").ok());
}

// frePPLe's own demos: whatever they use, what is carried over makes a plant.
TEST(FreppleImport, TheDemosMakePlants) {
  const std::filesystem::path folder = std::filesystem::path(KILTER_SHARED) / "data/frepple/fixtures";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no shared data at " << folder;
  const SourceFiles all = read_folder(folder);
  for (const char* demo : {"demo.json", "jobshop.json", "manufacturing_demo.json"}) {
    const SourceFiles files{{demo, all.at(demo)}};
    const Imported source = imported(files);
    expect_same_when_written(source);
  }
}

TEST(FreppleImport, TheWrittenFolderReadsBackToTheSamePlant) {
  const SourceFiles files = small_source();
  expect_same_when_written(imported(files));
}

// What frePPLe has no field for, or leaves to nobody knows whom, is an assumption of every plan of the folder; what its
// format lays down for an empty field is not.
TEST(FreppleImport, WhatTheSourceDoesNotSayIsAssumedByThePlan) {
  SourceFiles files = small_source();
  files["demand.csv"] =
      "name,item,location,customer,due,quantity,priority,minshipment\n"
      "D1,leg,Factory,Joiner,2027-02-01 12:00:00,,,\n"
      "D2,leg,Factory,Joiner,2027-02-02,6,,6\n";
  files["itemsupplier.csv"] =
      "item,supplier,location,leadtime,cost\nwood,Forest,Factory,,\nleg,Forest,Factory,3600,9\n";
  const Imported source = imported(files);
  const auto plant = read_back(source);
  ASSERT_TRUE(plant.ok()) << words(plant.error());
  const base::Issues& notes = plant.value().notes;
  const auto assumed = [&](std::string_view file, std::string_view column) { return says(notes, file, 0, column); };
  for (const char* column : {"currency", "time_zone", "holding_per_year", "default_penalty_per_day"}) {
    EXPECT_TRUE(assumed("plant.csv", column)) << column;
  }
  EXPECT_TRUE(assumed("items.csv", "yield"));
  EXPECT_TRUE(assumed("operations.csv", "interruptible"));
  EXPECT_TRUE(assumed("orders.csv", "price"));
  EXPECT_NE(words(notes).find("partial is not given in 1 of 2 rows"), std::string::npos) << words(notes);
  EXPECT_NE(words(notes).find("lead_time is not given in 1 of 2 rows"), std::string::npos) << words(notes);
  EXPECT_FALSE(assumed("orders.csv", "priority")) << "10 in frePPLe";
  EXPECT_FALSE(assumed("orders.csv", "status")) << "open in frePPLe";
  EXPECT_FALSE(assumed("items.csv", "cost"));
  EXPECT_FALSE(assumed("work_units.csv", "count")) << "3 and 1 in the source";
  EXPECT_EQ(plant.value().orders[model::OrderId(0)].quantity, Quantity::units(1)) << "1 in frePPLe";
  EXPECT_TRUE(says(source.notes, "itemsupplier.csv", 2, "cost"));
  EXPECT_FALSE(says(source.notes, "itemsupplier.csv", 3, "cost"));
}

struct Instance {
  const char* name;
  std::size_t orders;
};

class FreppleBenchmark : public testing::TestWithParam<Instance> {};

// The counts stand in the README of the instances.
TEST_P(FreppleBenchmark, IsCarriedWhole) {
  const std::filesystem::path folder = std::filesystem::path(KILTER_SHARED) / "benchmarks/planning" / GetParam().name;
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no shared data at " << folder;
  const SourceFiles files = read_folder(folder);
  const Imported source = imported(files);
  const model::Plant plant = built(source.draft);
  EXPECT_EQ(plant.orders.size(), GetParam().orders);
  EXPECT_EQ(plant.operations.size(), 500U);
  EXPECT_EQ(plant.items.size(), 700U);
  EXPECT_EQ(plant.offers.size(), 200U);
  std::size_t machines = 0;
  for (const model::WorkUnit& unit : plant.work_units) {
    if (unit.unlimited) continue;
    ++machines;
    EXPECT_EQ(unit.count, 5);
  }
  EXPECT_EQ(machines, 60U);
  for (const base::Issue& note : source.notes) EXPECT_EQ(note.severity, base::Severity::assumption) << words({note});
  expect_same_when_written(source);
}

INSTANTIATE_TEST_SUITE_P(Instances, FreppleBenchmark, testing::Values(Instance{"A100", 3000}, Instance{"B60", 6000}),
                         [](const auto& instance) { return std::string(instance.param.name); });

}  // namespace
}  // namespace kilter::codec
