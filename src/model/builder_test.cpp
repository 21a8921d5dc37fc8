#include "model/builder.hpp"

#include <gtest/gtest.h>

namespace kilter::model {
namespace {

constexpr Instant kMonday = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

// Two bikes from frames that are bought; one assembly station.
PlantDraft hello() {
  PlantDraft draft;
  draft.plant = {.name = "Hello", .origin = kMonday, .horizon = kMonday + Duration(56 * 86'400)};
  draft.work_centres.push_back({.id = "assembly"});
  draft.work_units.push_back({.id = "station", .work_centre = "assembly"});
  draft.items.push_back({.id = "bike"});
  draft.items.push_back({.id = "frame"});
  draft.operations.push_back(
      {.item = "bike", .operation = "10", .work_centre = "assembly", .run_per_unit = Duration(600)});
  draft.operations.push_back(
      {.item = "bike", .operation = "20", .work_centre = "assembly", .run_per_unit = Duration(60)});
  draft.boms.push_back({.item = "bike", .component = "frame", .quantity = Quantity::units(1)});
  draft.vendors.push_back({.id = "acme"});
  draft.offers.push_back({.vendor = "acme", .item = "frame", .price = UnitPrice::micros(50'000'000)});
  draft.orders.push_back(
      {.id = "1", .item = "bike", .quantity = Quantity::units(2), .requested = kMonday + Duration(86'400)});
  return draft;
}

TEST(Build, MakesAPlant) {
  const auto result = build(hello());
  ASSERT_TRUE(result.ok()) << result.error().front().message;
  const Plant& plant = result.value();
  EXPECT_EQ(plant.items[ItemId(0)].source, Source::make);
  EXPECT_EQ(plant.items[ItemId(1)].source, Source::buy);
  ASSERT_EQ(plant.operations.size(), 2U);
  EXPECT_EQ(plant.operations[OperationId(1)].predecessors.front().operation, OperationId(0));
  EXPECT_EQ(plant.operations[OperationId(0)].units.front().unit, WorkUnitId(0));
  EXPECT_EQ(plant.bom_lines[BomLineId(0)].operation, OperationId(0));
  EXPECT_TRUE(plant.calendars[plant.work_units[WorkUnitId(0)].calendar].regular.is_open(0));
  EXPECT_EQ(plant.orders[OrderId(0)].site, SiteId(0));
}

TEST(Build, PutsOperationsAfterThoseTheyWaitFor) {
  PlantDraft draft = hello();
  for (const char* operation : {"05", "30", "25"}) {
    draft.operations.push_back({.item = "bike", .operation = operation, .work_centre = "assembly"});
    draft.operations.back().fixed_time = Duration(60);
  }
  const auto names = [&] {
    const auto result = build(draft);
    EXPECT_TRUE(result.ok()) << result.error().front().message;
    std::string text;
    for (const Operation& operation : result.value().operations) text += operation.id + " ";
    return text;
  };
  EXPECT_EQ(names(), "10 20 05 30 25 ") << "a chain as it stands in the file";
  draft.precedences.push_back({.item = "bike", .before = "25", .after = "20"});
  draft.precedences.push_back({.item = "bike", .before = "05", .after = "10"});
  EXPECT_EQ(names(), "05 10 30 25 20 ");
  draft.boms[0].operation = "";
  const auto result = build(draft);
  EXPECT_EQ(result.value().operations[result.value().bom_lines[BomLineId(0)].operation].id, "05");
}

TEST(Build, NamesEveryUnknownIdAtOnce) {
  PlantDraft draft = hello();
  draft.orders.push_back({.id = "2", .item = "bikr", .quantity = Quantity::units(1), .requested = kMonday, .row = 3});
  draft.boms.push_back({.item = "bike", .component = "wheel", .quantity = Quantity::units(2), .row = 3});
  const auto result = build(draft);
  ASSERT_FALSE(result.ok());
  ASSERT_EQ(result.error().size(), 2U);
  EXPECT_EQ(result.error()[0].where,
            (base::Place{.file = "boms.csv", .row = 3, .column = "component", .value = "wheel"}));
  EXPECT_EQ(result.error()[1].code, "unknown-item");
  EXPECT_NE(result.error()[1].way_out.find("Maybe \"bike\"?"), std::string::npos) << result.error()[1].way_out;
}

TEST(Build, GroupsChildrenByParentInFileOrder) {
  PlantDraft draft = hello();
  draft.items.push_back({.id = "wheel"});
  draft.operations.insert(draft.operations.begin() + 1,
                          {.item = "wheel", .operation = "10", .work_centre = "assembly"});
  const auto result = build(draft);
  ASSERT_TRUE(result.ok());
  const Plant& plant = result.value();
  ASSERT_EQ(plant.items[ItemId(0)].operations.size(), 2U);
  EXPECT_EQ(plant.operations[OperationId(1)].id, "20");
  EXPECT_EQ(plant.operations[OperationId(2)].item, ItemId(2));
}

}  // namespace
}  // namespace kilter::model
