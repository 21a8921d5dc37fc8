#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/builder.hpp"

namespace kilter::model {
namespace {

constexpr Instant kMonday = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

// Half a dozen and a half stools, of which another half lies there.
PlantDraft stools(Text unit) {
  PlantDraft draft;
  draft.plant = {.name = "Stools", .origin = kMonday, .horizon = kMonday + Duration(56 * 86'400)};
  draft.items.push_back({.id = "stool", .unit = unit});
  draft.vendors.push_back({.id = "acme"});
  draft.offers.push_back({.vendor = "acme", .item = "stool", .price = UnitPrice::micros(50'000)});
  draft.stock.push_back({.item = "stool", .quantity = Quantity::micros(500'000)});
  draft.orders.push_back(
      {.id = "1", .item = "stool", .quantity = Quantity::micros(10'500'000), .requested = kMonday + Duration(86'400)});
  return draft;
}

std::vector<std::string> warned(const PlantDraft& draft) {
  const auto result = build(draft);
  EXPECT_TRUE(result.ok());
  std::vector<std::string> columns;
  for (const base::Issue& issue : result.value().notes) {
    if (issue.code == "broken-piece") columns.push_back(issue.where.file + " " + issue.where.column);
  }
  return columns;
}

TEST(BrokenPieces, HalfAStoolIsPointedOut) {
  const std::vector<std::string> both{"orders.csv quantity", "stock.csv quantity"};
  for (const char* unit : {"pcs", "Ea", "Stk."}) EXPECT_EQ(warned(stools(unit)), both) << unit;
}

TEST(BrokenPieces, HalfALitreIsNot) {
  EXPECT_TRUE(warned(stools("l")).empty());
  PlantDraft draft = stools("pcs");
  draft.items[0].whole = false;
  EXPECT_TRUE(warned(draft).empty());
  draft = stools("l");
  draft.items[0].whole = true;
  EXPECT_EQ(warned(draft).size(), 2U);
}

}  // namespace
}  // namespace kilter::model
