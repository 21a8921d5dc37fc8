#include <gtest/gtest.h>

#include "model/builder.hpp"

namespace kilter::model {
namespace {

constexpr Instant kMonday = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

// `bikes` of them in one order, each from two wheels that are made of 30 spokes that are bought.
PlantDraft bikes(std::int64_t count) {
  PlantDraft draft;
  draft.plant = {.name = "Bikes", .origin = kMonday, .horizon = kMonday + Duration(56 * 86'400)};
  draft.work_centres.push_back({.id = "assembly"});
  draft.work_units.push_back({.id = "station", .work_centre = "assembly"});
  for (const char* item : {"bike", "wheel", "spoke"}) draft.items.push_back({.id = item});
  for (const char* item : {"bike", "wheel"}) {
    draft.operations.push_back(
        {.item = item, .operation = "10", .work_centre = "assembly", .run_per_unit = Duration(60)});
  }
  draft.boms.push_back({.item = "bike", .component = "wheel", .quantity = Quantity::units(2)});
  draft.boms.push_back({.item = "wheel", .component = "spoke", .quantity = Quantity::units(30)});
  draft.vendors.push_back({.id = "acme"});
  draft.offers.push_back({.vendor = "acme", .item = "spoke", .price = UnitPrice::micros(50'000)});
  draft.orders.push_back(
      {.id = "1", .item = "bike", .quantity = Quantity::units(count), .requested = kMonday + Duration(86'400)});
  return draft;
}

// The column that is blamed; empty when the plant is sound.
std::string blamed(const PlantDraft& draft) {
  const auto result = build(draft);
  if (result.ok()) return {};
  EXPECT_EQ(result.error().front().code, "absurd-lots");
  return result.error().front().where.file + " " + result.error().front().where.column;
}

TEST(ExplodingSizes, SmallLotsOfALargeDemand) {
  PlantDraft draft = bikes(60'000);
  draft.items[1].lot_maximum = Quantity::units(1);  // 120,000 wheels
  EXPECT_EQ(blamed(draft), "items.csv lot_maximum");
  draft.items[1].lot_maximum = Quantity::units(2);
  EXPECT_EQ(blamed(draft), "");
  draft.items[0].lot_maximum = Quantity::units(1);  // a lot of one bike asks for two wheels only
  draft.items[1].lot_maximum = Quantity::micros(100'000);
  EXPECT_EQ(blamed(draft), "");
}

TEST(ExplodingSizes, ManySmallOrdersAreNoFault) {
  PlantDraft draft = bikes(20'000);
  draft.items[0].lot_maximum = Quantity::units(1);
  std::vector<std::string> ids;
  for (int i = 0; i < 10; ++i) ids.push_back("O-" + std::to_string(i));
  for (const std::string& id : ids) {
    draft.orders.push_back(draft.orders.front());
    draft.orders.back().id = id;
  }
  EXPECT_EQ(blamed(draft), "") << "220,000 lots in all, but never many for one order";
}

TEST(ExplodingSizes, SmallPurchases) {
  PlantDraft draft = bikes(10'000);
  draft.offers[0].maximum = Quantity::units(5);
  EXPECT_EQ(blamed(draft), "offers.csv maximum");
  draft.offers[0].maximum = Quantity::units(600);
  EXPECT_EQ(blamed(draft), "");
  draft.items[2].lot_maximum = Quantity::units(5);
  EXPECT_EQ(blamed(draft), "items.csv lot_maximum");
}

TEST(ExplodingSizes, SmallTransferBatches) {
  PlantDraft draft = bikes(10'000);
  draft.operations[1].transfer_batch = Quantity::micros(100'000);
  EXPECT_EQ(blamed(draft), "operations.csv transfer_batch");
  draft.items[1].lot_maximum = Quantity::units(500);
  EXPECT_EQ(blamed(draft), "");
}

}  // namespace
}  // namespace kilter::model
