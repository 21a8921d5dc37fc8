#include <gtest/gtest.h>

#include "model/builder.hpp"

namespace kilter::model {
namespace {

constexpr Instant kMonday = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

// `bikes` in one order, each of `spokes` that are bought at `price`.
struct Shop {
  std::int64_t bikes = 1;
  std::int64_t spokes = 1;
  std::int64_t price = 0;
};

PlantDraft draft_of(const Shop& shop) {
  PlantDraft draft;
  draft.plant = {.name = "Bikes", .origin = kMonday, .horizon = kMonday + Duration(56 * 86'400)};
  draft.plant.default_penalty_per_day = Money::zero();
  draft.work_centres.push_back({.id = "assembly"});
  draft.work_units.push_back({.id = "station", .work_centre = "assembly"});
  for (const char* item : {"bike", "spoke"}) draft.items.push_back({.id = item});
  draft.operations.push_back(
      {.item = "bike", .operation = "10", .work_centre = "assembly", .fixed_time = Duration(3'600)});
  draft.boms.push_back({.item = "bike", .component = "spoke", .quantity = Quantity::units(shop.spokes)});
  draft.vendors.push_back({.id = "acme"});
  draft.offers.push_back({.vendor = "acme", .item = "spoke", .price = UnitPrice::micros(shop.price * base::kMicro)});
  draft.orders.push_back(
      {.id = "1", .item = "bike", .quantity = Quantity::units(shop.bikes), .requested = kMonday + Duration(86'400)});
  return draft;
}

// "code column value" of every error; empty when the plant is sound.
std::string faults(const PlantDraft& draft) {
  const auto result = build(draft);
  if (result.ok()) return {};
  std::string all;
  for (const base::Issue& issue : result.error()) {
    if (issue.severity != base::Severity::error) continue;
    all += (all.empty() ? "" : ", ") + issue.code + " " + issue.where.file + " " + issue.where.value;
  }
  return all;
}

TEST(AbsurdAmounts, TenThousandMillionUnitsOfAnItemAreTheMost) {
  EXPECT_EQ(faults(draft_of({.bikes = 1'000'000'000, .spokes = 10})), "");
  EXPECT_EQ(faults(draft_of({.bikes = 1'000'000'000, .spokes = 11})), "absurd-demand items.csv spoke");
  EXPECT_EQ(faults(draft_of({.bikes = 1'000'000'000, .spokes = 1'000'000'000})), "absurd-demand items.csv spoke");
}

TEST(AbsurdAmounts, ManyOrdersAddUp) {
  PlantDraft draft = draft_of({.bikes = 1'000'000'000, .spokes = 1});
  std::vector<std::string> ids;
  for (int i = 2; i <= 11; ++i) ids.push_back(std::to_string(i));
  for (const std::string& id : ids) {
    draft.orders.push_back(draft.orders.front());
    draft.orders.back().id = id;
  }
  EXPECT_EQ(faults(draft), "absurd-demand items.csv bike");
  draft.orders.pop_back();
  EXPECT_EQ(faults(draft), "");
}

TEST(AbsurdAmounts, ScrapAndYieldMultiplyDemand) {
  PlantDraft draft = draft_of({.bikes = 1'000'000, .spokes = 1});
  draft.boms[0].scrap = Ratio::micros(999'999);
  EXPECT_EQ(faults(draft), "absurd-demand items.csv spoke");
  draft.boms[0].scrap = Ratio();
  draft.operations[0].yield = Ratio::micros(50);
  EXPECT_EQ(faults(draft), "absurd-demand items.csv bike");
}

TEST(AbsurdAmounts, SubstitutesCount) {
  PlantDraft draft = draft_of({.bikes = 1'000'000, .spokes = 1});
  draft.items.push_back({.id = "wire"});
  draft.offers.push_back({.vendor = "acme", .item = "wire"});
  draft.substitutes.push_back(
      {.item = "bike", .component = "spoke", .substitute = "wire", .ratio = Ratio::micros(20'000 * base::kMicro)});
  EXPECT_EQ(faults(draft), "absurd-demand items.csv wire");
}

TEST(AbsurdAmounts, EconomicLotsOfWhatCostsNothingToHold) {
  PlantDraft draft = draft_of({.bikes = 1'000'000});
  draft.items[0].lot_policy = LotPolicy::economic;
  draft.items[0].cost = UnitPrice::micros(1);
  draft.items[0].order_cost = Money::minor(100'000'000'000'000);
  EXPECT_EQ(faults(draft), "absurd-demand items.csv bike");
}

TEST(AbsurdAmounts, FortyThousandMillionOfMoneyForAnItemAreTheMost) {
  EXPECT_EQ(faults(draft_of({.bikes = 1'000'000, .spokes = 4, .price = 10'000})), "");
  EXPECT_EQ(faults(draft_of({.bikes = 1'000'000, .spokes = 5, .price = 10'000})), "absurd-cost items.csv spoke");
  PlantDraft draft = draft_of({});
  draft.offers[0].minimum = Quantity::units(1'000'000'000);
  draft.offers[0].price = UnitPrice::micros(41 * base::kMicro);
  EXPECT_EQ(faults(draft), "absurd-cost items.csv spoke") << "the least that can be bought is worth too much";
}

TEST(AbsurdAmounts, APriceThatIsSoundInItsOwnCurrencyOnly) {
  PlantDraft draft = draft_of({.price = 1'000'000'000});
  draft.currencies.push_back({.currency = "XAU", .rate = Ratio::micros(1'000 * base::kMicro)});
  draft.offers[0].currency = "XAU";
  EXPECT_EQ(faults(draft), "absurd-value offers.csv 1000000000000");
}

TEST(AbsurdAmounts, WorkAndPenalties) {
  PlantDraft draft = draft_of({.bikes = 1'000'000});
  draft.operations[0].run_per_unit = Duration(3'600);
  draft.work_units[0].cost_per_hour = HourlyRate::micros(41'000 * base::kMicro);
  EXPECT_EQ(faults(draft), "absurd-cost operations.csv 10");
  draft.work_units[0].cost_per_hour = HourlyRate::micros(30'000 * base::kMicro);
  EXPECT_EQ(faults(draft), "");
  draft.orders[0].penalty_per_day = Money::minor(100LL * 1'000'000'000);
  EXPECT_EQ(faults(draft), "absurd-cost orders.csv 1");
  draft.orders[0].penalty_per_day = Money::minor(100LL * 500'000'000);
  EXPECT_EQ(faults(draft), "");
  std::vector<std::string> ids;
  for (int i = 2; i < 1'500; ++i) ids.push_back(std::to_string(i));
  for (const std::string& id : ids) {
    draft.orders.push_back(draft.orders[0]);
    draft.orders.back().id = std::string_view(id);
    draft.orders.back().quantity = Quantity::units(1);
  }
  EXPECT_EQ(faults(draft), "absurd-cost plant.csv EUR") << "each is less than can be counted, all together are not";
}

TEST(AbsurdAmounts, Stock) {
  PlantDraft draft = draft_of({});
  for (int i = 0; i < 11; ++i) draft.stock.push_back({.item = "spoke", .quantity = Quantity::units(1'000'000'000)});
  EXPECT_EQ(faults(draft), "absurd-stock items.csv spoke");
}

}  // namespace
}  // namespace kilter::model
