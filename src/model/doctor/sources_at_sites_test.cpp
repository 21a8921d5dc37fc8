#include <gtest/gtest.h>

#include "model/builder.hpp"

namespace kilter::model {
namespace {

constexpr Instant kMonday = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

// Bikes are made in the north of frames that are made in the south; the frame's tubes are bought anywhere.
PlantDraft two_sites() {
  PlantDraft draft;
  draft.plant = {.name = "Bikes", .origin = kMonday, .horizon = kMonday + Duration(56 * 86'400)};
  for (const char* site : {"north", "south"}) {
    draft.sites.push_back({.id = site});
    draft.work_centres.push_back({.id = site, .site = site});
    draft.work_units.push_back({.id = site, .work_centre = site});
  }
  for (const char* item : {"bike", "frame", "tube"}) draft.items.push_back({.id = item});
  draft.operations.push_back({.item = "bike", .operation = "10", .work_centre = "north", .run_per_unit = Duration(60)});
  draft.operations.push_back(
      {.item = "frame", .operation = "10", .work_centre = "south", .run_per_unit = Duration(60)});
  draft.boms.push_back({.item = "bike", .component = "frame", .quantity = Quantity::units(1)});
  draft.boms.push_back({.item = "frame", .component = "tube", .quantity = Quantity::units(4)});
  draft.vendors.push_back({.id = "acme"});
  draft.offers.push_back({.vendor = "acme", .item = "tube"});
  return draft;
}

OrderRow order(Text item, Text site) {
  return {
      .id = "1", .item = item, .site = site, .quantity = Quantity::units(1), .requested = kMonday + Duration(86'400)};
}

// Where warnings of sites without a source stand: "file column value".
std::string blamed(const PlantDraft& draft) {
  const auto result = build(draft);
  EXPECT_TRUE(result.ok()) << result.error().front().message;
  std::string all;
  for (const base::Issue& issue : result.value().notes) {
    if (issue.code != "no-source-at-site") continue;
    all += (all.empty() ? "" : ", ") + issue.where.file + " " + issue.where.column + " " + issue.where.value;
  }
  return all;
}

TEST(SourcesAtSites, AComponentThatIsMadeElsewhere) {
  PlantDraft draft = two_sites();
  EXPECT_EQ(blamed(draft), "boms.csv component frame");
  draft.offers.push_back({.vendor = "acme", .item = "frame", .site = "north"});
  EXPECT_EQ(blamed(draft), "") << "bought in the north";
  draft.offers.back().site = "south";
  EXPECT_EQ(blamed(draft), "boms.csv component frame");
  draft.substitutes.push_back({.item = "bike", .component = "frame", .substitute = "tube"});
  EXPECT_EQ(blamed(draft), "") << "tubes will do";
}

TEST(SourcesAtSites, AnOrderWhereTheItemIsNotMade) {
  PlantDraft draft = two_sites();
  draft.boms.erase(draft.boms.begin());
  draft.orders.push_back(order("bike", "south"));
  EXPECT_EQ(blamed(draft), "orders.csv site south");
  draft.orders.back() = order("bike", "north");
  EXPECT_EQ(blamed(draft), "");
  draft.orders.back() = order("tube", "south");
  EXPECT_EQ(blamed(draft), "");
}

}  // namespace
}  // namespace kilter::model
