#include "plan/work_content.hpp"

#include <gtest/gtest.h>

#include "base/random.hpp"

namespace kilter::plan {
namespace {

using base::Random;
using model::ItemId;
using model::OperationId;

// One item with a chain of operations of the given yields (in percent), on one unit.
model::Plant chain(const std::vector<std::int64_t>& percents, std::int64_t item_percent) {
  model::Plant plant;
  plant.work_units.push_back({});
  model::Item item;
  item.source = model::Source::make;
  item.yield = Ratio::micros(item_percent * 10'000);
  item.operations = {OperationId(0), OperationId(percents.size())};
  plant.items.push_back(item);
  for (const std::int64_t percent : percents) {
    model::Operation operation;
    operation.item = ItemId(0);
    operation.yield = Ratio::micros(percent * 10'000);
    plant.operations.push_back(operation);
  }
  return plant;
}

TEST(WorkContent, UnitsThatReachAnOperationShrinkByTheYieldsBeforeIt) {
  const model::Plant plant = chain({50, 80, 100}, 100);
  EXPECT_EQ(quantity_at(plant, Quantity::units(10), OperationId(0)), Quantity::units(10));
  EXPECT_EQ(quantity_at(plant, Quantity::units(10), OperationId(1)), Quantity::units(5));
  EXPECT_EQ(quantity_at(plant, Quantity::units(10), OperationId(2)), Quantity::units(4));
  EXPECT_EQ(good_of(plant, ItemId(0), Quantity::units(10)), Quantity::units(4));
  EXPECT_EQ(start_for(plant, ItemId(0), Quantity::units(4)), Quantity::units(10));
}

TEST(WorkContent, StartsJustEnoughForTheGoodUnitsWanted) {
  Random random(7);
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::int64_t> percents(random.below(4));
    for (auto& percent : percents) percent = random.between(37, 100);
    const model::Plant plant = chain(percents, random.between(60, 100));
    const Quantity good = Quantity::micros(random.between(1, 90'000'000));
    const Quantity start = start_for(plant, ItemId(0), good);
    EXPECT_GE(good_of(plant, ItemId(0), start), good);
    // Not more than the rounding of each step above the exact need.
    EXPECT_LE(good_of(plant, ItemId(0), start - Quantity::micros(30)), good);
  }
}

TEST(WorkContent, RunTimeCountsFixedTimePlusTimePerUnitOverSpeed) {
  model::Plant plant = chain({100}, 100);
  plant.operations[OperationId(0)].fixed = time::Duration(100);
  plant.operations[OperationId(0)].run_per_unit = time::Duration(7);
  const model::UnitChoice half{.unit = model::WorkUnitId(0), .speed = Ratio::micros(500'000)};
  const model::UnitChoice thrice{.unit = model::WorkUnitId(0), .speed = Ratio::micros(3'000'000)};
  EXPECT_EQ(run_seconds(plant, OperationId(0), half, Quantity::units(10)), 340);
  EXPECT_EQ(run_seconds(plant, OperationId(0), thrice, Quantity::units(10)), 57);  // 56.67 rounded up
  EXPECT_EQ(run_seconds(plant, OperationId(0), {}, Quantity::units(10)), 170);
  EXPECT_EQ(run_seconds(plant, OperationId(0), {}, Quantity::micros(1)), 101);
}

TEST(WorkContent, AnOvenRunsAWholeCycleForEveryBatchBegun) {
  model::Plant plant = chain({100}, 100);
  plant.work_units[model::WorkUnitId(0)].batch_capacity = Quantity::units(4);
  plant.operations[OperationId(0)].run_per_unit = time::Duration(60);
  const model::UnitChoice choice{.unit = model::WorkUnitId(0)};
  EXPECT_EQ(run_seconds(plant, OperationId(0), choice, Quantity::units(4)), 60);
  EXPECT_EQ(run_seconds(plant, OperationId(0), choice, Quantity::micros(4'000'001)), 120);
  EXPECT_EQ(run_seconds(plant, OperationId(0), choice, Quantity::units(9)), 180);
  plant.operations[OperationId(0)].run_per_unit = time::Duration(0);
  plant.operations[OperationId(0)].fixed = time::Duration(3'600);  // the oven's program
  EXPECT_EQ(run_seconds(plant, OperationId(0), choice, Quantity::units(9)), 3 * 3'600);
}

TEST(WorkContent, HugeWorkSaturatesInsteadOfOverflowing) {
  model::Plant plant = chain({100}, 100);
  plant.operations[OperationId(0)].run_per_unit = time::Duration(1'000'000'000);
  EXPECT_EQ(run_seconds(plant, OperationId(0), {}, Quantity::units(1'000'000'000)), time::kNever - 1);
}

TEST(WorkContent, ComponentsCoverScrapAndTheFixedQuantity) {
  model::BomLine line;
  line.per_unit = Quantity::units(3);
  line.fixed = Quantity::units(2);
  line.scrap = Ratio::micros(250'000);
  EXPECT_EQ(component_need(line, Quantity::units(10)), Quantity::units(42));  // 30 / 0.75 + 2
  line.scrap = Ratio::micros(70'000);
  EXPECT_EQ(component_need(line, Quantity::units(10)), Quantity::micros(34'258'065));  // 32.2580645.. + 2
}

}  // namespace
}  // namespace kilter::plan
