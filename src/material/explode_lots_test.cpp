// Worked examples of lot sizing: one item, planned order receipts period by period.
#include <gtest/gtest.h>

#include <functional>

#include "material/worked_plant.hpp"

namespace kilter::material {
namespace {

using base::Quantity;
using model::LotPolicy;

// The lot-sizing example of Heizer and Render, Operations Management: ten periods, 35 on hand, lead time one period.
//
//   period               1   2   3   4   5   6   7   8   9  10
//   gross requirements  35  30  40   0  10  40  30   0  30  55
WorkedPlant lot_sizing_example(model::ItemRow*& item) {
  WorkedPlant worked;
  item = &worked.make("A", 1);
  worked.stock("A", 35);
  const std::vector<int> gross{35, 30, 40, 0, 10, 40, 30, 0, 30, 55};
  for (int period = 1; period <= 10; ++period) {
    const int quantity = gross[static_cast<std::size_t>(period - 1)];
    if (quantity > 0) worked.order("A", quantity, period);
  }
  return worked;
}

Row lot_sizing_receipts(const std::function<void(model::ItemRow&)>& rules) {
  model::ItemRow* item = nullptr;
  WorkedPlant worked = lot_sizing_example(item);
  rules(worked.draft.items.front());
  const model::Plant plant = worked.build();
  return receipts(plant, explode_by_due_date(plant), "A");
}

TEST(Explode, LotForLotOrdersExactlyTheNetRequirements) {
  EXPECT_EQ(lot_sizing_receipts([](model::ItemRow&) {}),
            (Row{{2, 30}, {3, 40}, {5, 10}, {6, 40}, {7, 30}, {9, 30}, {10, 55}}));
}

TEST(Explode, PeriodOrderQuantityCoversThreePeriodsFromTheFirstNetRequirement) {
  EXPECT_EQ(lot_sizing_receipts([](model::ItemRow& item) {
              item.lot_policy = LotPolicy::period;
              item.lot_days = 3;
            }),
            (Row{{2, 70}, {5, 80}, {9, 85}}));
}

// D = 270 in ten periods, S = 100, h = 1 per period: sqrt(2 x 270 x 100 / 10) = 73.
TEST(Explode, EconomicOrderQuantityIsTheSquareRootOfTwoDemandSetupOverHolding) {
  EXPECT_EQ(lot_sizing_receipts([](model::ItemRow& item) {
              item.lot_policy = LotPolicy::economic;
              item.order_cost = base::Money::minor(100'00);
              item.cost = base::UnitPrice::micros(260'714'286);  // x 20 % a year x 70 days = 10
            }),
            (Row{{2, 73}, {5, 73}, {7, 73}, {10, 73}}));
}

TEST(Explode, NoLotCoversMoreThanItsItemKeeps) {
  EXPECT_EQ(lot_sizing_receipts([](model::ItemRow& item) {
              item.lot_policy = LotPolicy::period;
              item.lot_days = 3;
              item.shelf_life = time::Duration(2 * 86'400);
            }),
            (Row{{2, 70}, {5, 50}, {7, 30}, {9, 85}}));
  EXPECT_EQ(lot_sizing_receipts([](model::ItemRow& item) {
              item.lot_policy = LotPolicy::economic;
              item.order_cost = base::Money::minor(100'00);
              item.cost = base::UnitPrice::micros(260'714'286);
              item.shelf_life = time::Duration(2 * 86'400);
            }),
            (Row{{2, 70}, {5, 50}, {7, 30}, {9, 73}, {10, 12}}));
}

TEST(Explode, FixedOrderQuantityOrdersWholeLots) {
  const auto fixed = [](int size) {
    return lot_sizing_receipts([size](model::ItemRow& item) {
      item.lot_policy = LotPolicy::fixed;
      item.lot_size = Quantity::units(size);
    });
  };
  EXPECT_EQ(fixed(60), (Row{{2, 60}, {3, 60}, {7, 60}, {10, 60}}));
  EXPECT_EQ(fixed(25), (Row{{2, 50}, {3, 25}, {5, 25}, {6, 25}, {7, 25}, {9, 50}, {10, 50}}));
}

TEST(Explode, MinimumMultipleAndMaximumShapeEveryLot) {
  const Row row = lot_sizing_receipts([](model::ItemRow& item) {
    item.lot_minimum = Quantity::units(20);
    item.lot_multiple = Quantity::units(6);
  });
  // 30; then 42 for 40, 2 left; 24 (minimum 20 up to the multiple) for 8, 16 left; 24 for 24; 30; 30; 60 for 55.
  EXPECT_EQ(row, (Row{{2, 30}, {3, 42}, {5, 24}, {6, 24}, {7, 30}, {9, 30}, {10, 60}}));
}

TEST(Explode, LotsAboveTheMaximumAreSplit) {
  WorkedPlant worked;
  worked.make("A", 1).lot_maximum = Quantity::units(40);
  worked.order("A", 95, 5);
  const model::Plant plant = worked.build();
  const MaterialPlan plan = explode_by_due_date(plant);
  ASSERT_EQ(plan.production_orders.size(), 3U);
  EXPECT_EQ(plan.production_orders[plan::ProductionOrderId(0)].quantity, Quantity::units(40));
  EXPECT_EQ(plan.production_orders[plan::ProductionOrderId(1)].quantity, Quantity::units(40));
  EXPECT_EQ(plan.production_orders[plan::ProductionOrderId(2)].quantity, Quantity::units(15));
}

}  // namespace
}  // namespace kilter::material
