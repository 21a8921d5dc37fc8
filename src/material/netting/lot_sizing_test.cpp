#include "material/netting/lot_sizing.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"
#include "plan/work_content.hpp"

namespace kilter::material {
namespace {

using base::Quantity;
using base::Ratio;
using model::Item;
using model::ItemId;
using model::LotPolicy;

model::Plant plant_of(const Item& item) {
  model::Plant plant;
  plant.items.push_back(item);
  return plant;
}

Item random_item(base::Random& random) {
  Item item;
  if (random.chance(0.3)) item.yield = Ratio::micros(random.between(500'000, 1'000'000));
  if (random.chance(0.5)) item.lot_minimum = Quantity::units(random.between(1, 20));
  if (random.chance(0.5)) item.lot_multiple = Quantity::units(random.between(1, 9));
  if (random.chance(0.5)) item.lot_maximum = Quantity::units(random.between(20, 60));
  if (random.chance(0.3)) {
    item.lot_policy = LotPolicy::fixed;
    item.lot_size = Quantity::units(random.between(1, 20));
  }
  return item;
}

// Whether some lot is within all the rules.
bool consistent(const Item& item) {
  const Quantity step = item.lot_policy == LotPolicy::fixed ? item.lot_size : item.lot_multiple;
  if (!item.lot_maximum.positive() || !step.positive()) return true;
  return std::max(item.lot_minimum, step).round_up_to(step) <= item.lot_maximum;
}

TEST(LotSizing, LotsKeepTheRulesCoverTheNeedAndAreNotOneTooMany) {
  base::Random random(3);
  for (int round = 0; round < 5'000; ++round) {
    const model::Plant plant = plant_of(random_item(random));
    const Item& item = plant.items[ItemId(0)];
    if (!consistent(item)) continue;
    const Quantity good = Quantity::micros(random.between(1, 300'000'000));
    std::vector<Quantity> lots;
    append_lots(plant, ItemId(0), good, lots);
    Quantity yielded;
    for (const Quantity lot : lots) {
      EXPECT_LT(yielded, good);  // every lot was still needed
      yielded += plan::good_of(plant, ItemId(0), lot);
      EXPECT_GE(lot, item.lot_minimum);
      if (item.lot_maximum.positive()) {
        EXPECT_LE(lot, item.lot_maximum);
      }
      const bool fixed = item.lot_policy == LotPolicy::fixed;
      const Quantity step = fixed ? item.lot_size : item.lot_multiple;
      if (step.positive()) {
        EXPECT_EQ(lot.raw() % step.raw(), 0);
      }
    }
    EXPECT_GE(yielded, good);
  }
}

TEST(LotSizing, WithoutCostsThereIsNoEconomicQuantity) {
  Item item;
  item.cost = base::UnitPrice::micros(5'000'000);
  model::Plant plant = plant_of(item);
  plant.policy.horizon = plant.policy.origin + std::chrono::days(365);
  plant.policy.holding_per_year = Ratio::micros(200'000);
  EXPECT_TRUE(economic_quantity(plant, ItemId(0), Quantity::units(1'000)).is_zero());
  plant.items[ItemId(0)].order_cost = base::Money::minor(50'00);
  // sqrt(2 x 1000 x 50 / (5 x 0.2)) = 316.2
  EXPECT_EQ(economic_quantity(plant, ItemId(0), Quantity::units(1'000)), Quantity::units(316));
  EXPECT_TRUE(economic_quantity(plant, ItemId(0), Quantity::zero()).is_zero());
}

TEST(LotSizing, APeriodIsNoLongerThanTheShelfLife) {
  Item item;
  item.lot_policy = LotPolicy::period;
  item.lot_days = 10;
  EXPECT_EQ(lot_window(item), 10 * 86'400);
  item.shelf_life = std::chrono::days(4);
  EXPECT_EQ(lot_window(item), 4 * 86'400);
  item.lot_policy = LotPolicy::lot_for_lot;
  EXPECT_EQ(lot_window(item), 0);
}

}  // namespace
}  // namespace kilter::material
