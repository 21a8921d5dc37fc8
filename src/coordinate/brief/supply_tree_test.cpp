#include "coordinate/brief/supply_tree.hpp"

#include <gtest/gtest.h>

#include "coordinate/make_plan.hpp"
#include "coordinate/workshop.hpp"

namespace kilter::coordinate {
namespace {

// A table for A: sawn from four boards in stock and one that is bought.
class SupplyTree : public ::testing::Test {
 protected:
  SupplyTree() {
    Workshop workshop;
    workshop.stock("board", 4);
    workshop.order("A", 5, 5 * 24 * kHour);
    plant_ = workshop.build();
    plan_ = make_plan(plant_, {.seconds = 0}).plan;
  }
  [[nodiscard]] std::vector<SupplyNode> tree(std::size_t most) const {
    return supply_tree(plant_, plan_, model::OrderId(0), most);
  }

  model::Plant plant_;
  plan::Plan plan_;
};

TEST_F(SupplyTree, LeadsFromTheOrderDownToStockAndPurchases) {
  const std::vector<SupplyNode> nodes = tree(100);
  ASSERT_EQ(nodes.size(), 4U);
  EXPECT_EQ(nodes[0].kind, NodeKind::production);
  EXPECT_EQ(nodes[0].quantity, base::Quantity::units(5));
  EXPECT_EQ(nodes[1].kind, NodeKind::operation);
  EXPECT_EQ(nodes[1].depth, 1);
  EXPECT_NE(nodes[1].ready, nullptr);
  EXPECT_EQ(nodes[2].kind, NodeKind::stock);
  EXPECT_EQ(nodes[2].quantity, base::Quantity::units(4));
  EXPECT_EQ(nodes[3].kind, NodeKind::purchase);
  EXPECT_EQ(nodes[3].depth, 2);
  EXPECT_EQ(nodes[3].until, plan_.purchases[plan::PurchaseId(0)].receipt_at);
}

TEST_F(SupplyTree, EndsWhereItIsToldTo) { EXPECT_EQ(tree(2).size(), 2U); }

}  // namespace
}  // namespace kilter::coordinate
