#include "plan/id_texts.hpp"

#include <gtest/gtest.h>

namespace kilter::plan {
namespace {

TEST(IdTexts, NewOrdersAreNumberedAndOpenOnesKeepTheirId) {
  model::Plant plant;
  plant.production_orders.push_back({.id = "WO-7"});
  plant.operations.push_back({.id = "10"});
  Plan plan;
  plan.production_orders.push_back({.open = model::OpenProductionOrderId(0)});
  plan.production_orders.push_back({});
  plan.placements.push_back({.order = ProductionOrderId(1), .operation = model::OperationId(0)});
  const IdTexts ids(plant);
  EXPECT_EQ(ids.production_order(plan, ProductionOrderId(0)).str(), "WO-7");
  EXPECT_EQ(ids.production_order(plan, ProductionOrderId(1)).str(), "P-2");
  EXPECT_EQ(ids.operation(plan, PlacementId(0)).str(), "P-2/10");
  EXPECT_EQ(ids.purchase(PurchaseId(0)).str(), "B-1");
  EXPECT_EQ(IdTexts::stock(model::StockId(2)).str(), "S-3");
}

TEST(IdTexts, NeverTakeAPrefixThatAnOpenOrderUses) {
  model::Plant plant;
  plant.production_orders.push_back({.id = "P-2"});
  plant.production_orders.push_back({.id = "P2-1"});
  plant.purchase_orders.push_back({.id = "B-9"});
  const IdTexts ids(plant);
  EXPECT_EQ(ids.order_prefix(), "P3-");
  EXPECT_EQ(ids.purchase_prefix(), "B2-");
}

}  // namespace
}  // namespace kilter::plan
