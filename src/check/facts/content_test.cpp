// The checker's quantities and seconds: by hand, and against the planner's on random plants.
#include "check/facts/content.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "plan/work_content.hpp"
#include "support/random_plant.hpp"

namespace kilter::check {
namespace {

TEST(Content, ComponentNeedCountsScrapAndFixed) {
  model::BomLine line;
  line.per_unit = base::Quantity::units(2);
  line.fixed = base::Quantity::units(1);
  line.scrap = base::Ratio::micros(200'000);
  EXPECT_EQ(check::component_need(line, base::Quantity::units(4)), base::Quantity::units(11));  // 8 / 0.8 + 1
  line.scrap = base::Ratio::micros(300'000);
  EXPECT_EQ(check::component_need(line, base::Quantity::units(1)),
            base::Quantity::micros(3'857'143));  // 2 / 0.7 + 1, up
}

TEST(Content, TooMuchIsTheLargestNumberAndNotASmallOne) {
  model::BomLine line;
  line.per_unit = base::Quantity::units(1'000'000);
  const auto most = base::Quantity::micros(std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(check::component_need(line, base::Quantity::micros(18'446'744'100'000)), most);  // 1.8e13 units
  line.fixed = base::Quantity::units(1);
  EXPECT_EQ(check::component_need(line, most), most);
}

void expect_agreement(const model::Plant& plant, const plan::ProductionOrder& order) {
  EXPECT_EQ(check::expected_good(plant, order), plan::good_of(plant, order.item, order.quantity));
  for (const model::OperationId id : plant.items[order.item].operations) {
    const base::Quantity units = check::quantity_at(plant, order, id);
    EXPECT_EQ(units, plan::quantity_at(plant, order, id));
    for (const model::UnitChoice& choice : plant.operations[id].units) {
      EXPECT_EQ(check::run_seconds(plant, id, choice.unit, units), plan::run_seconds(plant, id, choice, units));
    }
  }
  for (const model::BomLineId line : plant.items[order.item].bom) {
    EXPECT_EQ(check::component_need(plant.bom_lines[line], order.quantity),
              plan::component_need(plant.bom_lines[line], order.quantity));
  }
}

TEST(Content, AgreesWithThePlannerOnRandomPlants) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const model::Plant plant = support::random_plant(seed, 3);
    for (const model::ItemId item : ids_of(plant.items)) {
      plan::ProductionOrder order;
      order.item = item;
      order.quantity = base::Quantity::micros(7'300'001 + static_cast<std::int64_t>(seed) * 999'983);
      expect_agreement(plant, order);
    }
  }
}

}  // namespace
}  // namespace kilter::check
